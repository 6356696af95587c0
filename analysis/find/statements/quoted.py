"""What a cue says in quotation marks: the quotes that belong to it, and the unquoted words that go with them."""

from __future__ import annotations

from bisect import bisect_left

from .cues import Cue, cue_verb
from .quotations import Quote
from .speech import Speech, paragraph_of

_SHORTEST = 5  # words of a paragraph that somebody says whole
_JOINING = {"on", "in", "at", "to", "that"}


def with_quotes(speech: Speech, cue: Cue, spans: list[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[Quote]]:
    """The content widened to the quotes that it touches; without content, the quote beside the cue."""
    p = speech.parse
    first, last = p.start[cue.first], p.end[cue.last]
    a, b = paragraph_of(p, first)
    near = speech.between(a, b)
    before = next((q for q in reversed(near) if q.closes <= first), None)
    if before and speech.wordless(before.closes, first) and _belongs(speech, before, spans, last):
        touched = [before]
        spans = _up_to(speech, before, cue, spans)
    else:
        touched = [q for q in near if any(s < q.closes and q.opens < e for s, e in spans)]
    if not touched and not spans:
        after = next((q for q in near if q.opens >= p.end[cue.at]), None)
        if after and _leads_to(speech, cue, after):
            touched = [after]
            spans = _words_before(speech, cue, after)
        elif after is None and (below := _below(speech, cue, b)):
            touched = list(speech.between(below[0], below[0] + 1))
            spans = [] if touched else [below]
    for q in touched:
        spans = [(x, y) for x, y in spans if not (q.start <= x and y <= q.closes)]
        spans = [*spans, (q.start, q.end)]
    return [_cut(speech, s, e) for s, e in spans if s < e and not (first <= s and e <= last)], touched


def kind_of(speech: Speech, spans: list[tuple[int, int]], quotes: list[Quote]) -> str:
    """direct, mixed or indirect: whether all the words of the content stand in quotation marks, some, or none."""
    text = speech.text
    quoted = unquoted = 0
    for s, e in spans:
        s += next((len(w) for w in ("but ", "and ") if text[s : s + 4].lower() == w), 0)
        s += 5 * (text[s : s + 5].lower() == "that ")
        for i in range(s, e):
            if text[i].isalnum():
                inside = any(q.opens <= i < q.closes for q in quotes)
                quoted, unquoted = quoted + inside, unquoted + (not inside)
    if not quoted:
        return "indirect"
    return "mixed" if unquoted else "direct"


def _belongs(speech: Speech, q: Quote, spans: list[tuple[int, int]], last: int) -> bool:
    """Is the quote right before the cue what it says, and not the end of the sentence before or a fronted phrase?"""
    p = speech.parse
    tokens = range(bisect_left(p.start, q.start), bisect_left(p.start, q.end))
    if any(last <= s <= last + 1 for s, _ in spans) and not any(p.pos[i] == "VERB" for i in tokens):
        return False
    ended = speech.text[q.end - 1] in ".!?"
    if q.opens in speech.used and ended:
        return False
    return _stands_alone(speech, q) or not any(s >= last for s, _ in spans)


def _up_to(speech: Speech, q: Quote, cue: Cue, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The unquoted words of the sentence before a quote that is a part of it: 'The road "was mined," he said.'"""
    if _stands_alone(speech, q):
        return []
    spans = [s for s in spans if s[0] < q.opens]
    p = speech.parse
    a = p.start[p.sents[p.sent[bisect_left(p.start, q.opens)]][0]]
    if spans or a >= q.opens or ":" in speech.text[a : q.opens] or speech.wordless(a, q.opens):
        return spans
    return [(a, q.opens)]


def _cut(speech: Speech, s: int, e: int) -> tuple[int, int]:
    """The span up to a quote that begins a new sentence inside it: the parse has missed the end of the one before."""
    for q in speech.between(s + 1, e):
        before = speech.text[s : q.opens].rstrip()
        if before[-1:] in (".", "!", "?") and before[-2:-1].islower() and _stands_alone(speech, q):
            return s, s + len(before)
    return s, e


def _stands_alone(speech: Speech, q: Quote) -> bool:
    """The quote is a sentence of its own: nothing unquoted before it belongs to what is said."""
    text = speech.text
    previous = text[: q.opens].rstrip()[-1:]
    return text[q.start : q.start + 1].isupper() and (
        not previous or previous in ".:(;?!\"”’'" or text[q.opens - 1] == "\n"
    )


def _words_before(speech: Speech, cue: Cue, q: Quote) -> list[tuple[int, int]]:
    """The unquoted words between the cue and the quote that are part of what is said."""
    p = speech.parse
    i = cue.at + 1
    while i < len(p) and p.start[i] < q.opens and (p.pos[i] == "ADV" or p.lower[i] in _JOINING):
        i = i + 1 if p.pos[i] == "ADV" or p.lower[i] == "that" else p.right[i] + 1
    if i >= len(p) or p.start[i] >= q.opens:
        return []
    words = speech.text[p.start[i] : q.opens].rstrip()
    return [] if words[-1:] in ",:" or len(words.split()) < 2 else [(p.start[i], q.opens)]


def _below(speech: Speech, cue: Cue, end: int) -> tuple[int, int] | None:
    """The next paragraph, where a colon behind the cue ends this one: "He wrote:"."""
    p = speech.parse
    following = bisect_left(p.start, end)
    takes_quote = cue.word is not None and {"quote", "clause"} <= cue.word.takes
    if speech.text[p.end[cue.last] : end].strip() != ":" or not takes_quote or following >= len(p):
        return None
    a, b = paragraph_of(p, p.start[following])
    return (a, b) if len(speech.text[a:b].split()) > _SHORTEST else None


def _leads_to(speech: Speech, cue: Cue, q: Quote) -> bool:
    """Only the rest of the cue's clause stands between the cue and the quote."""
    between = speech.text[speech.parse.end[cue.at] : q.opens]
    takes_quote = cue.word is not None and "quote" in cue.word.takes
    if not takes_quote or "\n" in between or len(between) > 120:
        return False
    if q.opens in speech.used:
        return between.strip() in (",", ":")
    p = speech.parse
    tokens = range(cue.at + 1, bisect_left(p.start, q.opens))
    comma = next((i for i in tokens if p.word[i] == ","), len(p))
    speaking = [i for i in tokens if p.pos[i] == "VERB" and cue_verb(p, i)]
    if any(i > comma or (p.dep[i] == "conj" and p.head[i] == cue.at) for i in speaking):
        return False  # "responded to the attack, saying": the quote is the other's
    return between.strip().endswith(":") or not any(mark in between for mark in (". ", "! ", "? ", "; "))
