"""Runs the committed notebooks anew, in place: `make refresh`."""

from __future__ import annotations

import sys
from pathlib import Path

from .notebooks import FOLDER, run_notebook, write_notebook


def refresh(paths: list[Path]) -> None:
    """Executes each notebook with its own parameters and writes it back, normalised."""
    for path in paths:
        write_notebook(run_notebook(path, {}), path)
        print(path.name)


if __name__ == "__main__":
    refresh([Path(name) for name in sys.argv[1:]] or sorted(FOLDER.glob("*.ipynb")))
