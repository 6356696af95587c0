"""The finders: from a parse to records, in one fixed order."""

from __future__ import annotations

from ..read.document import Document
from ..read.language import Parse
from .claims import assign_claimed
from .context import Context
from .dates import find_dates
from .followed_deeds import follow_deeds, follow_lists
from .force_types import settle_actor_types
from .forces import find_forces
from .framing import settle_bare_attacks
from .headline_rows import drop_headline_rows
from .locations import find_locations
from .operations import find_operations
from .opponents import settle_opponents
from .outcomes import find_outcomes
from .own_side import clear_own_side
from .persons import find_persons
from .retold import merge_retold
from .roles import assign_roles
from .scenes import settle_scenes
from .sharing import share_sides
from .statements import find_statements
from .status import assign_status
from .when import assign_dates
from .where import settle_places

__all__ = ["Context", "find_all"]


def find_all(document: Document, parse: Parse) -> Context:
    """Everything that the finders find in one document. Each step sees what the steps before it found."""
    context = Context(document, parse, find_dates(parse, document.published))
    find_persons(context)
    find_forces(context)
    find_locations(context)
    settle_actor_types(context)
    find_operations(context)
    find_statements(context)
    find_outcomes(context)
    settle_places(context)
    assign_dates(context)
    assign_status(context)
    merge_retold(context)
    assign_claimed(context)
    settle_scenes(context)
    settle_bare_attacks(context)
    drop_headline_rows(context)
    share_sides(context)
    follow_deeds(context)
    settle_opponents(context)
    follow_lists(context)
    clear_own_side(context)
    assign_roles(context)
    return context
