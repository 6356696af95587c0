"""Reports of conflict and security operations as tables that can be checked."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .read.document import Document, read_document, read_text
    from .read.errors import SitrepError, SourceError
    from .run.campaign import read_campaign
    from .run.dataset import read_dataset
    from .tables import Tables, join_tables, tabulate, tabulate_all

__version__ = "0.1.0"
__all__ = [
    "Document",
    "SitrepError",
    "SourceError",
    "Tables",
    "join_tables",
    "read_campaign",
    "read_dataset",
    "read_document",
    "read_text",
    "tabulate",
    "tabulate_all",
]
_HOME = {
    "Document": "read.document", "read_document": "read.document", "read_text": "read.document",
    "SitrepError": "read.errors", "SourceError": "read.errors",
    "read_campaign": "run.campaign", "read_dataset": "run.dataset",
    "Tables": "tables", "join_tables": "tables", "tabulate": "tables", "tabulate_all": "tables",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Each name is loaded when first asked for: spaCy and pandas take seconds that `sitrep --help` has no use for."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f".{_HOME[name]}", __name__), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
