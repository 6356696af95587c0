"""Armed actors without a name: "gunmen", "militants", "bandits" (knowledge/generic_actors.csv)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..read.knowledge import knowledge
from .force_candidates import Candidate, Scene
from .phrases import Phrases
from .records import Reason


@dataclass(frozen=True, slots=True)
class GenericActor:
    """side: hostile (of some organisation), unknown (nobody can say whose), unarmed."""

    name: str
    actor_type: str
    side: str


@cache
def _actors() -> Phrases[GenericActor]:
    return Phrases(
        (row["actor"], GenericActor(row["name"], row["actor_type"], row["side"])) for row in knowledge("generic_actors")
    )


def find_generic(scene: Scene) -> Iterator[tuple[Candidate, GenericActor]]:
    """Every unnamed armed actor; whether it is a row of its own is decided once all named ones are known."""
    p, atoms, k = scene.p, scene.atoms, 0
    while k < len(atoms.atom):
        step = 1
        for n, values in _actors().at(atoms, k):
            first, last = atoms.token[k], atoms.token[k + n - 1]
            if not p.tag[last].startswith("N") or last in scene.persons or p.dep[last] in ("compound", "amod", "nmod"):
                continue
            actor = values[0]
            reason = Reason("knowledge", f"unnamed actor: {actor.name}", p.start[first], p.end[last])
            key = ("generic", actor.name)
            yield (
                Candidate(
                    first,
                    last,
                    last,
                    actor.name,
                    key,
                    "armed group",
                    actor.actor_type,
                    generic=True,
                    rank=4,
                    reason=reason,
                ),
                actor,
            )
            step = n
            break
        k += step
