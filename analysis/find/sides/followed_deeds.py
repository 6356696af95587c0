"""Who did what is only listed: the items of a haul, what a noun tells at the head of a line, the parts of a toll."""

from __future__ import annotations

from bisect import bisect_left

from ...read.language import Parse
from ..context import Context
from ..records import PAST, STATES, TO_COME, Force, Outcome, Reason
from .sharing import BLOWS

HARM = BLOWS | {"arrested"}
CLASHES = {"clash", "clashes", "fighting", "firefight", "gunfight", "gunbattle", "shootout", "encounter", "battle",
           "skirmish", "confrontation", "crossfire", "exchange", "engagement", "combat", "gunfire"}  # fmt: skip
_TURNS = {"elsewhere", "separately", "separate", "meanwhile", "another", "different", "unrelated"}
_BULLETS = {"-", "–", "—", "*", "•", "·"}
_UNSEEN = {"bomb", "bombing", "bombings", "blast", "blasts", "bombs", "mine", "mines", "landmine", "landmines", "ied",
           "ieds", "explosion", "explosions", "device", "devices", "grenade", "detonated", "exploded",
           "unidentified", "unknown", "unclaimed", "accident", "crash", "crashed", "suicide"}  # fmt: skip


def begins_anew(p: Parse, i: int) -> bool:
    """Does the sentence turn to another event: "Elsewhere", "In a separate incident"?"""
    a, b = p.sents[p.sent[i]]
    return any(word in _TURNS for word in p.lower[a : min(b, a + 4)])


def tells_clash(p: Parse, i: int) -> bool:
    """Does the sentence tell of a clash, in which either side may have done it?"""
    a, b = p.sents[p.sent[i]]
    return any(p.lemma[j] in CLASHES or p.lower[j] in CLASHES for j in range(a, b))


def follow_lists(context: Context) -> None:
    """Fills the empty actors of what is listed without a verb, and of the parts of a toll.

    What is listed as taken or done without a verb ("Other items recovered are ...", "- The destruction of two
    tunnels") is the work of the forces told to act right before, or of the only ones that act in the report, in what it
    tells outside its lists.
    """
    p = context.parse
    done = [o for o in context.outcomes if o.outcome != "clashed" and o.status not in PAST | TO_COME]
    doers = {id(f): f for o in done if not _is_item(p, o.trigger) for f in o.actor_forces}
    doers = doers or {id(f): f for o in done for f in o.actor_forces}
    alone = next(iter(doers.values())) if len(doers) == 1 else None
    last: Outcome | None = None
    for outcome in context.outcomes:
        at = outcome.trigger
        if outcome.actor_forces:
            last = outcome if all(is_states(f) for f in outcome.actor_forces) else None
        elif not outcome.actor and outcome.status not in PAST | TO_COME and _is_listed(p, outcome):
            if last is not None and outcome.outcome == "seized" and p.paragraph[at] - p.paragraph[last.trigger] <= 1:
                outcome.set_actor(last.actor_forces, f"actor: {'; '.join(last.actor)} (of the deed before)", last)
            elif alone is not None and is_states(alone) and alone not in outcome.affected_forces:
                outcome.set_actor([alone], f"actor: {alone.name}, who alone acts in the report", outcome)
    _same_owner(context)
    for part in context.outcomes:
        whole = part.part_of
        if whole is not None and whole.actor_forces and not part.actor and part.outcome == whole.outcome:
            part.set_actor(whole.actor_forces, f"actor: {'; '.join(whole.actor)} (of the whole)", whole)


def _is_item(p: Parse, i: int) -> bool:
    """Is it told in an item of a list?"""
    return p.lower[bisect_left(p.paragraph, p.paragraph[i])] in _BULLETS


def _same_owner(context: Context) -> None:
    """What was taken with arms of a group was the group's too: the other items of the list, of this sentence or the
    next."""
    p = context.parse
    last: Outcome | None = None
    for outcome in context.outcomes:
        if outcome.outcome not in ("seized", "found"):
            continue
        if outcome.affected_forces:
            last = outcome
        elif last is not None and last.outcome == outcome.outcome and outcome.target_kind != "civilian":
            if outcome.outcome == "found" and outcome.trigger != last.trigger:
                continue  # what lies about is not said to be theirs
            near = p.paragraph[outcome.trigger] == p.paragraph[last.trigger]
            if (
                near
                and p.sent[outcome.trigger] - p.sent[last.trigger] <= 1
                and not set(last.affected) & set(outcome.actor)
            ):
                outcome.affected, outcome.affected_forces = list(last.affected), list(last.affected_forces)
                note = f"affected: {'; '.join(last.affected)} (of the same haul)"
                outcome.reasons.append(Reason("argument", note, last.start, last.end))


def _is_listed(p: Parse, outcome: Outcome) -> bool:
    """Is it a thing found or taken, or a deed told by a noun that opens its sentence or list?"""
    at = outcome.trigger
    if outcome.outcome in ("seized", "found", "defused"):
        return True
    while p.dep[at] in ("conj", "appos") and p.head[at] != at:
        at = p.head[at]
    return p.pos[at] == "NOUN" and p.dep[at] == "ROOT"


def is_states(force: Force) -> bool:
    """Of the state's side: its forces, and the militias that fight beside them."""
    return force.actor_type in STATES or "pro-government" in force.kind


def is_unseen(context: Context, outcome: Outcome) -> bool:
    """A bomb, an accident or an unknown attacker in the sentence: who did it the text does not say."""
    p = context.parse
    a, b = p.sents[p.sent[outcome.trigger]]
    return any(p.lower[i] in _UNSEEN and p.lower[i + 1 : i + 2] not in (["number"], ["quantity"]) for i in range(a, b))
