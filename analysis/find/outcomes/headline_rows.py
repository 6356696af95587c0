"""What a headline tells is told again below it, in more words: such a row falls to the one below."""

from __future__ import annotations

from itertools import pairwise

from ..context import Context
from ..records import Outcome

_CLOSES = '.!?"”)'
_LONGEST = 160  # characters of a headline
_LONGEST_WITHIN = 60  # of one inside the report
_ANYONE = {"person unspecified", ""}


def headlines(context: Context) -> frozenset[int]:
    """The numbers of the paragraphs that are headlines: those that open the text and close like no sentence, and
    short ones like that between two paragraphs of sentences."""
    p, text = context.parse, context.document.text
    last: dict[int, int] = {}
    first: dict[int, int] = {}
    for token, number in enumerate(p.paragraph):
        last[number] = token
        first.setdefault(number, token)
    numbers = sorted(last)
    length = {n: p.end[last[n]] - p.start[first[n]] for n in numbers}
    closed = {n: text[p.end[last[n]] - 1] in _CLOSES for n in numbers}
    opening = next((k for k, n in enumerate(numbers) if closed[n] or length[n] > _LONGEST), 0)
    out = set(numbers[:opening])  # a text without a full stop has no headline
    for (before, here), after in zip(pairwise(numbers), numbers[2:], strict=False):
        short = length[here] <= _LONGEST_WITHIN and p.word[first[here]][0].isalpha()
        if before not in out and closed[before] and closed[after] and not closed[here] and short:
            out.add(here)
    return frozenset(out)


def drop_headline_rows(context: Context) -> None:
    """Drops what a headline tells and the report tells again."""
    heads, p = headlines(context), context.parse
    above = [o for o in context.outcomes if p.paragraph[o.trigger] in heads]
    below = [o for o in context.outcomes if p.paragraph[o.trigger] not in heads and o.status != "background"]
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
    anyone = above.count is not None and above.target_kind in _ANYONE  # "Three killed in attack"
    return bool(alike or anyone) and (above.count is None or below.count is None or _within(above.count, below.count))


def _within(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    """May both ranges hold the same number?"""
    low = max(one[0] or 0, other[0] or 0)
    highs = [n for n in (one[1], other[1]) if n is not None]
    return not highs or low <= min(highs)
