"""Figures, tables for reading, and the source text with its marks."""

from __future__ import annotations

from .map import draw_locations

__all__ = ["draw_locations"]
