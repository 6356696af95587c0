"""Units that are named in one breath: "the 9th and 16th divisions", "brigades 12, 30 and 57", "the 3rd, 5th and 8th
Infantry Brigades"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...read.language import Parse
from ..records import Reason
from ..words.phrases import fold_word
from .candidates import Candidate, Scene
from .kinds import ARMS
from .units import is_figure, is_ordinal

_PLURALS = {"battalions": "Battalion", "brigades": "Brigade", "companies": "Company", "corps": "Corps",
            "divisions": "Division", "regiments": "Regiment", "squadrons": "Squadron"}  # fmt: skip
_JOINTS = {",", "and", "&", "or"}


@dataclass(slots=True)
class _Owner:
    """Whose units they are, as far as the list says."""

    actor_type: str = "state forces"
    country: str = ""
    parent: str = ""


def find_unit_lists(scene: Scene) -> Iterator[Candidate]:
    """Every unit of every list."""
    p = scene.p
    for i, low in enumerate(p.lower):
        if (noun := _PLURALS.get(low)) is None:
            continue
        begin, end = p.sents[p.sent[i]]
        numbers, arms = _numbers_before(scene, i, begin), ""
        if numbers:
            arms = "".join(p.word[j].capitalize() + " " for j in range(numbers[-1] + 1, i) if j not in scene.nations)
        else:
            numbers = _numbers_after(p, i, end)
        if len(numbers) < 2:
            continue
        owner = _owner(scene, min(i, *numbers), max(i, *numbers))
        for n in numbers:
            last = i if n == numbers[-1] < i else n
            name = f"{p.word[n]} {arms}{noun}" if n < i else f"{noun} {p.word[n]}"
            key = ("named", *(atom for word in name.lower().split() for atom in fold_word(word)))
            reason = Reason("pattern", f"one of several {low}", p.start[min(n, i)], p.end[max(n, i)])
            yield Candidate(
                n, last, last, name, key, "unit", owner.actor_type, owner.country, owner.parent, rank=1, reason=reason
            )


def _numbers_before(scene: Scene, i: int, begin: int) -> list[int]:
    """The ordinals (before a capital, figures too) that are joined before the plural noun at i."""
    p, j = scene.p, i - 1
    while j > begin and (p.lower[j] in ARMS or j in scene.nations):
        j -= 1
    numbers: list[int] = []
    while j >= begin and (is_ordinal(p, j) or (p.word[i][0].isupper() and is_figure(p, j))):
        numbers.insert(0, j)
        j -= 1
        while j > begin and p.lower[j] in _JOINTS:
            j -= 1
    return numbers if all(p.lower[n + 1] in _JOINTS for n in numbers[:-1]) else []


def _numbers_after(p: Parse, i: int, end: int) -> list[int]:
    """The figures after the noun: "brigades 12, 30 and 57"."""
    numbers: list[int] = []
    j = i + 1
    while j < end and is_figure(p, j):
        numbers.append(j)
        j += 1
        while j < end and p.lower[j] in _JOINTS:
            j += 1
    after = numbers[-1] + 1 if numbers else end
    return [] if after < end and p.tag[after] in ("NN", "NNS") else numbers


def _owner(scene: Scene, first: int, last: int) -> _Owner:
    """The known force or nation right before the list, or after "of" behind it."""
    p = scene.p
    before = first - 2 if first > 1 and p.lower[first - 1] in ("'s", "'") else first - 1
    after = last + 3 if p.lower[last + 2 : last + 3] == ["the"] else last + 2
    inside = next((scene.nations[j] for j in range(first, last) if j in scene.nations), None)
    for at in (before, after if p.lower[last + 1 : last + 2] == ["of"] else -1):
        if (known := scene.known.get(at)) is not None:
            return _Owner(known.actor_type, known.country, known.name)
        inside = inside or scene.nations.get(at)
    return _Owner(country=inside.iso3) if inside is not None else _Owner()
