"""Runs notebooks by papermill and brings them into a form that is the same from run to run."""

from __future__ import annotations

import logging
import os
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

# nbformat's schema check builds grammars for web addresses that no notebook holds: four fifths of papermill's start.
# A missing optional module makes jsonschema leave that check out (jupyter-server issue 1559).
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

import nbformat  # noqa: E402
from nbformat import NotebookNode  # noqa: E402

from ..tables import KEPT  # noqa: E402
from .engine import WarmEngine  # noqa: E402
from .forks import local_sockets  # noqa: E402

FOLDER = Path(__file__).parents[2] / "notebooks"
WARM = "warm"  # the name of the engine of forked kernels
_CELL_METADATA = ("tags", "jupyter")


def find_notebook(name: str) -> Path:
    """A notebook by its name (`report`), or by its path. Raises ValueError with the names there are."""
    for path in (FOLDER / f"{name}.ipynb", Path(name)):
        if path.is_file() and path.suffix == ".ipynb":
            return path
    names = ", ".join(sorted(p.stem for p in FOLDER.glob("*.ipynb")))
    raise ValueError(f"there is no notebook {name!r}; there are: {names or 'none'}")


def check_parameters(path: Path, parameters: Mapping[str, Any]) -> None:
    """Raises ValueError for a parameter that the notebook does not have: papermill would only warn."""
    import papermill

    known = papermill.inspect_notebook(str(path))
    if unknown := sorted(set(parameters) - set(known)):
        raise ValueError(f"{path.stem} has no parameter {', '.join(unknown)}; it has: {', '.join(known)}")


def run_notebook(
    path: Path, parameters: Mapping[str, Any], tables: Path | None = None, warm: bool = False
) -> NotebookNode:
    """The executed notebook, normalised. `tables` names the file with the rows that `tabulate` need not find again.

    warm: by a kernel forked from a process that has everything loaded; the result is the same. May then be called from
    several threads at once. Raises RuntimeError with the last line of what went wrong in the notebook.
    """
    papermill, stopped = load_papermill()
    variables: dict[str, str] = {"PYTHONHASHSEED": "0", "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
    if tables:
        variables[KEPT] = str(tables)
    given: dict[str, Any] = {"kernel_name": "python3", "progress_bar": False, "log_output": False}
    try:
        if warm:
            given |= {"engine_name": WARM, "env": variables}
            done = papermill.execute_notebook(str(path), None, dict(parameters), **given)
        else:
            with _environment({KEPT: None, **variables}), local_sockets() as config:
                given |= {"config": config, "shutdown_kernel": "immediate"}
                done = papermill.execute_notebook(str(path), None, dict(parameters), **given)
    except stopped as error:
        raise RuntimeError(f"{path.stem} stopped: {error.ename}: {error.evalue}") from error
    return normalise(done)


@cache
def load_papermill() -> tuple[Any, Any]:
    """papermill, with the engine of forked kernels, and its error; to be called first from the main thread."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import papermill
        from papermill.engines import papermill_engines
        from papermill.exceptions import PapermillExecutionError

    papermill_engines.register(WARM, WarmEngine)  # as the entry point does where the package is installed
    logging.getLogger("papermill").setLevel(logging.ERROR)
    return papermill, PapermillExecutionError


@contextmanager
def _environment(values: Mapping[str, str | None]) -> Iterator[None]:
    """The variables for the kernel that is started meanwhile; afterwards all is as it was."""
    before = {name: os.environ.get(name) for name in values}
    try:
        _set(values)
        yield
    finally:
        _set(before)


def _set(values: Mapping[str, str | None]) -> None:
    for name, value in values.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def normalise(notebook: NotebookNode) -> NotebookNode:
    """The notebook without clock, paths, versions of the kernel and random ids; counts run from 1."""
    count = 0
    for number, cell in enumerate(notebook.cells, 1):
        cell.id = f"cell-{number:02}"
        cell.metadata = NotebookNode({k: v for k, v in cell.metadata.items() if k in _CELL_METADATA and v})
        if cell.cell_type != "code":
            continue
        count += 1
        cell.execution_count = count
        cell.outputs = [o for o in cell.outputs if o.output_type != "stream" or o.get("name") != "stderr"]
        for output in cell.outputs:
            if output.output_type == "execute_result":
                output.execution_count = count
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    notebook.metadata = NotebookNode(kernelspec=kernel, language_info={"name": "python"})
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    return notebook


def write_notebook(notebook: NotebookNode, path: Path) -> None:
    """Writes the notebook in one piece."""
    part = path.with_name(f".{path.name}.part")
    part.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
    part.replace(path)
