"""The report of a campaign: the notebook over a corpus, its page, its figures and the tables of incidents."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from ..show.manifest import about_program, show_manifest
from .campaign import find_folder, read_sources
from .notebooks import check_parameters, find_notebook, run_notebook, write_notebook
from .page import make_page
from .report import write_bytes, write_figures


def write_campaign(folder: str | Path, out: str | Path, parameters: Mapping[str, Any] | None = None) -> Path:
    """Writes index.html, the notebook, its figures and the manifest into `out`; returns the page.

    Raises SitrepError for a folder that holds nothing, ValueError for a parameter that the notebook does not have,
    RuntimeError where the notebook stops.
    """
    folder, out = find_folder(Path(folder)), Path(out)
    path, given = find_notebook("campaign"), dict(parameters or {})
    check_parameters(path, {"corpus": "", **given})
    sources = read_sources(folder)
    executed = run_notebook(path, {**given, "corpus": str(folder)})
    _name_folder(executed, str(folder), folder.name)
    executed.metadata["title"] = _title(executed)
    manifest = {
        "corpus": folder.name,
        "source_sha256": hashlib.sha256("".join(sources[doc_id] for doc_id in sorted(sources)).encode()).hexdigest(),
        "documents": dict(sorted(sources.items())),
        "parameters": dict(sorted({**given, "corpus": folder.name, "notebook": "campaign"}.items())),
        **about_program(),
    }
    out.mkdir(parents=True, exist_ok=True)
    html = make_page(executed, show_manifest(manifest))
    write_notebook(executed, out / "campaign.ipynb")
    write_figures(executed, out / "figures")
    write_bytes(out / "manifest.json", (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode())
    write_bytes(out / "index.html", html.encode("utf-8", "replace"))
    return out / "index.html"


def _name_folder(notebook: NotebookNode, path: str, name: str) -> None:
    """Where the machine keeps the corpus is nobody's business."""
    for cell in notebook.cells:
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell.source = cell.source.replace(json.dumps(path), json.dumps(name))


def _title(notebook: NotebookNode) -> str:
    """The heading that the notebook's first output has."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if text := output.get("data", {}).get("text/plain"):
                return str(text).split(". ")[0]
    return "A campaign in reports"
