"""What a text says of itself before it begins: front matter, header lines, the dateline of an agency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date

from .errors import SourceError
from .furniture import is_furniture, outlet_names

_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|"
        "september sept sep|october oct|november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_FORMS = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)"),
    re.compile(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{_MONTH})\.?,?\s+(?P<y>\d{{4}}|\d{{2}})(?!\d)", re.I),
    re.compile(rf"(?P<m>{_MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})(?!\d)", re.I),
    re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?!\d)"),
    re.compile(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})(?!\d)"),
)
_KEYS = {
    "title": "title", "headline": "title", "outlet": "outlet", "source": "outlet", "publisher": "outlet",
    "published": "published", "date": "published", "url": "url", "link": "url", "language": "language",
    "lang": "language", "by": "", "author": "",
}  # fmt: skip
_MEDIA = frozenset(
    "news agency press radio tv television times post herald tribune gazette daily network broadcasting "
    "journal observer monitor telegraph chronicle media online today".split()
)
_DATELINE = re.compile(r"(?P<place>[A-Z][^\n]{1,70}?)\s*\((?P<outlet>[^()\n]{2,40})\)\s*(?:-{1,2}|[–—_])\s")
_DATED = re.compile(
    r"[A-ZÀ-Þ][\w'’.-]+(?:[ ,]+[A-ZÀ-Þ][\w'’.-]+){0,3}, (?P<day>\d{1,2} [A-Z][A-Za-z]+ \d{2,4}) ?(?:--?|[–—]) "
)
_WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_STAMP_LEAD = re.compile(rf"(?:(?P<published>published|posted|date)(?: on| at)?[\s:,]*)?(?:{_WEEKDAY}[.,،]?\s+)?", re.I)
_STAMP_REST = re.compile(
    r"[\s,،|@–-]*(?:at\s+)?(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?)?[\s|]*", re.I
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a text. An empty field is unknown."""

    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """These facts, with the gaps filled from `other`."""
        return replace(self, **{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)})


def read_day(text: str) -> date | None:
    """The day that a text begins with, where it is certain: 04/05/2021 could be either of two days.

    >>> read_day("2022-04-28T10:00"), read_day("26 Jun 89"), read_day("April 3, 2021"), read_day("04/05/2021")
    (datetime.date(2022, 4, 28), datetime.date(1989, 6, 26), datetime.date(2021, 4, 3), None)
    """
    return _day_at(text.strip(), 0)[0]


def _day_at(text: str, at: int) -> tuple[date | None, int]:
    """The day written at an offset, and the offset after it."""
    for form in _DAY_FORMS:
        if match := form.match(text, at):
            part = match.groupdict()
            if "a" in part:
                first, second = int(part["a"]), int(part["b"])
                if first <= 12 and second <= 12 and first != second:
                    return None, at
                month, day = (first, second) if first <= 12 else (second, first)
            else:
                month = _MONTHS.get(part["m"].lower()) or int(part["m"])
                day = int(part["d"])
            year = int(part["y"])
            if len(part["y"]) == 2:
                year += 1900 if year > 68 else 2000
            try:
                return date(year, month, day), match.end()
            except ValueError:
                return None, at
    return None, at


def read_front_matter(text: str, name: str) -> tuple[Metadata, int]:
    r"""The facts between two `---` lines at the very start, and where the text after them begins.

    Raises SourceError for a date that is none. A rule of dashes over ordinary prose is no front matter.

    >>> read_front_matter("---\noutlet: Reuters\n---\nThe army moved.", "x.md")[0].outlet
    'Reuters'
    """
    lines = list(_lines(text, 0, 40))
    if not lines or text[slice(*lines[0])].rstrip() != "---":
        return Metadata(), 0
    facts: dict[str, str] = {}
    for start, end in lines[1:]:
        line = text[start:end].rstrip()
        if line == "---":
            return _facts(facts, name), _content(text, end)
        key, colon, value = line.partition(":")
        if not colon or not re.fullmatch(r"\w[\w -]{0,30}", key):
            break
        if field := _KEYS.get(key.strip().lower()):
            facts[field] = value.strip().strip("\"'").strip()
    return Metadata(), 0


def _facts(facts: dict[str, str], name: str) -> Metadata:
    written = facts.get("published", "")
    if written and (day := read_day(written)) is None:
        raise SourceError(name, f"has a front matter with the date {written!r}", "write it as YYYY-MM-DD")
    known = {key: value or None for key, value in facts.items() if key != "published"}
    return Metadata(**known, published=day if written else None)  # type: ignore[arg-type]


