"""Words that put a deed before what a report is about, whether or not its date is known.

"In November of last year", "in recent months", "the recent attacks on labourers", "has come under frequent fire since
the war began". (The dates themselves, and numbers that add up many events, are in status.py and totals.py.)
"""

from __future__ import annotations

from ...read.language import Parse
from ..records import Outcome

_SPANS = {"week", "month", "year", "decade"}
_LONG_SPANS = {"month", "year", "decade"}
_RECENT = {"recent", "previous", "past", "preceding"}
_PLURALS = {"NNS", "NNPS"}


def earlier_words(p: Parse, outcome: Outcome) -> tuple[int, int] | None:
    """The words that say so, first and last token; None where nothing does.

    >>> from analysis import read_text, tabulate
    >>> def status(text):
    ...     return [row["status"] for row in tabulate(read_text(text)).rows["outcomes"]]
    >>> status("Nearly ten soldiers were killed in November of last year.")
    ['background']
    >>> status("Gunmen killed two farmers last night.")
    ['reported']
    """
    i = outcome.trigger
    for c in p.children[i]:
        if p.dep[c] == "amod" and p.lower[c] in _RECENT and p.tag[i] in _PLURALS:
            return c, i
    clause = _clause(p, i)
    first, end = p.sents[p.sent[i]]
    for t in range(first, end):
        if p.lemma[t] in _SPANS and (begin := _begin(p, t)) is not None and _verb(p, t) in clause:
            return begin, t + 1 if p.lower[t + 1 : t + 2] == ["ago"] else t
        if p.lower[t] == "since" and outcome.count is None:
            verb = p.head[p.head[t]] if p.dep[t] == "mark" else p.head[t]
            if verb in clause and _is_perfect(p, verb):
                return t, t
    return None


def _begin(p: Parse, span: int) -> int | None:
    """ "last year", "recent months", "the past two weeks", "two years ago": the first of the words; else None."""
    before = [p.lower[j] for j in range(max(0, span - 3), span)]
    if p.lower[span + 1 : span + 2] == ["ago"] and p.lemma[span] in _LONG_SPANS:
        return p.left[span]
    if before[-1:] == ["last"] and p.lemma[span] in _LONG_SPANS:
        return span - 1
    if p.tag[span] in _PLURALS and (found := [j for j in range(max(0, span - 2), span) if p.lower[j] in _RECENT]):
        return found[0]
    return None


def _clause(p: Parse, i: int) -> list[int]:
    """A deed's word and those above it, up to the verb of its clause: when it was said is another matter."""
    out = [i]
    while p.head[i] != i and p.dep[i] not in ("ccomp", "relcl"):
        i = p.head[i]
        out.append(i)
    return out


def _verb(p: Parse, i: int) -> int:
    """The verb that an expression of time hangs on."""
    while p.pos[i] not in ("VERB", "AUX") and p.head[i] != i:
        i = p.head[i]
    return i


def _is_perfect(p: Parse, verb: int) -> bool:
    return any(p.dep[c] == "aux" and p.lower[c] in ("has", "have", "'ve") for c in p.children[verb])
