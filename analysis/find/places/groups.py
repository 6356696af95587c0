"""Which toponyms of a document name the same place: one group a place."""

from __future__ import annotations

from collections.abc import Iterable

from ...read.language import Parse
from ..gazetteer.folding import fold
from .cues import Toponym
from .names import shorter
from .sites import road_kind
from .words import cues, namesakes, prominence

_APART = {("city", "province"), ("town", "province"), ("village", "province"), ("district", "province"),
          ("village", "district"), ("town", "district"), ("city", "district")}  # fmt: skip
_WEAK_CUES = {"preposition", "list", "name", "object"}
_KNOWN = 4.5  # prominence: thirty thousand people
_GREAT = 0.62  # importance of a city that is meant by its name alone, not the region around it
_STATES = {"be", "have", "remain", "lie", "sit", "stand", "become", "see", "witness", "come", "get"}
_SPEAKING = {"say", "tell", "add", "tweet", "write", "ask", "reply", "explain", "recall", "insist", "argue", "warn"}
_LOOSE = {"city", "town", "village", "district", "province", "region", "desert", "border", "country", ""}


def group_toponyms(found: list[Toponym]) -> list[list[Toponym]]:
    """The toponyms that are places, grouped by place; a name without a cue joins the group that it spells.

    "Rutba district" and "Al-Rutba" are one place; "Ghazni city" and "Ghazni province" are two.
    """
    groups: list[list[Toponym]] = []
    by_key: dict[str, list[list[Toponym]]] = {}
    _spell_out(found)
    for t in found:
        if t.cue and t.literal:
            _place(t, groups, by_key)
    for t in found:
        if not (t.cue and t.literal) and (home := _home(t, by_key.get(_key(t), ()))) is not None:
            home.append(t)
    for group in groups:
        group.sort(key=lambda t: t.first)
    return sorted(groups, key=lambda g: g[0].first)


def _spell_out(found: list[Toponym]) -> None:
    """The initials of a place that the text names before are that place: "Khyber Pakhtunkhwa", later "KP"."""
    full: dict[str, str] = {}
    for t in found:
        words = t.name.replace("-", " ").split()
        if t.first == t.last and t.name.isupper() and t.name in full and not t.country:
            t.name = full[t.name]
        elif t.cue and 2 <= len(words) <= 4 and all(word[0].isupper() for word in words):
            full.setdefault("".join(word[0] for word in words), t.name)


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
    if (a.feature, b.feature) in _APART or (b.feature, a.feature) in _APART:
        return False
    kinds = {a.feature, b.feature}
    if "region" in kinds and kinds & {"city", "town", "village", ""}:  # "Kharkiv", "the Kharkiv region"
        known = namesakes(a.name)
        great = any(c.feature == "city" and c.importance >= _GREAT for c in known)
        return not (great and any(c.feature == "province" for c in known))
    return True


def _key(t: Toponym) -> str:
    """What spellings of one name share: the country, or the folded name without its word for the kind."""
    if t.country:
        return t.country
    if t.cue == "road":
        return f"road {road_kind(t.name)}"
    folded = fold((t.feature in _LOOSE and shorter(t.name)) or t.name)
    return (folded.peeled if t.feature in _LOOSE else "") or folded.key


def acts(p: Parse, group: list[Toponym]) -> bool:
    """Is the name somebody's rather: little known, with no more to make it a place than a preposition, and elsewhere in
    the text it says or does something ("in Rozen's case", "Rozen said")?"""
    cued = [t for t in group if t.cue and t.literal]
    if any(t.cue not in _WEAK_CUES or t.feature or t.inside or t.forced or t.country for t in cued):
        return False
    if any(prominence(t.name) >= _KNOWN for t in group):
        return False
    deeds = [p.lemma[p.head[t.last]] for t in group if not t.cue and p.dep[t.last] == "nsubj"]
    deeds = [verb for verb in deeds if verb not in _STATES and verb not in cues("suffer")]
    return len(deeds) > len(cued) or any(verb in _SPEAKING for verb in deeds)
