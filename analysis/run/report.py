"""From sources to reports: read, tabulate once, run the notebook, write the page and all that it stands on."""

from __future__ import annotations

import json
import tempfile
from base64 import b64decode
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from ..read.document import Document, read_document
from ..read.errors import SitrepError
from ..show.manifest import make_manifest, show_manifest
from ..show.report import title_of
from ..tables import COLUMNS, Tables, keep_tables, make_frame, tabulate
from .notebooks import check_parameters, find_notebook, run_notebook, write_notebook
from .page import make_page, make_pdf
from .sources import name_sources
from .tables import TableFiles


def write_reports(
    sources: Iterable[str | Path],
    out: str | Path,
    notebook: str = "report",
    parameters: Mapping[str, Any] | None = None,
    pdf: bool = False,
    quiet: bool = False,
) -> list[tuple[str, str]]:
    """One folder a source under `out`; returns the sources that failed, each with its reason.

    Raises ValueError for a notebook that there is not and for a parameter that it does not have.
    """
    from tqdm import tqdm

    path, given = find_notebook(notebook), dict(parameters or {})
    check_parameters(path, {"source": "", **given})
    named = name_sources(str(s) for s in sources)
    failed: list[tuple[str, str]] = []
    for source in tqdm(named, "reports", unit="report", disable=quiet or None, leave=False):
        try:
            document = read_document(source.path, doc_id=source.doc_id)
            write_report(document, source.path, Path(out), path, given, pdf)
        except SitrepError as error:
            failed.append((source.path, str(error).removeprefix(f"{source.path}: ")))
        except (RuntimeError, ValueError, OSError) as error:
            failed.append((source.path, str(error)))
    return failed


def write_report(
    document: Document, source: str, out: Path, notebook: Path, parameters: Mapping[str, Any], pdf: bool = False
) -> Path:
    """The report of one document; returns its page. One pass of the language pipeline, here and not in the notebook."""
    tables = tabulate(document)
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "tables.json"
        keep_tables(document, tables, str(kept))
        executed = run_notebook(notebook, {**parameters, "source": source}, kept)
    _hide_path(executed, source)
    executed.metadata["title"] = title_of(document)
    target = out / document.doc_id
    target.mkdir(parents=True, exist_ok=True)
    manifest = make_manifest(document, tables, {**parameters, "source": Path(source).name, "notebook": notebook.stem})
    html = make_page(executed, show_manifest(manifest))
    write_notebook(executed, target / f"{notebook.stem}.ipynb")
    _write_figures(executed, target / "figures")
    _write_tables(tables, target / "tables")
    _write(target / "source.txt", document.text.encode("utf-8", "surrogatepass"))
    _write(target / "manifest.json", (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode())
    page = target / "index.html"
    _write(page, html.encode("utf-8", "replace"))
    if pdf:
        make_pdf(html, target / "report.pdf")
    return page


def _hide_path(notebook: NotebookNode, source: str) -> None:
    """Where the machine keeps the source is nobody's business: the notebook names the file."""
    for cell in notebook.cells:
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell.source = cell.source.replace(json.dumps(source), json.dumps(Path(source).name))


def _write_figures(notebook: NotebookNode, folder: Path) -> None:
    """Each figure of the notebook as PNG, beside the rows that it was drawn from."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data, about = output.get("data", {}), output.get("metadata", {}).get("image/png", {})
            if "image/png" in data and about.get("name"):
                folder.mkdir(exist_ok=True)
                _write(folder / f"{about['name']}.png", b64decode(data["image/png"]))
                _write(folder / f"{about['name']}.csv", data.get("text/csv", "").encode())


def _write_tables(tables: Tables, folder: Path) -> None:
    for form in ("csv", "parquet"):
        with TableFiles(folder, form) as files:
            for table in COLUMNS:
                files.append(table, make_frame(table, tables.rows[table]))
            files.commit()


def _write(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(data)
    part.replace(path)
