"""Attributed statements: one record per cue, and one per quotation that carries its speaker over."""

from __future__ import annotations

from bisect import bisect_left

from .attribution import Cue, find_cues
from .context import Context
from .quotations import Quote, find_quotes, is_name
from .records import Reason, Statement
from .speakers import Memory, Speaker, audience_text, resolve_speaker, speaker_of

_BETWEEN = " .,\n\"”“'’‘"
_OUTER = " \t\n,;:\"“”„‟«»'‘’`-–—"


def find_statements(context: Context) -> None:
    """Adds the statements of the document to the context, in text order."""
    Finder(context).run()


def speaker_for(context: Context, offset: int) -> Statement | None:
    """The statement whose speaker stands behind the words at the offset; None for the outlet's own words.

    That is the innermost statement that covers the offset, else the last statement before it in the same paragraph:
    a speaker carries over the following sentences of the paragraph until another cue.
    """
    covering = context.statement_at(offset)
    if covering is not None:
        return covering
    a, _ = paragraph_of(context, offset)
    before = [s for s in context.statements if a <= s.start and s.end <= offset]
    return max(before, key=lambda s: s.end, default=None)


def paragraph_of(context: Context, offset: int) -> tuple[int, int]:
    """Start and end of the paragraph that holds the offset."""
    return next(((a, b) for a, b in paragraphs(context) if a <= offset < b), (offset, offset))


def paragraphs(context: Context) -> list[tuple[int, int]]:
    """Start and end of every paragraph that has a word."""
    p = context.parse
    out: list[tuple[int, int]] = []
    previous = -1
    for number, s, e in zip(p.paragraph, p.start, p.end, strict=True):
        if number != previous:
            out.append((s, e))
            previous = number
        else:
            out[-1] = (out[-1][0], e)
    return out


