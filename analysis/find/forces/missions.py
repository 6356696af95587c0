"""Missions of international bodies that are named by the body alone: "UN peacekeepers", "African Union troops"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...read.knowledge import knowledge, listed
from ..records import Reason
from ..words.phrases import Phrases
from .candidates import Candidate, Scene

_BODIES = {
    "UN": "United Nations", "U.N.": "United Nations", "United Nations": "United Nations", "AU": "African Union",
    "African Union": "African Union", "ECOWAS": "ECOWAS",
}  # fmt: skip
_FORCES = {"peacekeepers", "peacekeeper", "troops", "troop", "soldiers", "soldier", "force", "forces", "helmets"}
_BEFORE_FORCES = {"peacekeeping", "peace", "military", "blue", "stabilisation", "stabilization", "multinational", "-"}


@cache
def _bodies() -> Phrases[str]:
    return Phrases(_BODIES.items())


@cache
def body_of(force: str) -> str:
    """The international body whose mission the known force is, by its names; '' for any other force."""
    row = next((r for r in knowledge("forces") if r["force"] == force), None)
    if row is None or row["kind"] != "peacekeepers":
        return ""
    names = " ".join([row["force"], *listed(row["aliases"])])
    return next((body for body in ("United Nations", "African Union", "ECOWAS") if body in names), "")


def find_missions(scene: Scene) -> Iterator[Candidate]:
    """Every mission that the text names by its body."""
    p, atoms = scene.p, scene.atoms
    for k in range(len(atoms.atom)):
        for n, bodies in _bodies().at(atoms, k):
            first, last = atoms.token[k], atoms.token[k + n - 1]
            if not p.word[first][0].isupper() or (first == last and not p.word[first].replace(".", "").isupper()):
                continue
            noun = _force_after(scene, last)
            if noun is not None:
                reason = Reason("pattern", f"forces of the {bodies[0]}", p.start[first], p.end[noun])
                yield Candidate(
                    first, noun, noun, f"{bodies[0]} peacekeepers", ("mission", bodies[0]), "peacekeepers",
                    "external forces", rank=1, reason=reason,
                )  # fmt: skip
            break


def _force_after(scene: Scene, last: int) -> int | None:
    """The noun for its soldiers after the body's name: "UN peacekeepers", "the UN peacekeeping mission"."""
    p = scene.p
    i, end = last + 1, p.sents[p.sent[last]][1]
    peace = False
    while i < end and p.lower[i] in _BEFORE_FORCES:
        peace, i = peace or p.lower[i] in ("peacekeeping", "peace"), i + 1
    if i < end and (p.lower[i] in _FORCES or (peace and p.lower[i] in ("mission", "operation"))):
        return i
    return None
