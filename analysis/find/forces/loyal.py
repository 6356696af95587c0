"""Armed men named by whom they follow: "forces loyal to former president Sabri", "Sabri loyalists", "Sabri's men"."""

from __future__ import annotations

from collections.abc import Iterator

from ..records import Reason
from .candidates import Candidate, Scene

_MEN = {"forces", "troops", "fighters", "soldiers", "militias", "militiamen", "gunmen", "units", "rebels", "tribesmen"}
_TIES = {("loyal", "to"), ("faithful", "to"), ("allied", "to"), ("allied", "with")}
_TITLES = {"president", "general", "gen.", "marshal", "former", "ousted", "deposed", "the", "warlord", "commander"}
_POWERS = {"government", "president", "regime", "junta", "state"}
_FALLEN = {"former", "ousted", "deposed", "ex"}


def find_loyal(scene: Scene) -> Iterator[Candidate]:
    """Men with the name of the person or power whom they follow, one force for each such name."""
    p = scene.p
    for i in range(len(p) - 1):
        low = p.lower[i]
        if low in _MEN and i + 3 < len(p) and (p.lower[i + 1], p.lower[i + 2]) in _TIES:
            if not _has_name(scene, i) and (last := _name_end(scene, i + 3)) is not None:
                yield _candidate(scene, i, last, i, i + 3)
        elif (
            low == "loyalists"
            and i
            and p.tag[i - 1] == "NNP"
            and i - 1 not in scene.known
            and i - 1 not in scene.nations
        ):
            yield _candidate(scene, i - 1, i, i, i - 1)
        elif (
            low in _MEN
            and i > 1
            and p.lower[i - 1] in ("'s", "’s")
            and i - 2 in scene.persons
            and i - 2 not in scene.nations
        ):
            yield _candidate(scene, i - 2, i, i, i - 2)


def _has_name(scene: Scene, men: int) -> bool:
    """ "FLM rebel forces loyal to General X": their own name stands before them."""
    p = scene.p
    return any(p.tag[j] == "NNP" or p.word[j] == ")" for j in range(max(p.sents[p.sent[men]][0], men - 2), men))


def _name_end(scene: Scene, start: int) -> int | None:
    """The last token of the name after "loyal to"; None where no name or power follows in the sentence."""
    p, i = scene.p, start
    while i < len(p) and p.sent[i] == p.sent[start] and (p.lower[i] in _TITLES or p.tag[i] in ("NNP", "JJ")):
        i += 1
    if i < len(p) and p.lower[i] in _POWERS and p.sent[i] == p.sent[start]:
        return i
    return i - 1 if i > start and p.tag[i - 1] == "NNP" and i - 1 not in scene.known else None


def _candidate(scene: Scene, first: int, last: int, head: int, name: int) -> Candidate:
    p = scene.p
    end = last if name <= last and p.lower[last] not in ("loyalists", *_MEN) else name
    words = set(p.lower[name : end + 1])
    power = bool(words & _POWERS) and not words & _FALLEN
    followed = "government" if p.lower[end] in _POWERS else p.lower[end]
    return Candidate(
        first, last, head, p.slice(first, last), ("loyal", followed), "militia",
        "state forces" if power or _governs(scene, followed) else "political militia", scene.country, rank=1,
        reason=Reason("pattern", "named by whom they follow", p.start[first], p.end[last]),
    )  # fmt: skip


def _governs(scene: Scene, name: str) -> bool:
    """Does the report call the person its president, and not a former one?"""
    p = scene.p
    for i, word in enumerate(p.lower):
        if word == name:
            before = p.lower[max(0, i - 5) : i]
            if "president" in before and not _FALLEN & set(before):
                return True
    return False
