"""Nobody harms his own side, unless the text says so: the last check of who did a deed to whom.

A force that owns the target ("Islamic State members killed") or whose country's men it hit ("the army hunts those
behind the ambush, which led to the death of six soldiers") is the side that lost them, not the one that did it.
"""

from __future__ import annotations

from ..context import Context
from ..records import Force, Outcome, Reason
from ..words.subjects import by_agents, subject
from .sides import owner_force

_HARM = {"killed", "wounded", "kidnapped", "attacked"}
_MEN = {"officer", "personnel", "policeman", "soldier", "troop", "trooper"}


def clear_own_side(context: Context) -> None:
    """Empties the actor of a deed that its own side suffered, where the deed's own clause does not name him."""
    for outcome in context.outcomes:
        if outcome.outcome not in _HARM or not outcome.actor_forces or outcome.target_at is None:
            continue
        if context.parse.lemma[outcome.trigger] == "lose":
            continue  # whoever lost them is told apart from who did it
        owner = owner_force(context, outcome.target_at.head)
        men = context.parse.lemma[outcome.target_at.head] in _MEN
        hit = [f for f in outcome.actor_forces if f is owner or (men and _is_of_its_state(f, outcome))]
        if not hit or _is_said_outright(context, outcome, hit):
            continue
        if not outcome.affected:
            outcome.affected, outcome.affected_forces = [f.name for f in hit], hit
        outcome.actor_forces = [f for f in outcome.actor_forces if f not in hit]
        outcome.actor = [f.name for f in outcome.actor_forces]
        outcome.reasons.append(Reason("argument", "actor: none, for it is its own side", outcome.start, outcome.end))


def _is_of_its_state(force: Force, outcome: Outcome) -> bool:
    """Are soldiers or police hit who belong to nobody else, by a force of the state?"""
    if outcome.target_kind != "security force" or force.actor_type != "state forces":
        return False
    return all(f.actor_type == force.actor_type and f.country == force.country for f in outcome.affected_forces)


def _is_said_outright(context: Context, outcome: Outcome, hit: list[Force]) -> bool:
    """ "The army shot two of its own soldiers": the subject of the deed, or its "by"."""
    p, i = context.parse, outcome.trigger
    heads = [*by_agents(p, i), *([own] if (own := subject(p, i)) is not None else [])]
    target = outcome.target_at.head if outcome.target_at else -1
    return p.pos[i] == "VERB" and any(context.force_at.get(h) in hit for h in heads if h != target)
