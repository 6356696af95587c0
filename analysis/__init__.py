"""Reports of conflict and security operations as tables that can be checked."""

from __future__ import annotations

from .read.document import Document, read_document, read_text
from .read.errors import SitrepError, SourceError
from .tables import Tables, join_tables, tabulate, tabulate_all

__all__ = [
    "Document",
    "SitrepError",
    "SourceError",
    "Tables",
    "join_tables",
    "read_document",
    "read_text",
    "tabulate",
    "tabulate_all",
]
