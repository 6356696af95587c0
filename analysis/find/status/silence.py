"""A source that denies, or declines to confirm, what another has claimed: the claim bears the mark, and nothing else.

What is denied must be named as a claim or an event ("the news", "this", "the strike"); a denial of something of its own
("denied any losses") says nothing of the deeds told before it.
"""

from __future__ import annotations

from ...read.language import Parse
from ..context import Context
from ..records import Outcome, Reason, Statement

_MARKS = {"deny": "denied", "decline to confirm": "unconfirmed"}
_WHO_VERIFIES = {"verify", "corroborate", "substantiate", "authenticate", "confirm"}
_NOT = {"not", "n't", "no", "unable", "impossible", "cannot", "without", "yet"}
_POINTS_BACK = {"this", "it", "that", "these", "those", "them"}
_CLAIMS = frozenset(
    """
    accusation accusations account accounts allegation allegations assertion charge charges claim claims figure figures
    information news number numbers report reports rumour rumours rumor rumors statement story toll video
    """.split()
)
_EVENTS = frozenset(
    """
    airstrike airstrikes ambush arrest arrests attack attacks bombing bombings casualties clash clashes death deaths
    explosion fighting fire incident incidents incursion kidnapping killing killings losses massacre offensive operation
    raid raids shelling shooting shootings strike strikes
    """.split()
)
_SHARES = {"involvement", "responsibility", "role", "part", "hand", "link", "links", "complicity", "connection",
           "knowledge", "participation", "involved", "responsible", "behind"}  # fmt: skip
_CONFIRMATIONS = {"confirmation", "verification", "corroboration"}


def apply_silence(context: Context) -> None:
    """Marks the claims that somebody denies or does not confirm."""
    p = context.parse
    for statement in context.statements:
        mark = _MARKS.get(statement.stance)
        if mark is None or any(o.statement is statement for o in context.outcomes):
            continue
        for outcome in _denied_by(context, statement):
            note = Reason("cue", f"{mark}: {statement.cue}", statement.start, statement.end)
            outcome.status, outcome.status_by, outcome.status_statement = mark, statement.cue, statement
            outcome.reasons.append(note)
    said = {s.cue_at for s in context.statements}
    for i, lemma in enumerate(p.lemma):
        verb = lemma in _WHO_VERIFIES and i not in said and (lemma != "confirm" or "independently" in _around(p, i))
        if (verb and _is_negated(p, i)) or (lemma in _CONFIRMATIONS and p.lower[p.left[i]] == "no"):
            for outcome in _unverified(context, i):
                if outcome.status in ("reported", "confirmed") and outcome.statement is not None:
                    words = p.slice(p.left[i], i)[-60:]
                    outcome.status, outcome.status_by, outcome.status_statement = "unconfirmed", words, None
                    outcome.reasons.append(Reason("cue", f"unconfirmed: {words}", p.start[i], p.end[i]))


def _around(p: Parse, i: int) -> list[str]:
    return p.lower[max(0, i - 3) : i + 4]


def _is_negated(p: Parse, i: int) -> bool:
    a = p.sents[p.sent[i]][0]
    return any(p.lower[j] in _NOT for j in range(max(a, i - 8), i))


def _unverified(context: Context, i: int) -> list[Outcome]:
    """What could not be verified: the claims before it in its sentence, else those of the last sentence with any."""
    p = context.parse
    here = [o for o in context.outcomes if p.sent[o.trigger] == p.sent[i] and o.trigger < i]
    return here or _claims_before(context, p.sent[i])


def _denied_by(context: Context, statement: Statement) -> list[Outcome]:
    """The outcomes that a denial without a deed of its own goes back to."""
    p = context.parse
    words = [p.lower[i] for i in range(len(p)) if statement.start <= p.start[i] < statement.end]
    if _SHARES & set(words[:5]) or not _refers(words):  # who denies involvement denies no deed
        return []
    start = next((i for i in range(len(p)) if p.start[i] >= statement.start), 0)
    if _SHARES & set(p.lower[max(0, start - 3) : start]):  # "was involved in the attack, which the group denied"
        return []
    sentence = p.sent[statement.cue_at]
    others = [s for s in context.statements if s.cue_at < statement.cue_at and s.speaker != statement.speaker]
    last = max(others, key=lambda s: s.cue_at, default=None)
    if last is not None and p.sent[last.cue_at] == sentence:
        return [o for o in context.outcomes if o.statement is last]  # "X said ..., but the group denied this"
    claims = _claims_before(context, sentence)
    own = [o for o in claims if statement.force is not None and statement.force in o.actor_forces]
    if own:
        return own
    if last is not None and _CLAIMS & set(words[:4]) and sentence - p.sent[last.cue_at] <= 1:
        return [o for o in claims if o.statement is last]
    return claims


def _refers(words: list[str]) -> bool:
    """Do the words of the denial point back: "this news", "it", "the strike", "carrying out the attack"?"""
    if not words or words[0] in _POINTS_BACK or _CLAIMS & set(words[:4]):
        return True
    return len(words) < 12 and any(w in _EVENTS and "the" in words[max(0, n - 3) : n] for n, w in enumerate(words))


def _claims_before(context: Context, sentence: int) -> list[Outcome]:
    """The outcomes of the last sentence with any, at most one paragraph back."""
    p = context.parse
    paragraph = p.paragraph[p.sents[sentence][0]]
    earlier = [o for o in context.outcomes if p.sent[o.trigger] < sentence and p.paragraph[o.trigger] >= paragraph - 1]
    last = max((p.sent[o.trigger] for o in earlier), default=-1)
    return [o for o in earlier if p.sent[o.trigger] == last]