def read_head(text: str, at: int = 0) -> tuple[Metadata, int]:
    """What the first lines say, and where the report's own words begin.

    A header is passed over: ` date 2022-04-28 Shafaq News/ `, lines such as `Source: Reuters`, a line that is a date.
    A dateline is not, since its place is content: `MOGADISHU, April 3 (Xinhua) -- `.
    """
    known, body = Metadata(), _content(text, at)
    for start, end in _lines(text, body, 8):
        if start != body:
            continue
        fact, after = _header_line(text, start, end)
        if after == start:
            break
        known, body = known.over(fact), _content(text, after)
    for start, end in _lines(text, body, 6):  # a headline or two may stand before the dateline
        if (fact := _dateline(text[start:end])) != Metadata():
            known = known.over(fact)
            break
    return known.over(Metadata(title=_headline(text, body), published=_stamped(text, body))), body


def _stamped(text: str, body: int) -> date | None:
    """The day of a line that is nothing but a date: "Published 19.03.2017 08:15" below the headline.

    Where several name different days (of the page, of the report), the one that says "published" counts, or none.
    """
    days: dict[date, bool] = {}
    for start, end in _lines(text, body, 10):
        line = text[start:end].strip()
        lead = _STAMP_LEAD.match(line)
        day, after = _day_at(line, lead.end() if lead else 0)
        if day and _STAMP_REST.fullmatch(line, after):
            days[day] = days.get(day, False) or bool(lead and lead["published"])
    said = [day for day, published in days.items() if published]
    return said[0] if len(said) == 1 else next(iter(days)) if len(days) == 1 else None


def _headline(text: str, body: int) -> str | None:
    """The first line of the body where it stands alone and closes like no sentence.

    Alone is: a blank line follows, or a paragraph too long to be the rest of a wrapped one; or it is set in capitals.
    """
    lines = list(_lines(text, body, 2))
    if len(lines) < 2:
        return None
    (start, end), (after, stop) = lines
    line = text[start:end].strip().lstrip("# ")
    if is_furniture(line):
        return None
    capitals = all(word[:1].isupper() or not word[:1].isalpha() for word in line.split() if len(word) > 4)
    if text.count("\n", end, after) < 2 and stop - after <= 160 and not capitals:
        return None
    return line if len(line) <= 160 and line[:1] and line[-1] not in '.!?;,"”' and len(line.split()) > 2 else None


def _header_line(text: str, start: int, end: int) -> tuple[Metadata, int]:
    line = text[start:end]
    key, colon, value = line.partition(":")
    field, value = _KEYS.get(key.strip().lower()), value.strip()
    if colon and field is not None and value:
        if field == "published" and (day := read_day(value)):
            return Metadata(published=day), end
        if field != "published" and len(value) <= 250 and (field == "title" or value[-1] not in '.!?”"'):
            return (Metadata(**{field: value}) if field else Metadata()), end  # type: ignore[arg-type]
    lead = re.match(r"(?i)(?:date|published(?: on)?|posted(?: on)?|this story is from)\b[:\s]*", line)
    day, after = _day_at(text, start + (len(lead[0]) if lead else 0))
    rest = text[after:end]
    if (mark := re.match(r"[\s,|–-]*([A-Z0-9][^/\n]{1,40}?)\s*/\s*", rest)) and (day or _is_outlet(mark[1])):
        if _is_outlet(mark[1]):
            return Metadata(outlet=mark[1], published=day), after + mark.end()
        return Metadata(published=day), after
    if day and not rest.strip(" \t.,|-–"):
        return Metadata(published=day), end
    if day and lead:
        return Metadata(published=day), after
    return Metadata(), start


def _dateline(line: str) -> Metadata:
    """The outlet in the bracket of a dateline, and its day where the year stands there too."""
    if not (match := _DATELINE.match(line.lstrip())):
        if dated := _DATED.match(line.lstrip()):
            return Metadata(published=_day_at(dated["day"], 0)[0])
        day, after = _day_at(line.lstrip(), 0)
        return Metadata(published=day) if day and line.lstrip()[after : after + 1] == ":" else Metadata()
    place, outlet = match["place"], match["outlet"].strip()
    if len(place.split()) > 9 or re.search(r"\b(?:the|is|was|were|said|and)\b", place) or outlet[:1].isdigit():
        return Metadata()
    found = (_day_at(words, m.start())[0] for words in (place, outlet) for m in re.finditer(r"(?<!\w)\w", words))
    return Metadata(outlet=re.split(r"\s+[-–—]\s+", outlet)[0], published=next((day for day in found if day), None))


def _is_outlet(name: str) -> bool:
    """A known outlet, or a name in capitals with a word that only the press bears."""
    words = name.split()
    known = name.lower() in outlet_names()
    return known or (len(words) <= 5 and all(w[:1].isupper() for w in words) and words[-1].lower() in _MEDIA)


def _content(text: str, at: int) -> int:
    """The offset of the first character from `at` on that is no white space."""
    rest = re.compile(r"\s*").match(text, at)
    return rest.end() if rest else at


def _lines(text: str, at: int, most: int) -> Iterator[tuple[int, int]]:
    """The (start, end) of the first lines from an offset on that hold anything."""
    for match in re.compile(r"[^\n]*\S[^\n]*").finditer(text, at):
        yield match.span()
        if not (most := most - 1):
            return
