"""Totals and their parts, and what is said twice.

A number is counted once: a row falls away when an earlier row tells the same thing of the same people, when it only
points back ("the killing", "both victims were killed"), or when it sums up the rows before it ("Two fatalities.").
"""

from __future__ import annotations

from ..context import Context
from ..records import Outcome
from .headline_rows import headlines

_ANY = frozenset(
    """
    people person individual casualty civilian fatality death victim men man others other life toll dead
    """.split()
)
_SUMS = frozenset("casualty casualties fatality fatalities death deaths injury injuries victims dead toll".split())
_SIDES = {"combatant", "security force"}
_OUTSIDERS = {"foreigner", "foreigners", "local", "locals"}
_REST = {"other", "others", "many", "several", "some", "more", "scores", "dozens"}
_TELLING = 5  # from this number on, the same number of the same sort is the same people
_DEFINITE = {"the", "this", "those", "these", "both", "that"}


def settle_tolls(context: Context) -> None:
    """Drops repeated rows and keeps `part_of` to rows that are kept."""
    kept: list[Outcome] = []
    told: dict[int, Outcome] = {}
    heads, paragraph = headlines(context), context.parse.paragraph
    for outcome in context.outcomes:
        headed = paragraph[outcome.trigger] in heads  # what a headline tells falls to the report, not the report to it
        alike = (e for e in kept if (paragraph[e.trigger] in heads) == headed)
        earlier = next((e for e in alike if _same(context, e, outcome)), None)
        if earlier is not None:
            merge(earlier, outcome)
            told[id(outcome)] = earlier
        elif headed or not _sums_up(kept, outcome):
            kept.append(outcome)
    for outcome in kept:
        if outcome.part_of is not None and outcome.part_of not in kept:
            outcome.part_of = told.get(id(outcome.part_of))
    for outcome in kept:
        _take_kind(context, outcome, kept)
    context.outcomes[:] = kept


def _take_kind(context: Context, outcome: Outcome, kept: list[Outcome]) -> None:
    """A part is of its whole's kind ("30 militants, including two leaders"), and so are the others of a sentence
    ("15 soldiers were killed and many injured")."""
    if outcome.target_kind != "person unspecified" and _last_word(outcome) not in _OUTSIDERS:
        return
    whole = outcome.part_of
    if whole is None and outcome.target_kind == "person unspecified" and _last_word(outcome) in _REST:
        sentence = context.parse.sent
        before = [o for o in kept if o.outcome in ("killed", "wounded") and o.trigger < outcome.trigger
                  and sentence[o.trigger] == sentence[outcome.trigger] and o.target_kind in _SIDES]  # fmt: skip
        whole = before[-1] if before else None
    if whole is not None and whole.target_kind in _SIDES:
        outcome.target_kind = whole.target_kind


def merge(kept: Outcome, dropped: Outcome) -> None:
    """What the second telling adds to the first."""
    if (not kept.affected and not kept.speaker) or kept.speaker == dropped.speaker:
        for name in ("actor", "affected"):
            if not getattr(kept, name):
                setattr(kept, name, getattr(dropped, name))
                setattr(kept, f"{name}_forces", getattr(dropped, f"{name}_forces"))
    kept.means = kept.means or dropped.means
    kept.place = kept.place or dropped.place


def _sums_up(kept: list[Outcome], b: Outcome) -> bool:
    """ "Two fatalities." after the rows that make two."""
    if b.count is None or (_head(b) not in _SUMS and _last_word(b) not in _SUMS):
        return False
    rows = [a for a in kept if a.outcome == b.outcome and a.part_of is None and a.count is not None]
    if b.speaker and _last_word(b) == "toll" and all(a.speaker != b.speaker for a in rows):
        return False  # "the army put the toll at seven" too: another source
    total = sum((a.count[0] or 0) for a in rows if a.count)
    return bool(rows) and total == b.count[0]


