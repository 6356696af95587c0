"""TODO outcomes."""

from __future__ import annotations

from .context import Context


def find_outcomes(context: Context) -> None:
    """Adds the outcomes of the document to the context."""
