"""Attacks without a target: kept where nothing else tells of them, and then at the place that they hit.

"Two were killed in an air strike": the deaths are the row, the strike is how they came about. "A bomb exploded in the
market of Baidoa": the market is what was hit, as in "a strike on the market".
"""

from __future__ import annotations

from ..context import Context
from ..records import Mention, Outcome, Reason

_EFFECTS = {"attacked", "killed", "wounded", "destroyed", "captured territory", "kidnapped", "displaced"}


def settle_bare_attacks(context: Context) -> None:
    """Drops attacks without a target that other rows tell of; gives those that stay the place that they hit."""
    for outcome in [o for o in context.outcomes if o.outcome == "attacked" and not o.target]:
        if _is_told(context, outcome):
            context.outcomes.remove(outcome)
        else:
            _hit_place(context, outcome)


def _is_told(context: Context, bare: Outcome) -> bool:
    """Do other rows tell of the attack: its effects in the same sentence, or what it hit, anywhere?"""
    p = context.parse
    for other in context.outcomes:
        if other is bare or not other.target:
            continue
        together = p.sent[other.trigger] == p.sent[bare.trigger]
        if together and other.outcome in _EFFECTS and not (bare.actor and other.actor and not _share(bare, other)):
            return True
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
