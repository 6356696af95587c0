"""From sources to reports: read, tabulate once, run the notebook, write the page and all that it stands on."""

from __future__ import annotations

import json
import tempfile
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from ..read.document import Document, read_document
from ..read.errors import SitrepError
from ..show.manifest import make_manifest, show_manifest
from ..show.report import title_of
from ..tables import COLUMNS, Tables, keep_tables, tabulate
from .batch import Run, ahead, notebook_runner
from .notebooks import check_parameters, find_notebook, write_notebook
from .page import make_page, make_pdf
from .sources import Source, name_sources
from .tables import TableFiles


@dataclass
class _Job:
    """A report whose notebook runs: `wait` gives it executed."""

    source: str
    document: Document
    tables: Tables
    wait: Callable[[], NotebookNode]


def write_reports(
    sources: Iterable[str | Path],
    out: str | Path,
    notebook: str = "report",
    parameters: Mapping[str, Any] | None = None,
    pdf: bool = False,
    quiet: bool = False,
    engine: str = "auto",
    jobs: int | None = None,
) -> list[tuple[str, str]]:
    """One folder a source under `out`; returns the sources that failed, each with its reason.

    engine: see `notebook_runner`; the pages are the same. Raises ValueError for a notebook that there is not and for a
    parameter that it does not have.
    """
    from tqdm import tqdm

    path, given = find_notebook(notebook), dict(parameters or {})
    check_parameters(path, {"source": "", **given})
    Path(out).mkdir(parents=True, exist_ok=True)
    named = name_sources(str(s) for s in sources)
    failed: list[tuple[str, str]] = []
    with (
        tempfile.TemporaryDirectory() as kept,
        notebook_runner(len(named), engine, jobs) as (run, most),
        tqdm(total=len(named), desc="reports", unit="report", disable=quiet or None, leave=False) as bar,
    ):
        # Documents are read and tabulated here, one after another, while the notebooks of those before them run.
        for job in ahead(_begin(named, Path(kept), run, path, given, failed), 2 * most):
            with _noting(job.source, failed):
                _finish(job, Path(out), path, given, pdf)
            bar.update()
    order = {source.path: number for number, source in enumerate(named)}
    return sorted(failed, key=lambda entry: order[entry[0]])


def _begin(
    named: Iterable[Source],
    folder: Path,
    run: Run,
    notebook: Path,
    given: Mapping[str, Any],
    failed: list[tuple[str, str]],
) -> Iterator[_Job]:
    """Each document tabulated, once, here and not in the notebook; and its notebook begun."""
    for number, source in enumerate(named):
        job = None
        with _noting(source.path, failed):
            document = read_document(source.path, doc_id=source.doc_id)
            tables = tabulate(document)
            kept = folder / f"{number}.json"
            keep_tables(document, tables, str(kept))
            wait = run(notebook, {**given, "source": source.path}, kept)
            job = _Job(source.path, document, tables, wait)
        if job:
            yield job


@contextmanager
def _noting(source: str, failed: list[tuple[str, str]]) -> Iterator[None]:
    """What goes wrong with one report is written down, and the others go on."""
    try:
        yield
    except SitrepError as error:
        failed.append((source, str(error).removeprefix(f"{source}: ")))
    except (RuntimeError, ValueError, OSError) as error:
        failed.append((source, str(error)))


def _finish(job: _Job, out: Path, notebook: Path, parameters: Mapping[str, Any], pdf: bool) -> None:
    """Writes the page and all that it stands on."""
    document, tables, executed = job.document, job.tables, job.wait()
    _hide_path(executed, job.source)
    executed.metadata["title"] = title_of(document)
    target = out / document.doc_id
    target.mkdir(parents=True, exist_ok=True)
    name = Path(job.source).name
    manifest = make_manifest(document, tables, {**parameters, "source": name, "notebook": notebook.stem})
    html = make_page(executed, show_manifest(manifest))
    write_notebook(executed, target / f"{notebook.stem}.ipynb")
    write_figures(executed, target / "figures")
    _write_tables(tables, target / "tables")
    write_bytes(target / "source.txt", document.text.encode("utf-8", "surrogatepass"))
    write_bytes(target / "manifest.json", (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode())
    write_bytes(target / "index.html", html.encode("utf-8", "replace"))
    if pdf:
        make_pdf(html, target / "report.pdf")


def _hide_path(notebook: NotebookNode, source: str) -> None:
    """Where the machine keeps the source is nobody's business: the notebook names the file."""
    from papermill.translators import PythonTranslator

    for cell in notebook.cells:
        if "injected-parameters" in cell.metadata.get("tags", []):
            told, name = (PythonTranslator.translate(path) for path in (source, Path(source).name))
            cell.source = cell.source.replace(f"source = {told}", f"source = {name}")


def write_figures(notebook: NotebookNode, folder: Path) -> None:
    """Each figure of the notebook as PNG, beside the rows that it was drawn from."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data, about = output.get("data", {}), output.get("metadata", {}).get("image/png", {})
            if "image/png" in data and about.get("name"):
                folder.mkdir(exist_ok=True)
                write_bytes(folder / f"{about['name']}.png", b64decode(data["image/png"]))
                write_bytes(folder / f"{about['name']}.csv", data.get("text/csv", "").encode())


def _write_tables(tables: Tables, folder: Path) -> None:
    for form in ("csv", "parquet"):
        with TableFiles(folder, form) as files:
            for table in COLUMNS:
                files.append(table, getattr(tables, table))
            files.commit()


def write_bytes(path: Path, data: bytes) -> None:
    """Writes a file in one piece."""
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(data)
    part.replace(path)
