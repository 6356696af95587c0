"""How sure: each outcome's status, by the cues whose scope it stands in.

Scope is syntax, not distance: a cue colours an outcome if it stands on the way from the outcome's trigger up to the
root of the sentence ("aims to control the desert"), as that way's auxiliary ("will launch") or modifier ("reportedly
killed"). The way ends at relative and adverbial clauses, so a cue never leaves its own clause. After ConText (Harkema
et al. 2009): pseudo cues are the `transparent` verbs of `status_cues.csv`.

Beyond the sentence: a speaker's stance, an old date, and a source that declines to confirm.
"""

from __future__ import annotations

from datetime import date, timedelta

from ..context import Context
from ..records import Outcome, Reason, Statement
from .earlier import earlier_words
from .scope import cues_above
from .silence import apply_silence
from .totals import running_total

_STRENGTH = ("denied", "intended", "planned", "background", "unconfirmed", "confirmed", "ongoing")  # strongest first
_STANCES = {"deny": "denied", "decline to confirm": "unconfirmed", "confirm": "confirmed"}
_OLD = timedelta(21)  # what began longer before publication is history
_EARLIER = timedelta(14)  # and so is what ended this long before it, in a report that opens with something newer


def assign_status(context: Context) -> None:
    """Sets status, status_by and status_statement of every outcome, with the reason."""
    history = _history(context)
    for outcome in context.outcomes:
        found = list(cues_above(context.parse, outcome.trigger))
        status, at = min(found, key=lambda cue: _STRENGTH.index(cue[0]), default=("reported", -1))
        statement = outcome.statement
        stance = _STANCES.get(statement.stance, "") if statement else ""
        if statement and stance and (status == "reported" or _stronger(stance, status)):
            _decide(outcome, stance, "cue", statement.cue, statement.start, statement.end, statement)
        elif _is_old(context, outcome) and not (at >= 0 and _stronger(status, "background")):
            _decide(outcome, "background", "date", "before the events reported", outcome.start, outcome.end)
        elif (total := running_total(context, outcome) or earlier_words(context.parse, outcome)) and not (
            at >= 0 and _stronger(status, "background")
        ):
            p = context.parse
            _decide(outcome, "background", "cue", p.slice(*total), p.start[total[0]], p.end[total[1]])
        elif at >= 0:
            p = context.parse
            _decide(outcome, status, "cue", p.word[at], p.start[at], p.end[at])
        elif statement is None and context.parse.paragraph[outcome.trigger] in history:
            _decide(outcome, "background", "section", "history at the report's end", outcome.start, outcome.end)
    for outcome in context.outcomes:
        if (whole := outcome.part_of) is not None and outcome.status == "reported":
            outcome.status, outcome.status_by = whole.status, whole.status_by
            outcome.status_statement = whole.status_statement
    apply_silence(context)


def _stronger(one: str, other: str) -> bool:
    return other not in _STRENGTH or _STRENGTH.index(one) < _STRENGTH.index(other)


def _decide(
    outcome: Outcome, status: str, kind: str, words: str, start: int, end: int, by: Statement | None = None
) -> None:
    outcome.status, outcome.status_by, outcome.status_statement = status, words, by
    outcome.reasons.append(Reason(kind, f"{status}: {words}", start, end))


def _is_old(context: Context, outcome: Outcome) -> bool:
    """Did it begin long before publication, or end well before what the report opens with?"""
    published = context.document.published
    if outcome.dates is None or published is None:
        return False
    low, high = (date.fromisoformat(day) for day in outcome.dates)
    if low < published - _OLD:
        return True
    first = min(context.outcomes, key=lambda o: o.trigger)
    if high >= published - _EARLIER or first is outcome:
        return False
    return first.dates is None or date.fromisoformat(first.dates[1]) >= published - _EARLIER


def _history(context: Context) -> set[int]:
    """Paragraphs that tell history: from one that opens in a past year on, as long as the outlet itself speaks."""
    published, p = context.document.published, context.parse
    if published is None or not p.sents:
        return set()
    spoken = {p.paragraph[s.cue_at] for s in context.statements if s.cue_at >= 0}
    windows = context.dates
    recent = {p.paragraph[w.first] for w in windows if w.low >= published - _OLD}
    opened: set[int] = set()
    first_token: dict[int, int] = {}
    for token, number in enumerate(p.paragraph):
        first_token.setdefault(number, token)
    old = {p.paragraph[w.first] for w in windows if w.high < published - timedelta(180)
           and w.first - first_token[p.paragraph[w.first]] < 3}  # fmt: skip
    inside = False
    for number in sorted(first_token):
        if number in old and number > 0:
            inside = True
        elif number in spoken or number in recent:
            inside = False
        if inside:
            opened.add(number)
    return opened
