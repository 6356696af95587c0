"""Date expressions become windows: the first and the last day that the words allow.

Words that need a day to count from ("yesterday", "on Tuesday", "28 April") resolve against the publication date and
stay without a window where there is none. Weeks begin on Monday (ISO 8601).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from ...read.knowledge import knowledge
from ...read.language import Parse

_UNITS = {"day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "decade", "decades"}
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "24": 24, "48": 48, "72": 72,
}  # fmt: skip
_BEFORE_DATE = {
    "on",
    "in",
    "since",
    "of",
    "by",
    "until",
    "till",
    "from",
    "last",
    "next",
    "this",
    "early",
    "late",
    "mid",
}
_SHORT = {"sun", "sat", "wed", "mon", "mar", "march", "may", "dec"}
_AHEAD = 45  # days after publication that "3 May" may still mean this year's


@dataclass(slots=True)
class DateWindow:
    """Tokens first..last say that it was between the days low and high, both included."""

    first: int
    last: int
    low: date
    high: date


@cache
def _words() -> dict[str, tuple[str, int]]:
    return {row["word"]: (row["kind"], int(row["value"])) for row in knowledge("date_words")}


def find_dates(p: Parse, published: date | None) -> list[DateWindow]:
    """Every date expression with a window, in text order, none inside another.

    >>> from analysis.read.language import parse
    >>> window = find_dates(parse("They launched it last week."), date(2022, 4, 28))[0]
    >>> str(window.low), str(window.high)
    ('2022-04-18', '2022-04-24')
    """
    out: list[DateWindow] = []
    i, size, words = 0, len(p), _words()
    while i < size:
        low = p.lower[i]
        window = None
        if low in words or low[0].isdigit() or low in _UNITS or low in ("night", "morning", "evening", "noon"):
            window = _read(p, i, published)
        if window is None:
            i += 1
            continue
        if not out or window.first > out[-1].last:
            out.append(window)
        i = window.last + 1
    return _joined(p, out)


def _read(p: Parse, i: int, published: date | None) -> DateWindow | None:
    low = p.lower[i]
    kind, value = _words().get(low.rstrip("."), ("", 0))
    if kind == "month":
        return _month(p, i, value, published)
    if low[0].isdigit():
        return _digits(p, i, published)
    if published is None:
        return None
    if kind == "day":
        day = published + timedelta(value)
        return DateWindow(i, i, day, day)
    if kind == "weekday":
        return _weekday(p, i, value, published)
    if low in _UNITS:
        return _units(p, i, published)
    before = p.lower[i - 1] if i else ""
    if before in ("this", "last"):
        day = published - timedelta(before == "last")
        return DateWindow(i - 1, i, day, day)
    return None


def _weekday(p: Parse, i: int, weekday: int, published: date) -> DateWindow | None:
    before = p.lower[i - 1] if i else ""
    if p.word[i].islower() or (p.lower[i] in _SHORT and before not in _BEFORE_DATE):
        return None
    after = p.lower[i + 1] if i + 1 < len(p) else ""
    if after == "," and i + 2 < len(p) and (date_after := _read(p, i + 2, published)) and date_after.first == i + 2:
        return DateWindow(i, date_after.last, date_after.low, date_after.high)
    back = (published.weekday() - weekday) % 7
    if before == "next":
        day = published + timedelta((weekday - published.weekday() - 1) % 7 + 1)
    elif before == "last" and back == 0:
        day = published - timedelta(7)
    else:
        day = published - timedelta(back)
    return DateWindow(i - (before in ("last", "next", "this")), i, day, day)


def _units(p: Parse, i: int, published: date) -> DateWindow | None:
    unit = p.lower[i].rstrip("s")
    after = p.lower[i + 1] if i + 1 < len(p) else ""
    before = p.lower[i - 1] if i else ""
    if before in ("last", "this", "next", "past") and unit in ("week", "month", "year", "day", "decade"):
        if before == "past" and unit != "day":
            return DateWindow(i - 1, i, _back(published, 1, unit), published)
        low, high = _calendar_unit(published, unit, {"last": -1, "past": -1, "this": 0, "next": 1}[before])
        return DateWindow(i - 1, i, low, min(high, published) if before == "this" else high)
    number = _number(before)
    if number is None:
        return None
    if after in ("ago", "earlier", "before"):
        then = _back(published, number, unit)
        slack = {"hour": 0, "day": 0, "week": 3, "month": 15, "year": 183, "decade": 1826}[unit]
        return DateWindow(i - 1, i + 1, then - timedelta(slack), min(published, then + timedelta(slack)))
    if i > 1 and p.lower[i - 2] in ("last", "past", "previous", "recent"):
        return DateWindow(i - 2, i, _back(published, number, unit), published)
    return None


def _number(word: str) -> int | None:
    if word in _NUMBERS:
        return _NUMBERS[word]
    return int(word) if word.isascii() and word.isdigit() and len(word) < 4 else None


def _back(day: date, number: int, unit: str) -> date:
    days = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.44, "year": 365.25, "decade": 3652.5}[unit] * number
    try:
        return day - timedelta(round(days + 0.49) if unit == "hour" else round(days))
    except OverflowError:
        return date.min


def _calendar_unit(day: date, unit: str, offset: int) -> tuple[date, date]:
    if unit == "day":
        return day + timedelta(offset), day + timedelta(offset)
    if unit == "week":
        monday = day - timedelta(day.weekday()) + timedelta(7 * offset)
        return monday, monday + timedelta(6)
    if unit == "month":
        months = day.year * 12 + day.month - 1 + offset
        return _whole_month(months // 12, months % 12 + 1)
    if unit == "decade":
        return date(day.year - 10, 1, 1), day
    return date(day.year + offset, 1, 1), date(day.year + offset, 12, 31)


def _whole_month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _day_of(word: str) -> int | None:
    digits = word.rstrip("stndrh") if word[0].isdigit() else ""
    return int(digits) if digits.isascii() and digits.isdigit() and 1 <= int(digits) <= 31 and len(digits) < 3 else None


def _year_of(p: Parse, i: int) -> tuple[int, int] | None:
    """The year that token i (or, after a comma, the next) names, and its token: 2017, '89, 89 after a month."""
    for at in (i, i + 1) if i < len(p) and p.word[i] == "," else (i,):
        word = p.word[at].lstrip("'") if at < len(p) else ""
        if word.isascii() and word.isdigit():
            if len(word) == 4 and 1900 <= int(word) <= 2100:
                return int(word), at
            if len(word) == 2 and at == i and int(word) >= 40:
                return 1900 + int(word), at
    return None


