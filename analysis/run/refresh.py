"""Runs the committed notebooks anew, in place, and takes README's map from the report: `make refresh`."""

from __future__ import annotations

import sys
from base64 import b64decode
from pathlib import Path

from nbformat import NotebookNode

from .notebooks import FOLDER, run_notebook, write_notebook

MAP = FOLDER.parent / "docs" / "map.png"


def refresh(paths: list[Path]) -> None:
    """Executes each notebook with its own parameters and writes it back, normalised."""
    for path in paths:
        notebook = run_notebook(path, {})
        write_notebook(notebook, path)
        if path.stem == "report" and MAP.parent.is_dir():
            MAP.write_bytes(_picture(notebook, "locations"))
        print(path.name)


def _picture(notebook: NotebookNode, name: str) -> bytes:
    """The figure of that name. Raises StopIteration where the notebook draws none."""
    outputs = (output for cell in notebook.cells for output in cell.get("outputs", []))
    return next(
        b64decode(output["data"]["image/png"])
        for output in outputs
        if output.get("metadata", {}).get("image/png", {}).get("name") == name
    )


if __name__ == "__main__":
    refresh([Path(name) for name in sys.argv[1:]] or sorted(FOLDER.glob("*.ipynb")))
