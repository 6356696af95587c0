"""Names built around the name of a known force: its units ("PMF 40th Brigade", "Rutba PMF Regiment") and its local
forces ("Demoso PDF", "Daung Min People's Defence Force", "Mai-Mai Buhirwa")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...read.language import Parse
from ..records import Reason
from ..words.names import in_title_case
from ..words.phrases import fold_word
from .candidates import Candidate, Scene

UMBRELLA = "umbrella"  # a kind: what many local forces have in common, each named after its place or leader
STATE = {"state forces", "external forces"}
_ARMIES = {"army", "air force", "navy"}
_LONGEST = 3


def branches(scene: Scene, c: Candidate) -> Iterator[Candidate]:
    """The candidate as it reads beside the known forces that its name holds; nothing where they cover it."""
    inside = list({id(k): k for i in range(c.first, c.last + 1) if (k := scene.known.get(i)) is not None}.values())
    for known in inside:
        shaped = _beside(scene.p, c, known)
        if shaped is None:
            return
        c = shaped
    yield c


def _beside(p: Parse, c: Candidate, known: Candidate) -> Candidate | None:
    if known.first <= c.first and known.last >= c.last:
        return None
    if known.last > c.last or known.first < c.first:
        return None  # they overlap: the known name is the surer one
    if known.first > c.first and _of_before(p, known.first, c.first) is not None:
        last = _of_before(p, known.first, c.first)
        assert last is not None
        return _part(p, replace(c, last=last, head=last), known, c.first, last) if last > c.first else None
    if known.first == c.first:
        first = known.last + 1
        while first < c.last and p.word[first] in ("-", "'s", "'", "/"):
            first += 1
        if first >= c.last or c.kind == "prefix":
            return None
        return _part(p, c, known, first, c.last)
    if known.last == c.last and not _names_a_branch(p, known, c.first):
        return None
    return _part(p, c, known, c.first, c.last)


def _of_before(p: Parse, first: int, begin: int) -> int | None:
    """The token before the "of" or "of the" that leads to the known name."""
    at = first - 2 if p.lower[first - 1] in ("the", "an", "a") else first - 1
    return at - 1 if at > begin and p.lower[at] in ("of", "for", "from") else None


def _part(p: Parse, c: Candidate, known: Candidate, first: int, last: int) -> Candidate:
    kind = "unit" if c.kind == "armed group" and known.actor_type in STATE else c.kind
    own = [i for i in range(first, last + 1) if known.kind != UMBRELLA or not known.first <= i <= known.last]
    words = [a for i in own for a in fold_word(p.lower[i]) if a not in ("al", "the", "of", "el")]
    if known.kind == UMBRELLA:
        words.append(known.name)  # "Pauk PDF" and "Pauk People's Defence Force" are one
    return replace(
        c, first=first, last=last, head=max(c.head, last) if last == c.last else last, name=p.slice(first, last),
        key=("named", *words), kind=kind, actor_type=known.actor_type, country=known.country, parent=known.name,
        reason=Reason("pattern", f"part of {known.name}", p.start[first], p.end[last]),
    )  # fmt: skip


def _names_a_branch(p: Parse, known: Candidate, first: int) -> bool:
    """May the capitals before a known name be the name of its local branch?"""
    before = range(first, known.first)
    return (
        known.kind not in _ARMIES
        and len(before) <= _LONGEST
        and all(p.tag[i] in ("NNP", "NNPS") for i in before)
        and not in_title_case(p, p.sent[first])
    )


def find_local_forces(scene: Scene) -> Iterator[Candidate]:
    """The local forces of an umbrella: "Demoso PDF", "PDF-Kalay", "Mai-Mai Buhirwa"."""
    p = scene.p
    for known in {id(k): k for k in scene.known.values()}.values():
        if known.kind != UMBRELLA or in_title_case(p, p.sent[known.first]):
            continue
        begin, end = p.sents[p.sent[known.first]]
        first, last = known.first, known.last
        while first > begin and known.first - first < _LONGEST and _is_local_name(scene, first - 1):
            first -= 1
        if first == known.first:
            while last + 1 < end and last - known.last < 2 and _is_local_name(scene, last + 1):
                last += 1
        if (first, last) != (known.first, known.last):
            yield replace(
                _part(p, known, known, first, last), head=max(known.head, last), rank=1, words=(), kind="armed group"
            )


def _is_local_name(scene: Scene, i: int) -> bool:
    p = scene.p
    return (
        p.tag[i] in ("NNP", "NNPS") and p.word[i][0].isupper() and i not in scene.nations and i not in scene.known
        and i not in scene.persons and p.lower[i] not in ("militia", "force", "forces")
    )  # fmt: skip
