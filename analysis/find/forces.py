"""TODO forces."""

from __future__ import annotations

from .context import Context


def find_forces(context: Context) -> None:
    """Adds the forces of the document to the context."""
