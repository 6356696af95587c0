"""When: which date expression belongs to which outcome."""

from __future__ import annotations

from datetime import date

from ...read.language import Parse
from ..context import Context
from ..records import Outcome, Reason
from ..words.dates import DateWindow
from ..words.grammar import first_conjunct

_LONGEST_WINDOW = 31
_LONG_AGO = 60  # days before publication
_ANOTHER_TIME = frozenset("ago decade decades earlier formerly months previously recently since years".split())
_COUNTS = {"total", "toll", "number", "count", "tally", "figure"}
_REACH = 2  # sentences that a date carries on


def assign_dates(context: Context) -> None:
    """Gives each outcome the window of the date that its clause names.

    A date that hangs on a verb of saying dates the statement, not the deed; one inside a relative clause dates that
    clause; "since 2015" dates only what it hangs on ("the deadliest attack since 2015"). An outcome without a date
    takes that of the outcome before it in the same paragraph, unless its sentence speaks of another time.
    """
    windows = context.dates
    if not windows or not context.outcomes:
        return
    p = context.parse
    by_sentence: dict[int, list[DateWindow]] = {}
    for window in windows:
        by_sentence.setdefault(p.sent[window.first], []).append(window)
    said = {s.cue_at for s in context.statements}
    last: Outcome | None = None
    for outcome in sorted(context.outcomes, key=lambda o: o.trigger):
        here = [
            w for w in by_sentence.get(p.sent[outcome.trigger], []) if not _belongs_elsewhere(p, w, outcome.trigger)
        ]
        # what is said to have been said long ago was done before
        candidates = [w for w in here if _governor(p, w) not in said] or [w for w in here if _is_long_ago(context, w)]
        if candidates:
            chosen = min(candidates, key=lambda w: (_steps(p, w, outcome.trigger), abs(w.first - outcome.trigger)))
            _set(outcome, chosen, p)
            last = outcome
        elif last and last.dates and _is_near(last.dates) and _goes_on(p, last.trigger, outcome.trigger):
            outcome.dates = last.dates
            outcome.reasons.append(Reason("date", "as the sentence before", last.start, last.end))


def _is_near(dates: tuple[str, str]) -> bool:
    """A day or a month passes on to the next sentence; "so far this year" does not."""
    return (date.fromisoformat(dates[1]) - date.fromisoformat(dates[0])).days <= _LONGEST_WINDOW


def _is_long_ago(context: Context, window: DateWindow) -> bool:
    published = context.document.published
    return published is not None and (published - window.high).days > _LONG_AGO


def _goes_on(p: Parse, dated: int, trigger: int) -> bool:
    """Is the undated deed told as part of the dated one: close by, and with no word for another time?"""
    if p.paragraph[dated] != p.paragraph[trigger] or p.sent[trigger] - p.sent[dated] > _REACH:
        return False
    a, b = p.sents[p.sent[trigger]]
    return p.sent[dated] == p.sent[trigger] or not any(p.lower[i] in _ANOTHER_TIME for i in range(a, b))


def _set(outcome: Outcome, window: DateWindow, p: Parse) -> None:
    outcome.dates = (window.low.isoformat(), window.high.isoformat())
    outcome.reasons.append(
        Reason("date", p.slice(window.first, window.last), p.start[window.first], p.end[window.last])
    )


def _governor(p: Parse, window: DateWindow) -> int:
    """The first verb above the date, or the topmost word."""
    i = window.last
    while p.head[i] != i and p.pos[i] not in ("VERB", "AUX"):
        i = p.head[i]
    return i


def _belongs_elsewhere(p: Parse, window: DateWindow, trigger: int) -> bool:
    """Does the date stand in a relative clause that does not hold the deed, or is it a "since" of something else?"""
    above = _ancestors(p, trigger)
    first = window.first - 1 if window.first and p.lower[window.first - 1] == "since" else window.first
    if p.lower[first] == "since":
        hung = first_conjunct(p, p.head[first])  # "killed and wounded since 2015"
        return not (hung in above or p.lemma[hung] in _COUNTS)
    i = _governor(p, window)
    while i not in above:
        if p.dep[i] == "relcl":
            return True
        if p.head[i] == i:
            break
        i = p.head[i]
    return False


def _ancestors(p: Parse, i: int) -> set[int]:
    above = {i}
    while p.head[i] != i:
        i = p.head[i]
        above.add(i)
    return above


def _steps(p: Parse, window: DateWindow, trigger: int) -> int:
    """How far apart the date's governor and the trigger are in the tree: 0 the same, then by steps up and down."""
    governor = _governor(p, window)
    up, i, distance = {}, trigger, 0
    while True:
        up[i] = distance
        if p.head[i] == i:
            break
        i, distance = p.head[i], distance + 1
    i, distance = governor, 0
    while i not in up and p.head[i] != i:
        i, distance = p.head[i], distance + 1
    return distance + up.get(i, 99)
