"""What part each force and each place has in the report: read off the outcomes, statements and operations.

A place where something happened is an incident location, and so are the districts and provinces that hold it.
"""

from __future__ import annotations

from itertools import pairwise

from ..read.language import Parse
from .context import Context
from .force_roles import force_role
from .records import DONE, TO_COME, Location
from .scenes.carry import EVENTS, WIDE
from .scenes.scene import speakers
from .scenes.where import fineness, holds
from .words.grammar import conjuncts, first_conjunct

_LAUNCHES = {"launched operation", "deployed", "cleared or secured"}
_BORDERS = {"border", "borders", "frontier", "frontiers"}
_BORDER_OF = {"with", "between", "of", "to", "and"}
_SPOTS = {"avenue", "bridge", "crossroads", "intersection", "junction", "roundabout", "street", "tunnel"}
_HOLDING = {"province", "district"}
_SEATS = {"headquarters", "headquarter", "based", "seat", "stronghold"}


def assign_roles(context: Context) -> None:
    """Sets the role of every force and every location."""
    for force in context.forces:
        force.role = force_role(context, force)
    _place_roles(context)


def _place_roles(context: Context) -> None:
    incident = {id(o.place): o for o in context.outcomes if o.place and o.status in DONE and o.outcome != "other"}
    planned = {id(o.place) for o in context.outcomes if o.place and o.status in TO_COME}
    history = {id(o.place) for o in context.outcomes if o.place and o.status == "background"}
    area = {id(place) for operation in context.operations for place in operation.area}
    for location in context.locations:
        if location.feature == "border" or _stands_after_border(context, location):
            location.role = "route or border"
        elif location.feature == "road" and not (id(location) in incident and _is_spot(location)):
            location.role = "route or border"
        elif id(location) in incident:
            launched = _only_launched(context, location)
            location.role = "operation area" if launched else "incident location"
        elif id(location) in area or _in_an_operation(context, location):
            location.role = "operation area"
        elif id(location) in planned or any(id(other) in planned for other in _joined(context, location)):
            location.role = "planned area"
        elif id(location) in history or location.feature == "country":
            location.role = "background"
        elif _is_seat(context, location):
            location.role = "headquarters"
        else:
            location.role = "mentioned"
    _raise_neighbours(context)
    _raise_told(context)
    _raise_settings(context)
    _raise_containers(context)
    _lower_countries(context)


def _is_spot(location: Location) -> bool:
    """A street or a bridge is a scene; a highway is a way."""
    return location.name.lower().rpartition(" ")[2] in _SPOTS


def _joined(context: Context, location: Location) -> list[Location]:
    """The places that it is named with: "in A, B and C"."""
    p = context.parse
    heads = {i for m in location.mentions for i in conjuncts(p, first_conjunct(p, m.head))}
    return [other for other in (context.place_at.get(i) for i in heads) if other is not None and other is not location]


def _raise_neighbours(context: Context) -> None:
    """What stands in a list or a chain with the scene is part of it: "in A and B", "in A of B province", "A, B"."""
    p = context.parse
    mentions = sorted((m.first, m.last, loc) for loc in context.locations for m in loc.mentions)
    kinds = ("incident location", "operation area", "planned area")
    scenes = {id(loc): loc.role for loc in context.locations if loc.role in kinds}
    told = {p.sent[o.trigger] for o in context.outcomes}
    pairs = [
        (a, b)
        for (_, last, a), (first, _, b) in pairwise(mentions)
        if p.sent[last] == p.sent[first] in told and first - last <= 5 and _is_chain(p, last + 1, first)
    ]
    for one, other in [*pairs, *((b, a) for a, b in reversed(pairs))]:
        if id(one) in scenes and other.role == "mentioned":
            other.role = scenes[id(other)] = scenes[id(one)]


