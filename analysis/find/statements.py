"""TODO statements."""

from __future__ import annotations

from .context import Context


def find_statements(context: Context) -> None:
    """Adds the statements of the document to the context."""