class Finder:
    """One pass over the sentences of a document, with the memory of who has spoken."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.parse = context.parse
        self.paragraphs = paragraphs(context)
        self.quotes = find_quotes(context.document.text, self.paragraphs)
        self.speech = [q for q in self.quotes if not is_name(context.document.text[q.start : q.end])]
        self.used: set[int] = set()
        self.memory = Memory()
        self.done: list[tuple[Statement, int]] = []  # with the end of its cue's clause

    def run(self) -> None:
        p = self.parse
        sentences = iter([*p.sents, (len(p), len(p))])
        a, b = next(sentences)
        for start, end in self.paragraphs:
            while a < len(p) and p.start[a] < end:
                first = len(self.done)
                for cue in find_cues(p, a, b):
                    if not self._inside_quote(p.start[cue.at]):
                        self._attribute(cue)
                self._unnest([s for s, _ in self.done[first:]])
                a, b = next(sentences)
            self._resume(start, end)
        self.context.statements += sorted({id(s): s for s, _ in self.done}.values(), key=lambda s: s.start)

    def _unnest(self, statements: list[Statement]) -> None:
        """ "A said B, C added": what A said ends where C's cue begins."""
        for inner in statements:
            for outer in statements:
                covers = outer.cue_at > inner.cue_at >= 0 and outer.start <= self.parse.start[inner.cue_at]
                if covers and inner.start < outer.end < inner.end:
                    inner.end = outer.end

    def _inside_quote(self, offset: int) -> bool:
        return any(q.start <= offset < q.end for q in self.speech)

    def _attribute(self, cue: Cue) -> None:
        """Makes the statement of one cue, where it has both a speaker and content."""
        p = self.parse
        spans = [(p.start[x], p.end[y]) for x, y in cue.content if x <= y]
        spans, quotes = self._with_quotes(cue, spans)
        if cue.speaker is None:
            return
        speaker = resolve_speaker(self.context, cue.speaker, cue.at, self.memory)
        if speaker is None:
            return
        if not spans:
            if cue.word is not None and "clause" in cue.word.takes:
                self.memory.said.append(speaker)  # spoke, but of what the text does not say
            return
        start, end = self._trim(min(s for s, _ in spans), max(e for _, e in spans))
        if end - start < 2:
            return
        statement = self._statement(start, end, speaker)
        statement.cue = self._cue_text(cue)
        statement.cue_at = cue.at
        statement.stance = cue.stance
        statement.kind = self._kind(spans, quotes)
        statement.audience = audience_text(self.context, cue.audience) if cue.audience is not None else ""
        statement.reasons = [
            Reason("cue", f"{statement.cue!r}, stance {cue.stance}", p.start[cue.at], p.end[cue.at]),
            Reason("argument", f"speaker {speaker.name!r} ({speaker.note})", p.start[cue.speaker], p.end[cue.speaker]),
        ]
        self.used |= {id(q) for q in quotes}
        if speaker.name:
            self.memory.said.append(speaker)
        self.done.append((statement, max(end, p.end[cue.last])))

    def _with_quotes(self, cue: Cue, spans: list[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[Quote]]:
        """The content widened to the quotes that it touches; without content, the quote beside the cue."""
        p, text = self.parse, self.context.document.text
        first, last = p.start[cue.first], p.end[cue.last]
        near = [q for q in self.speech if id(q) not in self.used]
        before = next((q for q in reversed(near) if q.closes <= first), None)
        if before and not text[before.closes : first].strip(" ,.-–—\n") and self._same_paragraph(before, first):
            touched = [before]
            spans = [] if self._stands_alone(before) else [s for s in spans if s[0] < before.closes]
        else:
            touched = [q for q in near if any(s < q.closes and q.opens < e for s, e in spans)]
        if not touched and not spans:
            after = next((q for q in near if q.opens >= p.end[cue.at]), None)
            if after and self._leads_to(cue, after):
                touched = [after]
                spans = self._words_before(cue, after)
        for q in touched:
            s, e = q.start, q.end
            spans = [(x, y) for x, y in spans if not (s <= x and y <= q.closes)]
            spans = [*spans, (s, e)]
        return self._outside_cue(spans, first, last), touched

    def _stands_alone(self, q: Quote) -> bool:
        """The quote is a sentence of its own: nothing unquoted before it belongs to what is said."""
        text = self.context.document.text
        previous = text[: q.opens].rstrip()[-1:]
        return text[q.start : q.start + 1].isupper() and (
            not previous or previous in ".:(;?!\"”’'" or text[q.opens - 1] == "\n"
        )

    def _words_before(self, cue: Cue, q: Quote) -> list[tuple[int, int]]:
        """The unquoted words between the cue and the quote that are part of what is said."""
        p, text = self.parse, self.context.document.text
        i = cue.at + 1
        while (
            i < len(p)
            and p.start[i] < q.opens
            and (p.pos[i] == "ADV" or p.lower[i] in ("on", "in", "at", "to", "that"))
        ):
            i = i + 1 if p.pos[i] == "ADV" or p.lower[i] == "that" else p.right[i] + 1
        if i >= len(p) or p.start[i] >= q.opens:
            return []
        words = text[p.start[i] : q.opens].rstrip()
        return [] if words[-1:] in ",:" or len(words.split()) < 2 else [(p.start[i], q.opens)]

    def _outside_cue(self, spans: list[tuple[int, int]], first: int, last: int) -> list[tuple[int, int]]:
        return [(s, e) for s, e in spans if s < e and not (first <= s and e <= last)]

    def _leads_to(self, cue: Cue, quote: Quote) -> bool:
        """Only the rest of the cue's clause stands between the cue and the quote."""
        p, text = self.parse, self.context.document.text
        between = text[p.end[cue.at] : quote.opens]
        takes_quote = cue.word is not None and "quote" in cue.word.takes
        if not takes_quote or "\n" in between or len(between) > 120:
            return False
        stripped = between.strip()
        return stripped.endswith(":") or not any(mark in between for mark in (". ", "! ", "? ", "; "))

    def _same_paragraph(self, quote: Quote, offset: int) -> bool:
        a, b = paragraph_of(self.context, quote.opens)
        return a <= offset < b

    def _resume(self, a: int, b: int) -> None:
        """Quotes of the paragraph a..b that no cue has taken: they go on with the speaker beside or before them."""
        text = self.context.document.text
        for q in self.speech:
            if not a <= q.opens < b or id(q) in self.used or not self._is_sentence(q):
                continue
            self.used.add(id(q))
            if self._introduced(q):
                continue
            before = [(s, stop) for s, stop in self.done if stop <= q.opens]
            if not before:
                continue
            statement, stop = max(before, key=lambda x: x[1])
            if stop >= a and not text[stop : q.opens].strip(_BETWEEN):
                statement.end = max(statement.end, self._trim(q.start, q.end)[1])
                self.done.append((statement, q.closes))
                statement.kind = "mixed" if statement.kind == "indirect" else statement.kind
            elif (follower := self._follower(q)) is not None:
                follower.start = self._trim(q.start, q.end)[0]
            elif a == q.opens:
                self._carry_over(q, statement)

    def _follower(self, q: Quote) -> Statement | None:
        """The statement that begins right behind the quote: "One." "Two," he said."""
        text = self.context.document.text
        near = (s for s, _ in self.done if 0 <= s.start - q.closes < 5)
        return next((s for s in near if not text[q.closes : s.start].strip(_BETWEEN) and s.kind == "direct"), None)

    def _introduced(self, q: Quote) -> bool:
        """A colon leads to the quote, and the sentence before it has a person as its subject."""
        p, text = self.parse, self.context.document.text
        if not text[: q.opens].rstrip().endswith(":"):
            return False
        token = bisect_left(p.start, q.opens) - 1
        a, b = p.sents[p.sent[token]]
        for i in range(a, min(b, token)):
            if p.dep[i] == "nsubj" and (p.dep[p.head[i]] == "ROOT" or p.head[i] >= token):
                if i not in self.context.person_at and p.lower[i] not in ("he", "she"):
                    return False
                speaker = resolve_speaker(self.context, i, i, self.memory)
                if speaker is None:
                    return False
                start, end = self._trim(q.start, q.end)
                statement = self._statement(start, end, speaker)
                statement.kind = "direct"
                statement.reasons = [Reason("pattern", f"a colon after words on {speaker.name!r}", p.start[i], q.opens)]
                self.memory.said.append(speaker)
                self.done.append((statement, q.closes))
                return True
        return False

    def _carry_over(self, q: Quote, before: Statement) -> None:
        """A paragraph that is a quote without a cue: the speaker is the one before."""
        start, end = self._trim(q.start, q.end)
        if end - start < 2:
            return
        statement = self._statement(start, end, speaker_of(before))
        statement.kind = "direct"
        statement.reasons = [Reason("coreference", f"no cue: {before.speaker!r} goes on", q.opens, q.closes)]
        self.done.append((statement, q.closes))

    def _is_sentence(self, q: Quote) -> bool:
        words = self.context.document.text[q.start : q.end]
        size = len(words.split())
        return size >= 8 or (size >= 3 and (words[-1] in ".,!?…" or not q.partner))

    def _statement(self, start: int, end: int, speaker: Speaker) -> Statement:
        return Statement(
            start, end, speaker.name, speaker.title, speaker.affiliation, person=speaker.person, force=speaker.force
        )

    def _kind(self, spans: list[tuple[int, int]], quotes: list[Quote]) -> str:
        """direct, mixed or indirect by how much of the content stands in quotation marks."""
        text = self.context.document.text
        quoted = total = 0
        for s, e in spans:
            for i in range(s, e):
                if text[i].isalnum():
                    total += 1
                    quoted += any(q.opens <= i < q.closes for q in quotes)
        if not quoted:
            return "indirect"
        return "direct" if quoted >= 0.9 * total else "mixed"

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        text = self.context.document.text
        while start < end and text[start] in _OUTER:
            start += 1
        for word in ("that ", "That "):
            if text.startswith(word, start) and start + 5 < end:
                start += 5
                while start < end and text[start] in _OUTER:
                    start += 1
                break
        while end > start and text[end - 1] in _OUTER:
            end -= 1
        return start, end

    def _cue_text(self, cue: Cue) -> str:
        p = self.parse
        return p.slice(cue.at, cue.at + 1) if cue.word is None else p.word[cue.at]
