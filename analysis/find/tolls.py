"""Totals and their parts, and what is said twice."""

from __future__ import annotations

from .context import Context
from .records import Outcome

_ANY = frozenset(
    """
    casualties civilians deaths fatalities individuals men others people person persons victims
    """.split()
)


def settle_tolls(context: Context) -> None:
    """Drops repeated rows: the same outcome, target and number, or a definite mention of what was told before."""
    kept: list[Outcome] = []
    for outcome in context.outcomes:
        if any(_same(context, earlier, outcome) for earlier in kept):
            continue
        kept.append(outcome)
    for outcome in kept:
        if outcome.part_of is not None and outcome.part_of not in kept:
            outcome.part_of = None
    context.outcomes[:] = kept


def _same(context: Context, a: Outcome, b: Outcome) -> bool:
    p = context.parse
    if a.outcome != b.outcome or (a.target_kind != b.target_kind and not (_vague(a) or _vague(b))):
        return False
    if a.speaker and b.speaker and a.speaker != b.speaker and a.statement is not b.statement:
        return False
    if a.place is not None and b.place is not None and a.place is not b.place:
        return False
    if p.sent[a.trigger] == p.sent[b.trigger] and a.trigger != b.trigger:
        return (
            _head(a) == _head(b)
            and a.count == b.count
            and a.target_at is not None
            and b.target_at is not None
            and a.target_at.head == b.target_at.head
        )
    if a.trigger == b.trigger:
        return False
    same_words = _head(a) == _head(b)
    if b.count is None or (b.count == (1, 1) and a.count == (1, 1)):
        return same_words and (a.count is None or a.count == b.count or _definite(context, b))
    return a.count == b.count and (same_words or _vague(a) or _vague(b))


def _head(o: Outcome) -> str:
    return o.target.lower().split()[-1].rstrip("s") if o.target else ""


def _vague(o: Outcome) -> bool:
    return _head(o) in _ANY or o.target.lower() in _ANY


def _definite(context: Context, o: Outcome) -> bool:
    p, m = context.parse, o.target_at
    return m is not None and any(p.lower[c] in ("the", "this", "those", "these") for c in p.children[m.head])
