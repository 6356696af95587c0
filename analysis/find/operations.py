"""TODO operations."""

from __future__ import annotations

from .context import Context


def find_operations(context: Context) -> None:
    """Adds the operations of the document to the context."""
