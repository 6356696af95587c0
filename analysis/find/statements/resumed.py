"""Quotes that no cue of their own introduces: they go on with the speaker beside or before them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from ..records import Reason, Statement
from .memory import speaker_of
from .quotations import Quote
from .speakers import resolve_speaker
from .speech import Speech

_NEW_SENTENCE = re.compile(r"[a-z]{2}[.!?][\"”’')]*\s")
_MAIN = {"ROOT", "ccomp", "parataxis", "conj"}
_MARKS = "\"”’»'"
_MARGIN = 5  # characters between the start of a paragraph and that of its quote
_LONGEST = 250  # characters of a cue's clause between two parts of a quote


def resume_quotes(speech: Speech, a: int, b: int) -> None:
    """Gives a speaker to the quotes of the paragraph a..b that no cue has taken."""
    _settle(speech, a, b)
    for q in speech.between(a, b):
        if q.opens in speech.used or not _is_sentence(speech, q):
            continue
        speech.used.add(q.opens)
        if _introduced(speech, q):
            continue
        before = [(s, stop) for s, stop in speech.done if stop <= q.opens]
        if a == q.opens and q.partner and speech.text[q.closes - 1] not in _MARKS:
            speech.pending.append(q)  # it goes on in the next paragraph, which may say who speaks
            continue
        if not before:
            continue
        statement, stop = max(before, key=lambda x: x[1])
        if stop >= a and (leader := _interrupted(speech, statement, stop, q)) is not None:
            leader.end = max(leader.end, speech.trim(q.start, q.end)[1])
            leader.kind = "mixed" if leader.kind == "indirect" else leader.kind
            speech.done.append((leader, q.closes))
        elif (follower := _follower(speech, q)) is not None:
            follower.start = speech.trim(q.start, q.end)[0]
        elif a == q.opens and statement.cue != ":" and speech.text[q.end - 1] != "," and _close(speech, stop, q):
            _carry_over(speech, q, statement)


def _settle(speech: Speech, a: int, b: int) -> None:
    """Quotes of the paragraphs before that go on in a..b: the speaker is the one there, else the one before them."""
    if not speech.pending:
        return
    mine = [s for s, _ in speech.done if a <= s.start < b]
    here = next((s for s in mine if s.start - a < _MARGIN and s.kind != "indirect"), None)
    if here is None and speech.text[a] in _MARKS + "“„«" and not mine:
        first = speech.between(a, b)[:1]
        if first and speech.text[first[0].closes - 1] not in _MARKS:
            return  # still the same quote
    for q in speech.pending:
        before = [(s, stop) for s, stop in speech.done if stop <= q.opens]
        last = max(before, key=lambda x: x[1])[0] if before else None
        if (source := here or last) is not None:
            _carry_over(speech, q, source)
    speech.pending.clear()


def _interrupted(speech: Speech, last: Statement, stop: int, q: Quote) -> Statement | None:
    """The statement that the quote resumes: only the rest of a cue's sentence stands between them.

    A participle may stand there with a cue of its own: '"One," he said, adding that two came. "Three."' is one row
    with three, and one with two.
    """
    p, rest = speech.parse, speech.text[stop : q.opens].strip()
    if last.cue_at < 0:
        return last if speech.wordless(stop, q.opens) else None
    sentence = p.sent[last.cue_at]
    leader = next(
        (s for s, _ in speech.done if s.cue_at >= 0 and p.sent[s.cue_at] == sentence and s.end <= p.start[s.cue_at]),
        None,
    )
    if leader is not None and leader.kind != "indirect" and leader.speaker == last.speaker:
        whole = len(rest) < _LONGEST and (not rest or rest[-1] in ".!?") and not _NEW_SENTENCE.search(rest)
        if whole:
            return leader
    return last if speech.wordless(stop, q.opens) else None


def _follower(speech: Speech, q: Quote) -> Statement | None:
    """The statement that begins right behind the quote: "One." "Two," he said."""
    near = (s for s, _ in speech.done if 0 <= s.start - q.closes < 5)
    return next((s for s in near if speech.wordless(q.closes, s.start) and s.kind == "direct"), None)


def _close(speech: Speech, stop: int, q: Quote) -> bool:
    """Has the one who goes on spoken in the paragraph before?"""
    p = speech.parse
    return p.paragraph[bisect_left(p.start, q.start)] - p.paragraph[max(0, bisect_right(p.start, stop - 1) - 1)] <= 1


def _introduced(speech: Speech, q: Quote) -> bool:
    """A colon leads to the quote, and the sentence before it has a person as its subject."""
    p = speech.parse
    if not speech.text[: q.opens].rstrip().endswith(":"):
        return False
    token = bisect_left(p.start, q.opens) - 1
    a, b = p.sents[p.sent[token]]
    for i in range(a, min(b, token)):
        if p.dep[i] == "nsubj" and (p.dep[p.head[i]] in _MAIN or p.head[i] >= token):
            if i not in speech.context.person_at and p.lower[i] not in ("he", "she"):
                return False
            speaker = resolve_speaker(speech.context, i, i, speech.memory)
            if speaker is None:
                return False
            statement = speech.write(*speech.trim(q.start, q.end), speaker, "direct")
            statement.reasons = [Reason("pattern", f"a colon after words on {speaker.name!r}", p.start[i], q.opens)]
            speech.memory.said.append(speaker)
            speech.done.append((statement, q.closes))
            return True
    return False


def _carry_over(speech: Speech, q: Quote, before: Statement) -> None:
    """A paragraph that is a quote without a cue: the speaker is the one before."""
    start, end = speech.trim(q.start, q.end)
    if end - start < 2:
        return
    statement = speech.write(start, end, speaker_of(before), "direct")
    statement.reasons = [Reason("coreference", f"no cue: {before.speaker!r} goes on", q.opens, q.closes)]
    speech.done.append((statement, q.closes))


def _is_sentence(speech: Speech, q: Quote) -> bool:
    words = speech.text[q.start : q.end]
    size = len(words.split())
    return size >= 8 or (size >= 3 and (words[-1] in ".,!?…" or not q.partner))