def _raise_settings(context: Context) -> None:
    """The area that the sentence of a deed puts its smaller place in: "struck the X depot in Y"."""
    p = context.parse
    scenes = [o for o in context.outcomes if o.place is not None and o.place.role == "incident location"]
    for location in (loc for loc in context.locations if loc.role == "mentioned"):
        for m in (m for m in location.mentions if not m.aside and m.first > 1):
            i = m.first - 1
            while i > 1 and (p.tag[i] in ("DT", "JJ") or p.lower[i] in ("of", "city", "town", "province", "district")):
                i -= 1
            here = [o.place for o in scenes if p.sent[o.trigger] == p.sent[m.first] and o.trigger < m.first]
            if p.lower[i] == "in" and any(place is not None and fineness(place) > fineness(location) for place in here):
                location.role = "incident location"


def _is_chain(p: Parse, first: int, end: int) -> bool:
    """Is there nothing but commas, "and", "in", "of", articles and adjectives between the two names?"""
    links = {",", "and", "in", "of", "the", "(", "/", "'s", "or", "as", "well", "including", "surrounding", "nearby"}
    return all(p.lower[i] in links or p.tag[i] in ("JJ", "NN", "NNS") for i in range(first, end)) and end > first


def _lower_countries(context: Context) -> None:
    """A country is only the setting where the report names the scene inside it."""
    scenes = ("incident location", "operation area")
    inside = {loc.country for loc in context.locations if loc.role in scenes and loc.feature != "country"}
    for location in context.locations:
        if location.feature == "country" and location.role in scenes and location.country in inside:
            location.role = "background"


def _only_launched(context: Context, location: Location) -> bool:
    here = [o for o in context.outcomes if o.place is location and o.status in DONE]
    return all(o.outcome in _LAUNCHES for o in here)


def _stands_after_border(context: Context, location: Location) -> bool:
    """ "The borders with Syria and Jordan" makes both a border, not a place where something happens."""
    p = context.parse
    for mention in location.mentions:
        after = mention.last + 1
        if after < len(p) and p.lower[after] in _BORDERS:
            return True
        first = min(mention.first, first_conjunct(p, mention.head))
        if any(p.lower[i] in _BORDERS and p.lower[i + 1] in _BORDER_OF for i in range(max(0, first - 4), first)):
            return True
    return False


def _in_an_operation(context: Context, location: Location) -> bool:
    """Named in a sentence that speaks of an operation as under way, and of no other deed."""
    for a, b in _told_of(context, location):
        operations = [context.operation_at[i] for i in range(a, b) if i in context.operation_at]
        here = [o for o in context.outcomes if a <= o.trigger < b]
        done = any(o.status in DONE and o.outcome not in _LAUNCHES for o in here)
        if not done and not any(o.status in TO_COME for o in here) and any(o.status != "planned" for o in operations):
            return True
    return False


def _raise_told(context: Context) -> None:
    """A place that a sentence names beside a deed or an event is its scene, whichever place the rows of it have."""
    p = context.parse
    for location in (loc for loc in context.locations if loc.role == "mentioned"):
        for a, b in _told_of(context, location):
            deeds = {o.status for o in context.outcomes if a <= o.trigger < b}
            events = {p.lemma[i] for i in range(a, b) if p.lemma[i] in EVENTS and p.pos[i] == "NOUN"}
            if deeds & DONE or (events - WIDE and not deeds):
                location.role = "incident location"
            elif events and not deeds:
                location.role = "operation area"


def _told_of(context: Context, location: Location) -> list[tuple[int, int]]:
    """The sentences that name the place for itself: not as a landmark, an origin or the seat of who speaks."""
    p, told = context.parse, speakers(context)
    heads = [m.head for m in location.mentions if not m.aside]
    return [p.sents[p.sent[i]] for i in heads if not any(first <= i <= last for first, last in told)]


def _is_seat(context: Context, location: Location) -> bool:
    p = context.parse
    return any(
        p.lower[i] in _SEATS for m in location.mentions for i in range(max(0, m.first - 3), min(len(p), m.last + 2))
    )


def _raise_containers(context: Context) -> None:
    """The district and the province of an incident are incident locations too."""
    for location in context.locations:
        if location.role != "incident location":
            continue
        container, steps = location.inside, 0
        while container is not None and steps < 5:
            if container.role in ("mentioned", "background") and container.feature != "country":
                container.role = "incident location"
            container, steps = container.inside, steps + 1
        for area in context.locations:
            if area.role == "mentioned" and area.feature in _HOLDING and holds(area, location):
                area.role = "incident location"
