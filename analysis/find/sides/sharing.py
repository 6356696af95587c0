"""What outcomes of one sentence share: who did it, and whose people or things they were.

"Gunmen stormed the village and 13 people were killed": the gunmen killed them. "Killed five policemen and wounded three
others": the others are policemen too. Nobody is taken to have struck his own side.
"""

from __future__ import annotations

from ..context import Context
from ..deeds.triggers import PEOPLE
from ..records import STATES, Force, Outcome, Reason

BLOWS = {"killed", "wounded", "attacked", "destroyed", "kidnapped"}
_DEEDS = BLOWS | {"captured territory", "seized", "arrested", "launched operation"}
_BOMBS = {"bomb", "device", "grenade", "ied", "landmine", "mine"}
_ELLIPTIC = {"other", "others", "more", "another", "rest"}
_FOLLOWERS = {"accomplices", "aides", "associates", "bodyguards", "companions", "comrades", "followers", "men"}
_ABOARD = {"crew", "occupants", "passengers", "people", "personnel", "persons"}
_THINGS = {"weapons", "explosives", "vehicle", "position"}
_OF_FORCES = {"agents", "guards", "men", "officer", "officers", "personnel", "rangers", "soldier", "soldiers", "troops"}
_HELD = {"combatant", "position", "security force", "vehicle"}
_TAKEN = {"seized", "destroyed", "found", "defused", "captured territory"}


def share_sides(context: Context) -> None:
    """Fills empty actors and affected sides from the other outcomes of the sentence."""
    p = context.parse
    by_sentence: dict[int, list[Outcome]] = {}
    for outcome in context.outcomes:
        by_sentence.setdefault(p.sent[outcome.trigger], []).append(outcome)
    for outcome in context.outcomes:
        here = by_sentence[p.sent[outcome.trigger]]
        if not outcome.affected and outcome.outcome != "clashed":
            _share_affected(context, outcome, here)
        if not outcome.actor and outcome.outcome in BLOWS:
            _share_actor(context, outcome, here)


def _share_affected(context: Context, outcome: Outcome, here: list[Outcome]) -> None:
    """A part is of its whole's side, "others" of the side of those before; what is taken is the hostile side's."""
    whole = outcome.part_of
    words = outcome.target.lower().split()
    found: Force | None = None
    if whole is not None and whole.affected_forces and outcome.target_kind != "civilian":
        found = whole.affected_forces[0]
    elif words and words[-1] in _ELLIPTIC | _FOLLOWERS:
        before = [
            o
            for o in here
            if o.trigger <= outcome.trigger and o is not outcome and o.affected_forces and o.target_kind in PEOPLE
        ]
        same = [o for o in before if o.actor_forces == outcome.actor_forces or not outcome.actor_forces]
        found = same[-1].affected_forces[0] if same else None
    elif (hit := _struck(context, outcome, words, here)) is not None:
        found = hit
    elif outcome.outcome in _TAKEN and outcome.target_kind in _THINGS:
        found = _enemy(context, outcome)
    if found is None and words and outcome.target_kind in ("security force", "person unspecified"):
        found = _same_men(context, outcome, words[-1])
    if found is not None and found not in outcome.actor_forces:
        outcome.set_affected([found], f"affected: {found.name}", outcome)


def _same_men(context: Context, outcome: Outcome, noun: str) -> Force | None:
    """ "Officers" after "Mexican police officers": the same force's, where all before were."""
    if noun not in _OF_FORCES:
        return None
    before = [o for o in context.outcomes if o.trigger < outcome.trigger and o.affected_forces
              and o.target.lower().endswith(noun)]  # fmt: skip
    forces = {id(f): f for o in before for f in o.affected_forces}
    return next(iter(forces.values())) if len(forces) == 1 else None


def _struck(context: Context, outcome: Outcome, words: list[str], here: list[Outcome]) -> Force | None:
    """ "The convoy was ambushed, killing two": two of those whose convoy it was; not named civilians."""
    if outcome.outcome not in ("killed", "wounded") or outcome.target_kind != "person unspecified" or not words:
        return None
    at = outcome.target_at
    number = at is not None and context.parse.tag[at.head] == "CD"
    if context.parse.tag[outcome.trigger] != "VBG" and not number:
        return None
    if not number and words[-1] not in _ABOARD:
        return None
    hit = [
        o for o in here
        if o.affected_forces and o.trigger < outcome.trigger and o.outcome in ("attacked", "destroyed")
        and o.target_kind in _HELD
    ]  # fmt: skip
    return hit[-1].affected_forces[0] if hit else None


def _enemy(context: Context, outcome: Outcome) -> Force | None:
    """The one hostile side of the sentence, where state forces took or destroyed the thing."""
    p = context.parse
    if not outcome.actor_forces or any(f.actor_type not in STATES for f in outcome.actor_forces):
        return None
    a, b = p.sents[p.sent[outcome.trigger]]
    near = {id(f): f for i in range(a, b) if (f := context.force_at.get(i)) is not None and f.actor_type not in STATES}
    hostile = [f for f in near.values() if f.actor_type in ("rebel group", "political militia")]
    return hostile[0] if len(near) == len(hostile) == 1 else None


def _share_actor(context: Context, outcome: Outcome, here: list[Outcome]) -> None:
    """The actor of the nearest deed of the sentence that is told by the same voice, unless it is the victim's side.

    A bomb that does the deed has a hand of its own: "the gunmen fired before a bomb hit the patrol".
    """
    if _BOMBS & {context.parse.lemma[c] for c in context.parse.children[outcome.trigger]}:
        return
    others = [
        o for o in here
        if o.actor and o.outcome in _DEEDS and o.statement is outcome.statement and o.status == outcome.status
    ]  # fmt: skip
    for other in sorted(others, key=lambda o: abs(o.trigger - outcome.trigger)):
        if any(is_own_side(f, outcome) for f in other.actor_forces) or not other.actor_forces:
            continue
        outcome.actor, outcome.actor_forces = list(other.actor), list(other.actor_forces)
        note = f"actor: {'; '.join(other.actor)} (of the same sentence)"
        outcome.reasons.append(Reason("argument", note, other.start, other.end))
        return


def is_own_side(force: Force, outcome: Outcome) -> bool:
    """Is the force on the side of those whom the deed hit?"""
    state = force.actor_type in STATES
    if force in outcome.affected_forces:
        return True
    for hit in outcome.affected_forces:
        if state == (hit.actor_type in STATES) and (not state or force.country == hit.country):
            return True
    return (outcome.target_kind == "security force" and state) or (outcome.target_kind == "combatant" and not state)
