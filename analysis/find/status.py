"""How sure: each outcome's status, by the cues whose scope it stands in.

Scope is syntax, not distance: a cue colours an outcome if it stands on the way from the outcome's trigger up to the
root of the sentence ("aims to control the desert"), as that way's auxiliary ("will launch") or modifier ("reportedly
killed"). The way ends at relative and adverbial clauses, so a cue never leaves its own clause. After ConText (Harkema
et al. 2009): pseudo cues are the `transparent` verbs of `status_cues.csv`.

Beyond the sentence: a speaker's stance, an old date, and a source that declines to confirm.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from ..read.knowledge import knowledge
from ..read.language import Parse
from .context import Context
from .records import Outcome, Reason, Statement

_STRENGTH = ("denied", "intended", "planned", "background", "unconfirmed", "confirmed", "ongoing")  # strongest first
_STANCES = {"deny": "denied", "decline to confirm": "unconfirmed", "confirm": "confirmed"}
_THROUGH = {"of", "to", "in", "by", "with", "into", "on"}  # prepositions that keep the deed in the governor's scope
_CLAUSAL = {"ccomp", "xcomp", "pcomp", "acl", "conj", "oprd"}
_OLD = timedelta(21)  # what began longer before publication is history
_FINITE = {"VBD", "VBZ", "VBP"}
_MOVES = {"proceed", "go", "come", "return"}
_ROLES = {"involvement", "responsibility", "role", "link", "connection", "participation", "knowledge", "involve"}
_REPORTS = {"report", "account", "information", "rumour", "rumor", "claim", "message", "post", "source", "video"}
_WHO_VERIFIES = {"verify", "corroborate", "substantiate", "authenticate"}

Cue = tuple[str, int]  # the status, and the token that says so


@cache
def _cues(scope: str) -> dict[str, str]:
    return {row["cue"]: row["value"] for row in knowledge("status_cues") if row["scope"] == scope}


def assign_status(context: Context) -> None:
    """Sets status, status_by and status_statement of every outcome, with the reason."""
    history = _history(context)
    for outcome in context.outcomes:
        found = list(_cues_above(context.parse, outcome.trigger))
        status, at = min(found, key=lambda cue: _STRENGTH.index(cue[0]), default=("reported", -1))
        statement = outcome.statement
        stance = _STANCES.get(statement.stance, "") if statement else ""
        if statement and stance and (status == "reported" or _stronger(stance, status)):
            _decide(outcome, stance, "cue", statement.cue, statement.start, statement.end, statement)
        elif _is_old(context, outcome) and not (at >= 0 and _stronger(status, "background")):
            _decide(outcome, "background", "date", "before the events reported", outcome.start, outcome.end)
        elif at >= 0:
            p = context.parse
            _decide(outcome, status, "cue", p.word[at], p.start[at], p.end[at])
        elif statement is None and context.parse.paragraph[outcome.trigger] in history:
            _decide(outcome, "background", "section", "history at the report's end", outcome.start, outcome.end)
    _apply_silence(context)


def _stronger(one: str, other: str) -> bool:
    return other not in _STRENGTH or _STRENGTH.index(one) < _STRENGTH.index(other)


def _decide(
    outcome: Outcome, status: str, kind: str, words: str, start: int, end: int, by: Statement | None = None
) -> None:
    outcome.status, outcome.status_by, outcome.status_statement = status, words, by
    outcome.reasons.append(Reason(kind, f"{status}: {words}", start, end))


def _cues_above(p: Parse, trigger: int) -> Iterator[Cue]:
    """Every cue on the way from the trigger to the root of its sentence."""
    node, gerund = trigger, False
    yield from _own_cues(p, node)
    for _ in range(40):
        head, dep = p.head[node], p.dep[node]
        if head == node:
            return
        if dep == "conj" and p.tag[node] in _FINITE and p.tag[head] == "VB":
            node = _finite_above(p, head)  # "vowed to go on and killed two": killed goes with vowed
            continue
        if dep in ("advcl", "acl", "relcl"):
            if _is_infinitive(p, node) and p.lemma[head] not in _cues("transparent"):
                yield from _governor_cues(p, head, dep) if _has_governor_cue(p, head) else [("intended", node)]
            return
        if dep in ("compound", "poss", "amod", "nmod", "appos", "parataxis", "npadvmod", "advmod"):
            return
        if dep == "prep" and gerund:
            dep = "pcomp"  # "aimed at killing", "suspected of killing"
        gerund = dep == "pcomp"
        if dep in ("pobj", "pcomp", "dobj") and (motive := _motive(p, head)) is not None:
            yield "background", motive
            return
        if dep == "pobj" and p.lower[head] not in _THROUGH:
            return
        if dep == "prep" and p.pos[head] in ("VERB", "AUX") and p.lower[node] not in _THROUGH:
            return
        if dep == "conj" and _has_own_mood(p, node):
            return
        if dep == "xcomp" and _is_infinitive(p, node) and not _leads(p, head):
            yield "intended", node
        if p.dep[node] != "conj" or p.pos[node] in ("VERB", "AUX"):
            yield from _governor_cues(p, head, dep)
        if p.pos[head] in ("VERB", "AUX") or dep != "conj":
            yield from _own_cues(p, head)
        node = head


def _motive(p: Parse, governor: int) -> int | None:
    """What the deed is only the reason for: "in retaliation for the killing", "to avenge the killing"."""
    above = p.head[governor] if p.pos[governor] == "ADP" else governor
    return above if p.lemma[above] in _cues("motive") else None


def _leads(p: Parse, head: int) -> bool:
    """Does the verb above an infinitive decide its status itself, or leave it done ("managed to")?"""
    lemma = p.lemma[head]
    if any(p.lower[c] == "yet" for c in p.children[head]):  # "has yet to capture the town"
        return False
    if lemma in _MOVES and p.tag[head + 1] != "TO":  # "is proceeding well to find them": a purpose
        return False
    if lemma == "be":
        subject = next((c for c in p.children[head] if p.dep[c] == "nsubj"), None)
        return subject is None or p.lemma[subject] not in _cues("noun")
    return lemma in _cues("complement") or lemma in _cues("transparent") or lemma in _cues("object")


def _finite_above(p: Parse, node: int) -> int:
    while p.head[node] != node and p.tag[node] not in _FINITE:
        node = p.head[node]
    return node


def _has_governor_cue(p: Parse, head: int) -> bool:
    return p.lemma[head] in _cues("noun") or p.lemma[head] in _cues("complement")


def _governor_cues(p: Parse, head: int, dep: str) -> Iterator[Cue]:
    """What the word above says of the deed below it, as its clause, its object or its subject."""
    lemma = p.lemma[head]
    if p.pos[head] in ("NOUN", "PROPN"):
        if dep in ("acl", "relcl", "prep", "xcomp") and (value := _cues("noun").get(lemma)):
            yield value, head
    elif dep in _CLAUSAL and dep != "conj" and (value := _cues("complement").get(lemma)):
        yield value, head
    elif dep in ("dobj", "nsubjpass", "pcomp", "prep") and (value := _cues("object").get(lemma)):
        yield value, head
    elif dep in ("nsubj", "nsubjpass") and (value := _cues("subject").get(lemma)):
        yield value, head
    if dep == "ccomp":
        yield from _report_cues(p, head)


def _report_cues(p: Parse, verb: int) -> Iterator[Cue]:
    """ "Unconfirmed reports say that ...": the report's adjective colours what it tells."""
    for c in p.children[verb]:
        if p.dep[c] == "nsubj" and p.lemma[c] in _REPORTS:
            for a in p.children[c]:
                if p.dep[a] == "amod" and (value := _cues("adjective").get(p.lower[a])):
                    yield value, a


