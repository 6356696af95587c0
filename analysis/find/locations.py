"""TODO locations."""

from __future__ import annotations

from .context import Context


def find_locations(context: Context) -> None:
    """Adds the locations of the document to the context."""
