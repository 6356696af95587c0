"""TODO persons."""

from __future__ import annotations

from .context import Context


def find_persons(context: Context) -> None:
    """Adds the persons of the document to the context."""
