"""Who says that he did it: a claim of responsibility names the actor of the deeds told before it.

Only the claimant's own word counts ("the group claimed responsibility for the blast"), never an accusation; "no group
has claimed responsibility" names nobody. The reason of the cell keeps that it rests on a claim.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...read.language import Parse
from ..context import Context
from ..records import Force, Outcome, Reason
from ..words.grammar import child
from ..words.subjects import subject
from .coreference import resolve_actor

_CLAIMING = {"claim", "take", "assume", "admit", "accept", "acknowledge"}
_OWNED = {"responsibility", "credit", "authorship"}
_SAYING = {"add", "announce", "confirm", "declare", "say", "state"}
_OWN = {"it", "they", "we"}
_DOING = {"carry", "commit", "conduct", "execute", "perpetrate", "stage"}
_DEEDS = {"ambush", "assault", "attack", "blast", "bombing", "explosion", "killing", "operation", "raid", "strike"}
_VIOLENT = {"attacked", "killed", "wounded", "destroyed", "kidnapped"}
_UNDONE = {"denied", "intended", "planned", "background"}
_NOBODY = {"no", "not", "n't", "nobody", "none", "neither", "never"}
_GROUPS = {"rebel group", "political militia", "identity militia"}


def assign_claimed(context: Context) -> None:
    """Fills the actor of the deeds that a group claims, where nobody else is said to have done them."""
    p = context.parse
    for verb, force in (*_claims(context), *_avowals(context)):
        deeds = [o for o in _deeds_before(context, verb) if not o.actor and o.affected_forces != [force]]
        for outcome in deeds:
            outcome.actor, outcome.actor_forces = [force.name], [force]
            thing = child(p, verb, "dobj") or verb
            outcome.reasons.append(Reason("cue", f"actor: {force.name} claims it", p.start[verb], p.end[thing]))


def _claims(context: Context) -> Iterator[tuple[int, Force]]:
    """Every claim of responsibility that is made: its verb, and the force that makes it."""
    p = context.parse
    for thing, lemma in enumerate(p.lemma):
        verb = p.head[thing]
        if lemma not in _OWNED or p.dep[thing] != "dobj" or p.lemma[verb] not in _CLAIMING:
            continue
        claimant = subject(p, verb)
        if claimant is None or _is_unclaimed(p, verb, claimant):
            continue
        force = resolve_actor(context, claimant)
        if force is not None and force.actor_type in _GROUPS:
            yield verb, force


def _avowals(context: Context) -> Iterator[tuple[int, Force]]:
    """ "The group said that it was behind the attack", "that it had carried out the attack": the verb of saying, and
    the group."""
    p = context.parse
    for clause, dep in enumerate(p.dep):
        says = p.head[clause]
        if dep != "ccomp" or p.lemma[says] not in _SAYING or not _owns_up(p, clause):
            continue
        own, speaker = subject(p, clause), subject(p, says)
        if own is None or speaker is None or p.lower[own] not in _OWN or _is_unclaimed(p, clause, speaker):
            continue
        force = resolve_actor(context, speaker)
        if force is not None and force.actor_type in _GROUPS and not _is_unclaimed(p, says, speaker):
            yield says, force


def _owns_up(p: Parse, clause: int) -> bool:
    """ "was responsible for", "was behind the attack", "carried out the attack"."""
    if p.lemma[clause] == "be":
        return any(p.lower[c] in ("responsible", "behind") for c in p.children[clause])
    thing = child(p, clause, "dobj")
    if p.lemma[clause] not in _DOING or thing is None or p.lemma[thing] not in _DEEDS:
        return False
    return any(p.lower[c] in ("the", "this", "that", "both") for c in p.children[thing])


def _is_unclaimed(p: Parse, verb: int, claimant: int) -> bool:
    """ "No group has claimed", "the group did not claim", "if they claim"."""
    words = {p.lower[c] for c in (*p.children[verb], *p.children[claimant])}
    return bool(words & (_NOBODY | {"will", "would", "may", "could", "to", "if"})) or p.lower[claimant] in _NOBODY


def _deeds_before(context: Context, verb: int) -> list[Outcome]:
    """The violent deeds of the sentence, or of the last one before it that tells any, with those of its paragraph."""
    p = context.parse
    paragraph = p.paragraph[verb]
    earlier = [o for o in context.outcomes if o.outcome in _VIOLENT and o.status not in _UNDONE
               and p.sent[o.trigger] <= p.sent[verb] and paragraph - p.paragraph[o.trigger] <= 1
               and _suffers(o)]  # fmt: skip
    if not earlier:
        return []
    last = max(p.paragraph[o.trigger] for o in earlier)
    return [o for o in earlier if p.paragraph[o.trigger] == last]


def _suffers(outcome: Outcome) -> bool:
    """Not the attacker's own loss: claims are for harm done to others."""
    return outcome.target_kind != "combatant"
