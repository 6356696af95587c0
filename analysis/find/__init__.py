"""The finders: from a parse to records, in one fixed order."""

from __future__ import annotations

from ..read.document import Document
from ..read.language import Parse
from .context import Context
from .forces.actor_types import settle_actor_types
from .forces.forces import find_forces
from .operations import find_operations
from .outcomes.framing import settle_bare_attacks
from .outcomes.headline_rows import drop_headline_rows
from .outcomes.outcomes import find_outcomes
from .outcomes.retold import merge_retold
from .persons import find_persons
from .places.locations import find_locations
from .roles import assign_roles
from .scenes.scenes import settle_scenes
from .scenes.when import assign_dates
from .scenes.where import settle_places
from .sides.claims import assign_claimed
from .sides.followed_deeds import follow_lists
from .sides.fronts import settle_authors
from .sides.opponents import settle_opponents
from .sides.own_side import clear_own_side
from .sides.sharing import share_sides
from .statements.statements import find_statements
from .status.status import assign_status
from .words.dates import find_dates

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
    settle_opponents(context)
    settle_authors(context)
    follow_lists(context)
    clear_own_side(context)
    assign_roles(context)
    return context
