"""What a headline tells is told again below it, in more words: such a row falls to the one below."""

from __future__ import annotations

from .context import Context
from .records import Outcome

_CLOSES = '.!?"”)'
_LONGEST = 160  # characters of a headline


def headline_end(context: Context) -> int:
    """The number of the first paragraph that is no headline: those before it close like no sentence."""
    p, text = context.parse, context.document.text
    if not p.sents or p.paragraph[-1] == p.paragraph[0]:
        return p.paragraph[0] if p.paragraph else 0
    last: dict[int, int] = {}
    first: dict[int, int] = {}
    for token, number in enumerate(p.paragraph):
        last[number] = token
        first.setdefault(number, token)
    for number in sorted(last):
        start, end = p.start[first[number]], p.end[last[number]]
        if text[end - 1] in _CLOSES or end - start > _LONGEST:
            return number
    return p.paragraph[0]  # a text without a full stop has no headline


def drop_headline_rows(context: Context) -> None:
    """Drops what the headline tells and the report tells again."""
    end = headline_end(context)
    p = context.parse
    above = [o for o in context.outcomes if p.paragraph[o.trigger] < end]
    below = [o for o in context.outcomes if p.paragraph[o.trigger] >= end and o.status != "background"]
    told = [o for o in above if any(_tells(b, o) for b in below)]
    context.outcomes[:] = [o for o in context.outcomes if o not in told]
    for outcome in context.outcomes:
        if outcome.part_of in told:
            outcome.part_of = None


def _tells(below: Outcome, above: Outcome) -> bool:
    if below.outcome != above.outcome:
        return False
    words = [{w.rstrip("s") for w in o.target.lower().split()} for o in (below, above)]
    alike = not above.target or words[0] & words[1] or below.target_kind == above.target_kind
    return bool(alike) and (above.count is None or below.count is None or _within(above.count, below.count))


def _within(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    """May both ranges hold the same number?"""
    low = max(one[0] or 0, other[0] or 0)
    highs = [n for n in (one[1], other[1]) if n is not None]
    return not highs or low <= min(highs)
