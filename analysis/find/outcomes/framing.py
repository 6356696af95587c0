"""Attacks without a target: kept where nothing else tells of them, and then at the place that they hit.

"Two were killed in an air strike": the deaths are the row, the strike is how they came about. "A bomb exploded in the
market of Baidoa": the market is what was hit, as in "a strike on the market". "Launched 14 air strikes": the strikes
themselves, with their number, as a clash of unknown sides is a clash.
"""

from __future__ import annotations

from dataclasses import replace

from ..context import Context
from ..deeds.targets import Target, make_target
from ..records import Count, Mention, Outcome, Reason

_BURSTS = {"blast", "detonation", "explosion"}
_FIRED = {"weapons", "explosives", "vehicle"}
_EFFECTS = {"attacked", "killed", "wounded", "destroyed", "captured territory", "kidnapped", "displaced"}


def settle_bare_attacks(context: Context) -> None:
    """Drops attacks without a target that other rows tell of; gives those that stay the place that they hit, or the
    attack's own word."""
    for outcome in [o for o in context.outcomes if o.outcome == "attacked" and not o.target]:
        own = _own_word(context, outcome)
        if _is_told(context, outcome, own) or (own is not None and _is_counted(context, own)):
            context.outcomes.remove(outcome)
            continue
        if own is None or not _is_several(context, own):
            _hit_place(context, outcome)
        if not outcome.target and own is not None:
            _name_itself(context, outcome, own)
        if not outcome.target and not outcome.actor:
            context.outcomes.remove(outcome)  # "shots were fired": by nobody, at nothing


def _own_word(context: Context, bare: Outcome) -> Target | None:
    """The noun that tells the attack, the weapons that the verb says were fired, or the bomb that went off."""
    p, i = context.parse, bare.trigger
    if p.pos[i] == "NOUN":
        own = make_target(context, i)
        dated = own is not None and own.quantity is not None and p.tag[i] == "NN" and own.quantity.text.isdigit()
        return replace(own, quantity=None) if own is not None and dated else own  # "the 2016 offensive"
    fired = (c for c in p.children[i] if p.dep[c] in ("dobj", "nsubjpass", "nsubj"))
    weapons = (t for c in fired if (t := make_target(context, c)) is not None)
    return next((t for t in weapons if t.kind in _FIRED and t.quantity is not None), None)


def _is_several(context: Context, own: Target) -> bool:
    """Does the word tell more than the place would: "the attacks", "two strikes", not "a bomb", "explosions"?"""
    if own.kind in _FIRED or context.parse.lemma[own.head] in _BURSTS:
        return own.quantity is not None and _is_many(own.quantity.count)
    return own.quantity is not None or context.parse.tag[own.head] == "NNS"


def _is_counted(context: Context, own: Target) -> bool:
    """ "Repelled 14 attacks. ... Fourteen attacks were repelled", "the attacks were repelled": the same ones."""
    number = own.quantity.count if own.quantity is not None else None
    if number is None and context.parse.tag[own.head] != "NNS":
        return False
    for other in context.outcomes:
        if other.outcome == "attacked" and other.target.split()[-1:] == own.text.split()[-1:] and _is_many(other.count):
            return number is None or number == other.count
    return False


def _is_many(count: Count | None) -> bool:
    return count is not None and count[0] not in (None, 0, 1)


def _name_itself(context: Context, bare: Outcome, own: Target) -> None:
    bare.target, bare.target_kind, bare.target_at = own.text, "other", context.mention(own.first, own.last)
    p, first, last = context.parse, own.first, own.last
    if own.quantity is not None:
        bare.count_text, bare.count = own.quantity.text, own.quantity.count
        first, last = min(first, own.quantity.first), max(last, own.quantity.last)
    bare.start, bare.end = min(bare.start, p.start[first]), max(bare.end, p.end[last])
    mention = bare.target_at
    bare.reasons.append(Reason("argument", f"target: {own.text} (the attack itself)", mention.start, mention.end))


def _is_told(context: Context, bare: Outcome, own: Target | None) -> bool:
    """Do other rows tell of the attack: its effects in the same sentence, or what it hit, anywhere?"""
    p = context.parse
    for other in context.outcomes:
        if other is bare or not other.target:
            continue
        together = p.sent[other.trigger] == p.sent[bare.trigger]
        if together and other.outcome in _EFFECTS and not (bare.actor and other.actor and not _share(bare, other)):
            return True
        if own is not None and own.quantity is not None and _is_many(own.quantity.count):
            continue  # so many attacks are told nowhere else
        same_place = bare.place is None or bare.place is other.place
        if other.outcome == "attacked" and same_place and (not bare.actor or _share(bare, other)):
            return True
    return False


def _share(a: Outcome, b: Outcome) -> bool:
    return bool(set(a.actor) & set(b.actor))


def _hit_place(context: Context, bare: Outcome) -> None:
    """ "An explosion in Basra", "rockets landed near the port": the place that the attack itself names."""
    p = context.parse
    if bare.place is None:
        return
    verb = p.head[bare.trigger] if p.dep[bare.trigger] in ("dobj", "nsubj", "nsubjpass") else bare.trigger
    first, last = p.left[verb], p.right[verb]
    for mention in bare.place.mentions:
        if bare.trigger < mention.first and first <= mention.first and mention.last <= last:
            _set_target(bare, mention, p.slice(mention.first, mention.last))
            return


def _set_target(bare: Outcome, mention: Mention, text: str) -> None:
    bare.target, bare.target_at, bare.target_kind = text, mention, "territory"
    bare.end = max(bare.end, mention.end)
    bare.reasons.append(Reason("argument", f"target: {text} (the place that was hit)", mention.start, mention.end))