def _month(p: Parse, i: int, month: int, published: date | None) -> DateWindow | None:
    before = p.lower[i - 1] if i else ""
    day_before = _day_of(before) if before else None
    if before == "of" and i > 1:
        day_before = _day_of(p.lower[i - 2])
    if p.word[i].islower() and not (day_before and p.lower[i] not in _SHORT):
        return None
    at = i + 1 + (i + 1 < len(p) and p.word[i + 1] == "." and len(p.word[i]) < 5)
    day_after = _day_of(p.lower[at]) if at < len(p) else None
    first, last, day = i, i, None
    if day_before is not None:
        first, day = (i - 2 if before == "of" else i - 1), day_before
        year = _year_of(p, i + 1)
    elif day_after is not None:
        last, day = at, day_after
        year = _year_of(p, at + 1)
    else:
        year = _year_of(p, at)
        if year is None and before not in _BEFORE_DATE:
            return None
    if year:
        last = year[1]
    return _resolved(first, last, year[0] if year else None, month, day, published)


def _resolved(
    first: int, last: int, year: int | None, month: int, day: int | None, published: date | None
) -> DateWindow | None:
    if year is None and published is None:
        return None
    guess = year if year is not None else published.year  # type: ignore[union-attr]
    try:
        low, high = (date(guess, month, day),) * 2 if day else _whole_month(guess, month)
        if year is None and published and low > published + timedelta(_AHEAD):
            low, high = (date(guess - 1, month, day),) * 2 if day else _whole_month(guess - 1, month)
    except ValueError:
        return None
    return DateWindow(first, last, low, high)


def _digits(p: Parse, i: int, published: date | None) -> DateWindow | None:
    word = p.word[i]
    for separator in "/-.":
        parts = word.split(separator)
        if len(parts) == 3 and all(x.isascii() and x.isdigit() and len(x) < 5 for x in parts):
            return _numeric(i, [int(x) for x in parts], len(parts[0]) == 4, published)
    if len(word) == 4 and word.isascii() and word.isdigit() and 1900 <= int(word) <= 2100:
        before = p.lower[i - 1] if i else ""
        if before in ("in", "since", "of", "from", "until", "during", "by", "early", "late", "mid", "before", "after"):
            year = int(word)
            high = date(year, 12, 31)
            if before == "since" and published:
                high = published
            return DateWindow(i, i, date(year, 1, 1), high)
        if before in ("a", "the", "its", "their") and i + 1 < len(p) and p.tag[i + 1] in ("NN", "NNP", "JJ"):
            return DateWindow(i, i, date(int(word), 1, 1), date(int(word), 12, 31))  # "a 2019 offensive"
    return None


def _numeric(i: int, parts: list[int], iso: bool, published: date | None) -> DateWindow | None:
    """2022-04-28, 28/4/2022, 4/28/2022; where day and month could change places, the one nearer to publication."""
    a, b, c = parts
    orders = [(a, b, c)] if iso else [(c, a, b), (c, b, a)]
    days = []
    for year, month, day in orders:
        try:
            days.append(date(year + (2000 if year < 70 else 1900 if year < 100 else 0), month, day))
        except ValueError:
            continue
    if len(set(days)) == 2:
        if published is None:
            return None
        days.sort(key=lambda d: abs((published - d).days))
    return DateWindow(i, i, days[0], days[0]) if days else None


def _joined(p: Parse, windows: list[DateWindow]) -> list[DateWindow]:
    """ "Between 3 May and 5 May", "from Monday to Friday", "since last week": one window."""
    out: list[DateWindow] = []
    for w in windows:
        before = p.lower[w.first - 1] if w.first else ""
        if out and w.first - out[-1].last == 2 and w.high >= out[-1].low:
            opener = p.lower[out[-1].first - 1] if out[-1].first else ""
            if (opener, before) in (("between", "and"), ("from", "to"), ("from", "until")):
                out[-1].last, out[-1].high = w.last, w.high
                continue
        out.append(w)
    return out