def _own_cues(p: Parse, node: int) -> Iterator[Cue]:
    """Auxiliaries and modifiers of one word on the way; present progressive is ongoing."""
    auxiliaries = []
    for c in p.children[node]:
        low, dep = p.lower[c], p.dep[c]
        if dep == "aux":
            auxiliaries.append(low)
            if value := _cues("modal").get(low):
                yield value, c
        elif dep == "advmod" and (value := _cues("adverb").get(low)):
            yield value, c
        elif dep == "mark" and (value := _cues("mark").get(low)):
            yield value, c
        elif dep in ("amod", "acomp") and (value := _cues("adjective").get(low)):
            yield value, c
        elif low == "going" and dep == "aux":
            yield "planned", c
    if p.tag[node] == "VBG" and any(a in ("is", "are", "'re", "been") for a in auxiliaries):
        yield "ongoing", node


def _is_infinitive(p: Parse, node: int) -> bool:
    return any(p.dep[c] == "aux" and p.tag[c] == "TO" for c in p.children[node])


def _has_own_mood(p: Parse, node: int) -> bool:
    """A coordinated verb with its own subject or auxiliary does not share those of the first."""
    return any(p.dep[c] in ("nsubj", "nsubjpass", "aux", "auxpass") for c in p.children[node]) and not (
        _is_infinitive(p, node)
    )


