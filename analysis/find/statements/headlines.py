"""Headlines and entries of logs that name their source beside a colon: "Army: five killed", "Five killed: army"."""

from __future__ import annotations

from bisect import bisect_left

from ..records import Reason
from ..words.names import title_kind
from .cues import speaks_by_name
from .quoted import kind_of
from .speakers import resolve_speaker
from .speech import Speech

_FIRST = 4  # paragraphs in which a headline may stand
_LONGEST = 200  # characters of a headline
_SOURCE = 6  # tokens of its source
_CREDITS = {"source", "editor", "reporter", "photo", "video"}  # "Source: the agency" tells nothing
_PERSONS = {
    "country", "driver", "family", "fighter", "local", "man", "nation", "other", "people", "relative", "resident",
    "side", "soldier", "state", "victim", "villager", "witness", "woman", "worker",
}  # fmt: skip
_SHORTEST = 3  # tokens of what it says


def read_headline(speech: Speech, start: int, end: int) -> bool:
    """Adds what the sources of the headline start..end say. False for a paragraph that is no headline."""
    p = speech.parse
    a, b = bisect_left(p.start, start), bisect_left(p.start, end)
    if end - start > _LONGEST or p.paragraph[a] - p.paragraph[0] >= _FIRST or ":" not in p.word[a:b]:
        return False
    if p.word[b - 1] in (".", '"') and ";" not in p.word[a:b]:
        return False
    first = a
    for i in range(a, b + 1):
        if i == b or p.word[i] == ";":
            _read_part(speech, first, i - 1)
            first = i + 1
    return True


def read_entry(speech: Speech, a: int, b: int) -> None:
    """Adds what the source says that begins the sentence a..b of a log: "Kirdan police: two men killed."."""
    p = speech.parse
    while a < b and (p.pos[a] in ("NUM", "PUNCT", "SYM", "X") or not p.word[a][0].isalpha()):
        a += 1
    colon = next((i for i in range(a + 1, min(a + _SOURCE, b - _SHORTEST)) if p.word[i] == ":"), None)
    if colon is None or speech.quoted(p.start[a]) or any(p.pos[i] == "NUM" for i in range(a, colon)):
        return
    named = any(i in speech.context.person_at or i in speech.context.force_at for i in range(a, colon))
    if (named or p.lemma[colon - 1] not in _PERSONS) and _is_source(speech, a, colon - 1):
        _write(speech, (a, colon - 1), colon, (colon + 1, b - 1))


def _read_part(speech: Speech, a: int, b: int) -> None:
    """One part of a headline, tokens a..b: the source stands on the side of the colon that can be one."""
    p = speech.parse
    while b > a and p.word[b] in (".", '"'):
        b -= 1
    colons = [i for i in range(a + 1, b) if p.word[i] == ":"]
    if not colons:
        return
    colon = colons[0]
    if colon - a <= _SOURCE and b - colon >= _SHORTEST and _is_source(speech, a, colon - 1):
        _write(speech, (a, colon - 1), colon, (colon + 1, b))
        return
    colon = colons[-1]
    if b - colon <= _SOURCE and colon - a >= _SHORTEST and _is_source(speech, colon + 1, b):
        _write(speech, (colon + 1, b), colon, (a, colon - 1))


def _is_source(speech: Speech, a: int, b: int) -> bool:
    """Are the tokens a..b the name of a body or of persons who can say something, and nothing more?"""
    p, context = speech.parse, speech.context
    while a < b and not p.word[a].isalnum():
        a += 1
    if b == a and p.lemma[a] in _CREDITS:
        return False
    if any(p.tag[i] in ("VBZ", "VBP", "VBD", "MD", ",") for i in range(a, b + 1) if p.word[i].islower()):
        return False
    if any(i in context.place_at for i in range(a, b + 1)) and b == a:
        return False
    named = any(i in context.person_at or i in context.force_at for i in range(a, b + 1))
    return named or speaks_by_name(p, b) or title_kind(p, b) != ""


def _write(speech: Speech, source: tuple[int, int], colon: int, content: tuple[int, int]) -> None:
    p = speech.parse
    speaker = resolve_speaker(speech.context, source[1], source[1], speech.memory)
    if speaker is None:
        return
    if speaker.person is None:
        speaker.name = p.slice(*source).removeprefix("The ").removeprefix("the ")
    start, end = speech.trim(p.start[content[0]], p.end[content[1]])
    quotes = speech.between(p.start[content[0]], end)
    statement = speech.write(start, end, speaker, kind_of(speech, [(start, end)], quotes))
    statement.cue, statement.cue_at = ":", colon
    statement.reasons = [
        Reason("pattern", f"a headline names its source {speaker.name!r}", p.start[colon], p.end[colon])
    ]
    speech.used |= {q.opens for q in quotes}
    speech.done.append((statement, max(end, p.end[source[1]])))
