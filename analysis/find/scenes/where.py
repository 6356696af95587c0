"""Where: the most precise place that the sentence names for an outcome wins; its district and province hold it."""

from __future__ import annotations

from collections.abc import Iterator

from ...read.language import Parse
from ..context import Context
from ..records import Location, Outcome, Reason
from .scene import is_of_another, speakers

_FINENESS = {"country": 0, "region": 1, "province": 2, "desert": 2, "river": 2, "lake": 2, "mountain": 2, "district": 3,
             "border": 1, "road": 2, "wadi": 3, "city": 4, "town": 5}  # fmt: skip
_FINEST = 6  # villages, bases, camps, farms and whatever has no name for its kind


def fineness(location: Location) -> int:
    """How small a kind of place it is: 0 a country, 6 a village or a single site."""
    return _FINENESS.get(location.feature, _FINEST)


def containers(location: Location) -> Iterator[Location]:
    """The places that the text says it lies in, from the nearest out."""
    seen = {id(location)}
    while (inside := location.inside) is not None and id(inside) not in seen:
        seen.add(id(inside))
        yield inside
        location = inside


def holds(outer: Location, inner: Location) -> bool:
    """Does the outer place hold the inner one, by the text or as its country or its first-level area?"""
    if any(c is outer for c in containers(inner)):
        return True
    if not outer.country or outer.country != inner.country or fineness(inner) <= fineness(outer):
        return False
    return outer.feature == "country" or (outer.feature == "province" and outer.name == inner.admin1 != "")


def settle_places(context: Context) -> None:
    """Moves each outcome to the finest place of its sentence inside its own; fills an empty one where all is plain."""
    p = context.parse
    by_sentence: dict[int, list[Location]] = {}
    told = speakers(context)
    for location in context.locations:
        for mention in location.mentions:
            if mention.aside or any(a <= mention.head <= b for a, b in told):
                continue
            here = by_sentence.setdefault(p.sent[mention.head], [])
            if location not in here:
                here.append(location)
    apart = _told_aside(context)
    for outcome in context.outcomes:
        if id(outcome) in apart:
            outcome.place = None
            continue
        here = by_sentence.get(p.sent[outcome.trigger], [])
        here = [loc for loc in here if not _is_of_another(context, loc, outcome)]
        chosen = _of_its_own(context, outcome) or _finest(p, outcome, here)
        if chosen is not None and chosen is not outcome.place:
            outcome.place = chosen
            outcome.reasons.append(Reason("argument", f"place: {chosen.name}", chosen.start, chosen.end))


def _is_of_another(context: Context, location: Location, outcome: Outcome) -> bool:
    """Is the place, wherever the sentence names it, that of an earlier deed of a list?"""
    p = context.parse
    here = [m.first for m in location.mentions if p.sent[m.first] == p.sent[outcome.trigger]]
    return all(is_of_another(context, i, outcome.trigger) for i in here)


def _of_its_own(context: Context, outcome: Outcome) -> Location | None:
    """The place right after an item told without its verb: "eight were killed in X, two in Y and three in Z"."""
    p = context.parse
    begin, end = p.sents[p.sent[outcome.trigger]]
    last = next((i for i in range(begin, end) if p.end[i] == outcome.end), None)
    if last is None or last + 2 >= end or p.lower[last + 1] not in ("in", "at", "near"):
        return None
    target = outcome.target_at
    own = range(target.first, target.last + 1) if target is not None else ()  # "stormed Gora community in Maru"
    if not any(i in context.place_at and i not in own for i in range(outcome.trigger, last)):
        return None
    following = range(last + 2, min(end, last + 6))
    at = next((i for i in following if i in context.place_at), None)
    if at is None or any(p.word[i] == "," or p.pos[i] == "VERB" for i in range(last + 2, at)):
        return None
    return context.place_at[at]


def _told_aside(context: Context) -> set[int]:
    """What is told of somebody aside did not happen where the sentence is: "two men, who had attacked a convoy, were
    killed in Gwoza" says nothing of where the convoy was. The ids of such outcomes."""
    p = context.parse
    targets = {o.target_at.head for o in context.outcomes if o.target_at is not None}
    apart = set()
    for outcome in context.outcomes:
        clause = outcome.trigger
        while p.dep[clause] != "relcl" and p.head[clause] != clause and p.dep[clause] not in ("ccomp", "advcl"):
            clause = p.head[clause]
        a, b = p.left[clause], p.right[clause]
        beside = a > 0 and p.word[a - 1] == ","
        if p.dep[clause] != "relcl" or not (beside or p.head[clause] in targets):
            continue
        if p.lower[a] in ("who", "whom", "whose") and not any(i in context.place_at for i in range(a, b + 1)):
            apart.add(id(outcome))
    return apart


def _finest(p: Parse, outcome: Outcome, here: list[Location]) -> Location | None:
    """The finest place of the sentence inside the outcome's own; without one, the innermost if all are one chain."""
    if outcome.place is not None:
        place = outcome.place
        inner = [loc for loc in here if loc is not place and holds(place, loc)]
    else:
        inner = [loc for loc in here if not any(holds(loc, other) for other in here if other is not loc)]
        if len(inner) != 1 or inner[0].feature == "country" or inner[0].role == "route or border":
            return None
        if not _presented(p, inner[0]):
            return None
    if not inner:
        return None
    return min(inner, key=lambda loc: (-fineness(loc), _distance(loc, outcome)))


def _presented(p: Parse, location: Location) -> bool:
    """Does a preposition of place, a bracket or a comma put it forward as the scene?"""
    for mention in location.mentions:
        before = p.lower[mention.first - 1] if mention.first else ""
        if before in ("the", "of", "area", "areas", "town", "city", "village", "district"):
            before = p.lower[mention.first - 2] if mention.first > 1 else ""
        if before in ("in", "at", "near", "on", "around", "outside", "inside", "within", "across", "of", "area"):
            return True
    return False


def _distance(location: Location, outcome: Outcome) -> int:
    return min(abs(m.first - outcome.trigger) for m in location.mentions)
