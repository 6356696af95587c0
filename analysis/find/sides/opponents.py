"""The other side of a deed, where the report leaves it to the reader: "two soldiers and seven rebels were killed in a
clash", "the rebels attacked a convoy. Three soldiers died".

Every fight that the report tells outright (who did it to whom) sets two forces against each other. A deed that has only
one of its sides takes the other from the fight nearest to it, or from the one force of the opposite side that the
report names there. Bombs whose hand nobody names and attackers whom nobody has identified keep an empty cell.
"""

from __future__ import annotations

from collections.abc import Set

from ...read.language import Parse
from ..context import Context
from ..deeds.noun_arguments import bearer
from ..deeds.triggers import PEOPLE
from ..records import PAST, STATES, TO_COME, Force, Outcome, Reason
from .allegiance import force_of_speaker
from .followed_deeds import CLASHES, HARM, begins_anew, is_states, is_unseen

_GROUPS = {"rebel group", "political militia", "identity militia"}
_TAKEN = {"seized", "destroyed", "found", "defused", "attacked", "captured territory"}
_ARMED = {"weapons", "explosives", "position"}
_TELLERS = {"information", "media", "press", "relations", "staff"}  # of bodies that only tell what others did
_LEAD = 3  # paragraphs in which the account follows
_REACH = 2  # paragraphs back


class _Fights:
    """Who is told to have fought whom, and where; and which sentences tell of a clash."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.told: list[tuple[int, Force, Force]] = []
        for o in context.outcomes:
            if o.status in PAST or o.status in TO_COME:
                continue
            for a in o.actor_forces:
                for b in o.affected_forces:
                    if a is not b:
                        self.told += [(o.trigger, a, b), (o.trigger, b, a)]

    def opponent(self, force: Force, at: int, reach: int = 0) -> Force | None:
        """Whom the force fights, by the fight told last before the token, in its paragraph or `reach` before it."""
        p = self.context.parse
        near = [
            (abs(at - t), b) for t, a, b in self.told
            if a is force and 0 <= p.paragraph[at] - p.paragraph[t] <= reach and (t <= at or p.sent[t] == p.sent[at])
        ]  # fmt: skip
        return min(near, key=lambda x: x[0])[1] if near else None

    def only_opponent(self, force: Force) -> Force | None:
        """Whom the force fights throughout the report, where that is one side."""
        foes = {id(b): b for _, a, b in self.told if a is force}
        if not foes:
            foes = {id(f): f for f in self.context.forces if _opposed(force, f)}
        return next(iter(foes.values())) if len(foes) == 1 else None

    def beside(self, force: Force, at: int) -> Force | None:
        """The one force of the other side that the sentence names or hits, in a clash."""
        p = self.context.parse
        a, b = p.sents[p.sent[at]]
        if not any(p.lemma[i] in CLASHES or p.lower[i] in CLASHES for i in range(a, b)):
            return None
        near = {id(f): f for i in range(a, b) if (f := self.context.force_at.get(i)) is not None}
        for o in self.context.outcomes:
            if a <= o.trigger < b:
                near |= {id(f): f for f in o.affected_forces}
        foes = [f for f in near.values() if _opposed(force, f)]
        return foes[0] if len(foes) == 1 else None


def settle_opponents(context: Context) -> None:
    """Fills empty actors and affected sides of deeds between armed sides."""
    fights = _Fights(context)
    for outcome in context.outcomes:
        if outcome.outcome == "clashed" or outcome.status in TO_COME:
            continue
        _of_the_enemy(context, fights, outcome)
        if not outcome.affected:
            _fill_affected(context, fights, outcome)
        if not outcome.actor and outcome.outcome in HARM:
            _fill_actor(context, fights, outcome)
    _fill_clashes(context, fights)


def _fill_affected(context: Context, fights: _Fights, outcome: Outcome) -> None:
    kind = outcome.target_kind
    found: Force | None = None
    if outcome.target_at is not None and bearer(context.parse, outcome.target_at.head) is not None:
        return  # "his men lost two fighters": their own, whoever they are
    if kind in ("combatant", "security force") and outcome.outcome in HARM | {"surrendered"}:
        found = _side_near(context, outcome, _GROUPS if kind == "combatant" else STATES)
    elif _is_of_the_other_side(outcome) and len(outcome.actor_forces) == 1:
        side = outcome.actor_forces[0]
        found = fights.opponent(side, outcome.trigger, _REACH) or fights.only_opponent(side)
    elif kind == "weapons" and outcome.outcome in ("seized", "found") and not outcome.actor:
        found = _only_group(context)
    if found is None or found in outcome.actor_forces:
        return
    if any(not _opposed(f, found) and not _told(fights, f, found) for f in outcome.actor_forces):
        return
    outcome.set_affected([found], f"affected: {found.name} (the other side)", outcome)


def _is_of_the_other_side(outcome: Outcome) -> bool:
    """Arms, positions and ground that somebody takes or destroys were those of the side that he fights."""
    return outcome.outcome == "captured territory" or (outcome.outcome in _TAKEN and outcome.target_kind in _ARMED)


def _only_group(context: Context) -> Force | None:
    """The one armed group of the report, whose arms are seized."""
    groups = [f for f in context.forces if f.actor_type in ("rebel group", "political militia")]
    return groups[0] if len(groups) == 1 else None


def _side_near(context: Context, outcome: Outcome, types: Set[str]) -> Force | None:
    """The force of these types that the report has named last before the deed, near it, or alone names."""
    p, at = context.parse, outcome.trigger
    fits = [
        f for f in context.forces if f.actor_type in types and f not in outcome.actor_forces and f.kind != "militia"
    ]
    before = [
        (m.head, n) for n, f in enumerate(fits) for m in f.mentions
        if m.head <= at and p.paragraph[at] - p.paragraph[m.head] <= _REACH
    ]  # fmt: skip
    if before:
        return fits[max(before)[1]]
    return fits[0] if len(fits) == 1 else None


def _fill_actor(context: Context, fights: _Fights, outcome: Outcome) -> None:
    if len(outcome.affected_forces) != 1 or outcome.count == (0, 0) or is_unseen(context, outcome):
        return
    if outcome.outcome == "arrested" and outcome.target_kind != "combatant":
        return
    hit = outcome.affected_forces[0]
    found = fights.beside(hit, outcome.trigger)
    if found is None and outcome.status not in PAST:
        if not begins_anew(context.parse, outcome.trigger):
            more = {"other", "others"} & set(outcome.target.lower().split()) or _says_other(context, outcome)
            found = fights.opponent(hit, outcome.trigger, 1 if more else 0)
        found = found or _told_after(context, outcome, hit)
        found = found or _claimant(context, outcome, hit)
    if found is not None:
        outcome.set_actor([found], f"actor: {found.name} (the other side)", outcome)


def _says_other(context: Context, outcome: Outcome) -> bool:
    """ "Three other soldiers were wounded": more of those whom the paragraph before told of."""
    mention = outcome.target_at
    return mention is not None and any(context.parse.lower[c] == "other" for c in context.parse.children[mention.head])


def _told_after(context: Context, outcome: Outcome, hit: Force) -> Force | None:
    """ "Five policemen died in an ambush. ... They were ambushed by gunmen": what a lead leaves to the account."""
    p, at = context.parse, outcome.trigger
    a, b = p.sents[p.sent[at]]
    for o in context.outcomes:
        if o.trigger <= at or o.outcome != "attacked" or o.affected_forces != [hit] or len(o.actor_forces) != 1:
            continue
        if p.paragraph[o.trigger] - p.paragraph[at] <= _LEAD and p.lemma[o.trigger] in p.lemma[a:b]:
            return o.actor_forces[0]
    return None


def _claimant(context: Context, outcome: Outcome, hit: Force) -> Force | None:
    """ "The army said that seven rebels were killed": by the army, where it speaks of its enemy's loss; the police
    tell of anybody's."""
    said = outcome.statement
    if said is None or not said.start <= context.parse.start[outcome.trigger] < said.end:
        return None
    force = force_of_speaker(context, said)
    if force is None or force.kind == "police" or not _opposed(force, hit):
        return None
    if _TELLERS & set(force.name.lower().split()):
        return None
    return force


