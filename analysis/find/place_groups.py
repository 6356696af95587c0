"""Which toponyms of a document name the same place: one group a place."""

from __future__ import annotations

from collections.abc import Iterable

from .folding import fold
from .place_cues import Toponym
from .place_sites import road_kind

_APART = {("city", "province"), ("town", "province"), ("village", "province"), ("district", "province"),
          ("village", "district")}  # fmt: skip
_LOOSE = {"city", "town", "village", "district", "province", "region", "desert", "border", "country", ""}


def group_toponyms(found: list[Toponym]) -> list[list[Toponym]]:
    """The toponyms that are places, grouped by place; a name without a cue joins the group that it spells.

    "Rutba district" and "Al-Rutba" are one place; "Ghazni city" and "Ghazni province" are two.
    """
    groups: list[list[Toponym]] = []
    by_key: dict[str, list[list[Toponym]]] = {}
    for t in found:
        if t.cue and t.literal:
            _place(t, groups, by_key)
    for t in found:
        if not (t.cue and t.literal) and (home := _home(t, by_key.get(_key(t), ()))) is not None:
            home.append(t)
    for group in groups:
        group.sort(key=lambda t: t.first)
    return sorted(groups, key=lambda g: g[0].first)


def _place(t: Toponym, groups: list[list[Toponym]], by_key: dict[str, list[list[Toponym]]]) -> None:
    same = by_key.setdefault(_key(t), [])
    if (home := _home(t, same)) is not None:
        home.append(t)
        return
    group = [t]
    groups.append(group)
    same.append(group)


def _home(t: Toponym, groups: Iterable[list[Toponym]]) -> list[Toponym] | None:
    for group in groups:
        if all(_may_be_one(t, other) for other in group):
            return group
    return None


def _may_be_one(a: Toponym, b: Toponym) -> bool:
    if a.inside is b or b.inside is a:
        return False
    if a.feature == b.feature:
        return True
    if a.feature not in _LOOSE or b.feature not in _LOOSE:
        return not (a.feature and b.feature) or a.name == b.name
    return (a.feature, b.feature) not in _APART and (b.feature, a.feature) not in _APART


def _key(t: Toponym) -> str:
    """What spellings of one name share: the country, or the folded name without its word for the kind."""
    if t.country:
        return t.country
    if t.cue == "road":
        return f"road {road_kind(t.name)}"
    folded = fold(t.name)
    return (folded.peeled if t.feature in _LOOSE else "") or folded.key
