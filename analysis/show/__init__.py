"""Figures, tables for reading, and the source text with its marks."""

from __future__ import annotations

from .campaign import (
    show_campaign,
    show_contradictions,
    show_incidents,
    show_joins,
    show_one_sided,
    show_participation,
    show_sources,
)
from .campaign_charts import draw_incident_map, draw_incidents, draw_tolls
from .charts import draw_outcomes, draw_timeline
from .evidence import show_evidence
from .glance import show_glance
from .html import table
from .map import draw_locations
from .report import (
    show_forces,
    show_heading,
    show_locations,
    show_operations,
    show_outcomes,
    show_silences,
    show_statements,
    show_summary,
)

__all__ = [
    "draw_incident_map",
    "draw_incidents",
    "draw_locations",
    "draw_outcomes",
    "draw_timeline",
    "draw_tolls",
    "show_campaign",
    "show_contradictions",
    "show_evidence",
    "show_forces",
    "show_glance",
    "show_heading",
    "show_incidents",
    "show_joins",
    "show_locations",
    "show_one_sided",
    "show_operations",
    "show_outcomes",
    "show_participation",
    "show_silences",
    "show_sources",
    "show_statements",
    "show_summary",
    "table",
]
