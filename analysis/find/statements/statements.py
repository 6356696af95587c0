"""Attributed statements: one record per cue, and one per quotation that carries its speaker over."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..context import Context
from ..records import Reason, Statement
from .attribution import find_cues
from .cues import Cue
from .headlines import read_entry, read_headline
from .quotations import find_quotes
from .quoted import kind_of, with_quotes
from .resumed import resume_quotes
from .speaker_names import audience_text
from .speakers import resolve_speaker
from .speech import Speech, paragraph_of, paragraphs

_BULLET = re.compile(r"(?:[-*•·▪–—]|\(?\d{1,2}[.)])\s")


def find_statements(context: Context) -> None:
    """Adds the statements of the document to the context, in text order."""
    p = context.parse
    blocks = paragraphs(p)
    speech = Speech(context, find_quotes(context.document.text, blocks))
    sentences = iter([*p.sents, (len(p), len(p))])
    a, b = next(sentences)
    for start, end in blocks:
        headline = read_headline(speech, start, end)
        while a < len(p) and p.start[a] < end:
            first = len(speech.done)
            if not headline:
                read_entry(speech, a, b)
            for cue in find_cues(p, a, b):
                if not speech.quoted(p.start[cue.at]):
                    _attribute(speech, cue)
            _unnest(speech, [s for s, _ in speech.done[first:]])
            a, b = next(sentences)
        resume_quotes(speech, start, end)
    context.statements += sorted({id(s): s for s, _ in speech.done}.values(), key=lambda s: s.start)


def speaker_for(context: Context, offset: int) -> Statement | None:
    """The statement whose speaker stands behind the words at the offset; None for the outlet's own words.

    That is the innermost statement that covers the offset, else the last statement before it in the same paragraph:
    a speaker carries over the following sentences of the paragraph until another cue. It carries over the entries of
    a list, too, where the paragraph with the cue leads to them: "According to the army, the raid resulted in: - ...".
    """
    covering = context.statement_at(offset)
    if covering is not None:
        return covering
    a, _ = paragraph_of(context.parse, offset)
    last = _last_between(context, a, offset)
    if last is None and _is_entry(context, a):
        lead = _lead_of_list(context, a)
        last = None if lead is None else _last_between(context, *lead)
    return last


def _last_between(context: Context, a: int, b: int) -> Statement | None:
    return max((s for s in context.statements if a <= s.start and s.end <= b), key=lambda s: s.end, default=None)


def _is_entry(context: Context, start: int) -> bool:
    return _BULLET.match(context.document.text, start) is not None


def _lead_of_list(context: Context, start: int) -> tuple[int, int] | None:
    """The paragraph whose colon leads to the list of which an entry begins at the offset."""
    p = context.parse
    while (token := bisect_left(p.start, start)) > 0:
        a, b = paragraph_of(p, p.start[token - 1])
        if not _is_entry(context, a):
            return (a, b) if context.document.text[b - 1] == ":" else None
        start = a
    return None


def _unnest(speech: Speech, statements: list[Statement]) -> None:
    """ "A said B, C added": what A said ends where C's cue begins."""
    for inner in statements:
        for outer in statements:
            covers = outer.cue_at > inner.cue_at >= 0 and outer.start <= speech.parse.start[inner.cue_at]
            if covers and inner.start < outer.end < inner.end:
                inner.end = outer.end


def _attribute(speech: Speech, cue: Cue) -> None:
    """Makes the statement of one cue, where it has both a speaker and content."""
    p = speech.parse
    spans, quotes = with_quotes(speech, cue, [(p.start[x], p.end[y]) for x, y in cue.content if x <= y])
    if cue.speaker is None:
        return
    speaker = resolve_speaker(speech.context, cue.speaker, cue.at, speech.memory)
    if speaker is None:
        return
    if not spans:
        if cue.word is not None and "clause" in cue.word.takes:
            speech.memory.said.append(speaker)  # spoke, but of what the text does not say
        return
    start, end = speech.trim(min(s for s, _ in spans), max(e for _, e in spans))
    if end - start < 2:
        return
    statement = speech.write(start, end, speaker, kind_of(speech, spans, quotes))
    statement.cue = p.slice(cue.at, cue.at + 1) if cue.word is None else p.word[cue.at]
    statement.cue_at = cue.at
    statement.stance = cue.stance
    statement.audience = audience_text(speech.context, cue.audience) if cue.audience is not None else ""
    statement.reasons = [
        Reason("cue", f"{statement.cue!r}, stance {cue.stance}", p.start[cue.at], p.end[cue.at]),
        Reason("argument", f"speaker {speaker.name!r} ({speaker.note})", p.start[cue.speaker], p.end[cue.speaker]),
    ]
    speech.used |= {q.opens for q in quotes}
    if speaker.name:
        speech.memory.said.append(speaker)
    speech.done.append((statement, max(end, p.end[cue.last])))