def _is_old(context: Context, outcome: Outcome) -> bool:
    if outcome.dates is None or context.document.published is None:
        return False
    return date.fromisoformat(outcome.dates[0]) < context.document.published - _OLD


def _history(context: Context) -> set[int]:
    """Paragraphs that tell history: from one that opens in a past year on, as long as the outlet itself speaks."""
    published, p = context.document.published, context.parse
    if published is None or not p.sents:
        return set()
    spoken = {p.paragraph[s.cue_at] for s in context.statements if s.cue_at >= 0}
    windows = context.dates
    recent = {p.paragraph[w.first] for w in windows if w.low >= published - _OLD}
    opened: set[int] = set()
    first_token: dict[int, int] = {}
    for token, number in enumerate(p.paragraph):
        first_token.setdefault(number, token)
    old = {p.paragraph[w.first] for w in windows if w.high < published - timedelta(180)
           and w.first - first_token[p.paragraph[w.first]] < 3}  # fmt: skip
    inside = False
    for number in sorted(first_token):
        if number in old and number > 0:
            inside = True
        elif number in spoken or number in recent:
            inside = False
        if inside:
            opened.add(number)
    return opened


def _apply_silence(context: Context) -> None:
    """A source that denies or does not confirm "the news" colours what was claimed right before it."""
    p = context.parse
    for statement in context.statements:
        if statement.stance not in ("decline to confirm", "deny") or _denies_a_part(context, statement):
            continue
        own = [o for o in context.outcomes if o.statement is statement]
        if not own:
            for outcome in _claims_before(context, p.sent[statement.cue_at], statement):
                _decide(outcome, _STANCES[statement.stance], "cue", statement.cue, statement.start, statement.end,
                        statement)  # fmt: skip
    for i, lemma in enumerate(p.lemma):
        if lemma in _WHO_VERIFIES and _is_negated(p, i):
            for outcome in _claims_before(context, p.sent[i], None):
                if outcome.status in ("reported", "confirmed") and outcome.statement is not None:
                    _decide(outcome, "unconfirmed", "cue", p.slice(p.left[i], i)[-60:], p.start[i], p.end[i])


def _denies_a_part(context: Context, statement: Statement) -> bool:
    """ "which denied involvement": who did it is denied, not that it was done."""
    p = context.parse
    said = [i for i in range(max(0, statement.cue_at), min(len(p), statement.cue_at + 12))
            if statement.start <= p.start[i] < statement.end]  # fmt: skip
    return any(p.lemma[i] in _ROLES for i in said[:5])


def _is_negated(p: Parse, i: int) -> bool:
    a = p.sents[p.sent[i]][0]
    return any(p.lower[j] in ("not", "n't", "no", "unable", "impossible", "cannot") for j in range(max(a, i - 8), i))


def _claims_before(context: Context, sentence: int, statement: Statement | None) -> list[Outcome]:
    """The outcomes of the last sentence with any, at most one paragraph back; the speaker's own deeds if there are."""
    p = context.parse
    a = p.sents[sentence][0]
    paragraph = p.paragraph[a]
    earlier = [o for o in context.outcomes if p.sent[o.trigger] < sentence and p.paragraph[o.trigger] >= paragraph - 1]
    if not earlier:
        return []
    last = max(p.sent[o.trigger] for o in earlier)
    claims = [o for o in earlier if p.sent[o.trigger] == last]
    if statement and statement.force:
        own = [o for o in claims if statement.force in o.actor_forces]
        return own or claims
    return claims