def _of_the_enemy(context: Context, fights: _Fights, outcome: Outcome) -> None:
    """ "158 enemy personnel were killed", in the words of one side: the other side's, by this one."""
    words = outcome.target.lower().split()
    force = force_of_speaker(context, outcome.statement) if {"enemy", "enemies"} & set(words) else None
    if force is None:
        return
    foe = fights.only_opponent(force)
    if foe is not None and (not outcome.affected or outcome.affected_forces == [force]):
        outcome.set_affected([foe], f"affected: {foe.name} (the enemy)", outcome)
    if not outcome.actor and outcome.outcome in HARM:
        outcome.set_actor([force], f"actor: {force.name} (of its enemy's loss)", outcome)


def _fill_clashes(context: Context, fights: _Fights) -> None:
    """A clash without its sides is between those whom it cost men or whom its sentence sets against each other; one
    with a single side is with the foe of that side."""
    p = context.parse
    for clash in context.outcomes:
        if clash.outcome != "clashed" or len(clash.actor_forces) > 1:
            continue
        a, b = p.sents[p.sent[clash.trigger]]
        sides = {id(f): f for f in clash.actor_forces}
        if not sides:
            here = [o for o in context.outcomes if a <= o.trigger < b and o is not clash and o.target_kind in PEOPLE]
            sides = {id(f): f for o in here for f in (*o.affected_forces, *o.actor_forces)}
            if len(sides) != 2:
                sides = {id(f): f for i in range(a, b) if (f := context.force_at.get(i)) is not None}
        if len(sides) == 1:
            one = next(iter(sides.values()))
            other = fights.beside(one, clash.trigger) or fights.opponent(one, clash.trigger)
            sides |= {id(other): other} if other is not None else {}
        both = list(sides.values())
        if len(both) == 2 and (_opposed(*both) or _told(fights, *both)):
            clash.actor_forces, clash.affected_forces = both, both
            clash.actor, clash.affected = [f.name for f in both], [f.name for f in both]
            clash.reasons.append(
                Reason("argument", "sides: those whom the report sets against each other", *_at(p, a, b))
            )


def _at(p: Parse, a: int, b: int) -> tuple[int, int]:
    return p.start[a], p.end[b - 1]


def _opposed(a: Force, b: Force) -> bool:
    """A state and an armed group; two states or two groups only where the report tells of a fight."""
    return is_states(a) != is_states(b) and a.actor_type in STATES | _GROUPS and b.actor_type in STATES | _GROUPS


def _told(fights: _Fights, a: Force, b: Force) -> bool:
    return any(x is a and y is b for _, x, y in fights.told)
