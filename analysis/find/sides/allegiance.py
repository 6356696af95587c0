"""Whose man a person is, and whom "we" and "our" stand for: the force that a speaker belongs to or leads."""

from __future__ import annotations

from ..context import Context
from ..records import Force, Person, Statement

_BEHIND = ({"loyal", "to"}, {"led", "by"}, {"commanded", "by"}, {"headed", "by"}, {"command", "of"})
_REACH = 6


def force_of_person(context: Context, person: Person) -> Force | None:
    """The force that the text gives for the person: his office in it, or "rebels loyal to General X"."""
    return _named(context, person.affiliation) or _followed(context, person)


def force_of_speaker(context: Context, statement: Statement | None) -> Force | None:
    """The force for which the speaker of the statement speaks; None for a civilian's or an unnamed source's."""
    if statement is None:
        return None
    if statement.force is not None:
        return statement.force
    if (found := _named(context, statement.affiliation)) is not None:
        return found
    return force_of_person(context, statement.person) if statement.person is not None else None


def _named(context: Context, name: str) -> Force | None:
    low = name.lower().removeprefix("the ")
    if not low:
        return None
    for force in context.forces:
        if low in (w.lower() for w in (force.name, force.mention, *force.aliases)):
            return force
    return None


def _followed(context: Context, person: Person) -> Force | None:
    """ "FLM rebels loyal to General X": the force named before the words that make him its head."""
    p = context.parse
    for mention in person.mentions:
        a = p.sents[p.sent[mention.first]][0]
        near = range(max(a, mention.first - _REACH), mention.first)
        words = {p.lower[i] for i in near}
        if any(pair <= words for pair in _BEHIND):
            verb = next(i for i in near if any(p.lower[i] in pair for pair in _BEHIND))
            for j in range(verb - 1, max(a, verb - _REACH) - 1, -1):
                if j in context.force_at:
                    return context.force_at[j]
    return None