def _same(context: Context, a: Outcome, b: Outcome) -> bool:
    p = context.parse
    if a.outcome == b.outcome == "clashed" and p.sent[a.trigger] == p.sent[b.trigger]:
        return a.target == b.target and a.status == b.status  # "engaged them in a gun duel"
    if a.outcome != b.outcome or a.trigger == b.trigger or b.part_of is not None:
        return False
    if a.target_at is not None and b.target_at is not None:
        if a.target_at.head == b.target_at.head:
            return True
        if a.target_at.head in context.person_at and b.target_at.head in context.person_at:
            return False  # persons are told apart once statuses are known
    if a.target_kind != b.target_kind and not (_is_vague(a) or _is_vague(b)):
        return False
    known = _definite(context, b) and _last_word(b) != "toll"  # "the toll": of whoever counts
    if a.speaker and b.speaker and not _one_speaker(a, b) and not known:
        return False
    if a.place is not None and b.place is not None and a.place is not b.place and not _definite(context, b):
        return False
    if p.sent[a.trigger] == p.sent[b.trigger]:
        return False
    same_words = _head(a) == _head(b) != ""
    if a.outcome == "attacked" and same_words and _one_attack(context, a, b):
        return True
    if b.count is None:
        return _definite(context, b) and (same_words or _shares_words(a, b) or _last_word(b) in _SUMS)
    if _points_back(context, b):
        return a.count == b.count
    if b.count == (1, 1):
        return same_words and a.count in (None, b.count) and (_definite(context, b) or not b.count_text)
    many = a.count == b.count and (b.count[0] or 0) >= _TELLING and a.target_kind == b.target_kind
    return many or (a.count == b.count and (same_words or _is_vague(a) or _is_vague(b)))


def _one_speaker(a: Outcome, b: Outcome) -> bool:
    """The same name, or the office and then the name: "the regional governor said ... Governor Ada Obi said"."""
    if a.speaker == b.speaker:
        return True
    if a.statement is None or b.statement is None:
        return False
    for one, other in ((a, b), (b, a)):
        title = other.statement.title.lower().split() if other.statement else []
        if title and one.statement and one.statement.person is None and one.speaker.lower().split()[-1:] == title[-1:]:
            return True
    return False


def _one_attack(context: Context, a: Outcome, b: Outcome) -> bool:
    """The same attackers at the same place on one such target: told twice, unless the text says another."""
    p = context.parse
    one = all(o.count in (None, (1, 1)) and o.count_text.lower() in ("", "a", "an", "the") for o in (a, b))
    first, end = p.sents[p.sent[b.trigger]]
    other = any(p.lower[i] in ("another", "second", "separate", "separately", "also") for i in range(first, end))
    return one and not other and a.place is b.place is not None and a.actor == b.actor != []


def _shares_words(a: Outcome, b: Outcome) -> bool:
    """ "Six Jesuit priests", later "the Jesuits"."""
    first, second = ({word.rstrip("s") for word in o.target.lower().split()} for o in (a, b))
    several = a.count != (1, 1) and b.target.endswith("s")
    return several and bool(first & second) and (first <= second or second <= first)


def _points_back(context: Context, b: Outcome) -> bool:
    """ "Both policemen died", of the two officers before."""
    m, p = b.target_at, context.parse
    return m is not None and any(p.lower[i] == "both" for i in (*p.children[m.head], m.first - 1) if 0 <= i < len(p))


def _last_word(o: Outcome) -> str:
    return o.target.lower().split()[-1] if o.target else ""


def _head(o: Outcome) -> str:
    return _last_word(o).rstrip("s")


def _is_vague(o: Outcome) -> bool:
    return bool({_last_word(o), _head(o)} & (_ANY | _SUMS)) or not o.target or o.target[0].isdigit()


def _definite(context: Context, o: Outcome) -> bool:
    p, m = context.parse, o.target_at
    return m is not None and any(
        p.lower[c] in _DEFINITE or p.tag[c] == "PRP$" for c in p.children[m.head] if c < m.head
    )
