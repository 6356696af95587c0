"""May two events of different documents be the same incident? The evidence, its weight, and the reason in words."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .events import Event, Place

ENOUGH = 5  # the weight from which two events are joined
_SAME_KM = 3.0  # two points this near are one place
_NEAR_KM = 60.0  # a district's own point may lie this far from a town in it


@dataclass(slots=True)
class Join:
    weight: int
    reason: str


def weigh(a: Event, b: Event) -> Join | None:
    """The evidence for one incident, or None where something speaks against it.

    Same place 3 (a place within the other 1), same day 2 (windows that overlap 1), the same toll of dead 2 (of
    wounded 1), a shared named force 1. Against: other days, another place, no kind of outcome in common, other sides
    that act or that bear.
    """
    if not (families := a.families & b.families):
        return None
    days = _days(a, b)
    place = _places(a.place, b.place)
    if days is None or place is None:
        return None
    evidence = [place, days]
    for mine, yours in ((a.actors, b.actors), (a.affected, b.affected)):
        if mine and yours and not mine & yours:
            return None
    if shared := a.forces & b.forces:
        evidence.append((1, f"both name {min(shared)}"))
    for outcome, weight in (("killed", 2), ("wounded", 1)):
        one, other = a.toll(outcome), b.toll(outcome)
        if one and other:
            if one == other and (one[0] or one[1]):
                evidence.append((weight, f"the same number {outcome}"))
            elif _far_apart(one[0], other[0]):
                evidence.append((-weight, f"numbers {outcome} far apart"))
    weight = sum(w for w, _ in evidence)
    if weight < ENOUGH:
        return None
    return Join(weight, "; ".join(words for _, words in evidence) + f" ({', '.join(sorted(families))})")


def _far_apart(one: int | None, other: int | None) -> bool:
    return bool(one and other and max(one, other) > 4 * min(one, other))


def _days(a: Event, b: Event) -> tuple[int, str] | None:
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return None
    if a.first > b.last or b.first > a.last:
        return None
    if a.dated and b.dated and a.first == b.first and a.last == b.last and a.first == a.last:
        return 2, "same day"
    if not (a.dated and b.dated):
        return 1, "days overlap (one undated: day of publication)"
    return 1, "days overlap"


def _places(a: Place | None, b: Place | None) -> tuple[int, str] | None:
    if a is None or b is None or (a.country and b.country and a.country != b.country):
        return None
    apart = distance(a, b)
    if a.name == b.name and (apart is None or apart <= _NEAR_KM):
        return (1 if a.coarse else 3), f"both at {a.name}"
    if apart is None:
        return None
    if apart <= _SAME_KM and a.coarse == b.coarse:
        return 3, f"{a.name} and {b.name} are one point"
    if a.coarse != b.coarse:
        inner, outer = (b, a) if a.coarse else (a, b)
        if inner.admin1 and inner.admin1 in (outer.admin1, outer.name):
            return 1, f"{inner.name} lies in {outer.name}"
    return None


def distance(a: Place, b: Place) -> float | None:
    """Kilometres between two places on a sphere; None where one has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    p = math.pi / 180
    h = math.sin((b.lat - a.lat) * p / 2) ** 2
    h += math.cos(a.lat * p) * math.cos(b.lat * p) * math.sin((b.lon - a.lon) * p / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, h)))
