"""With what: the weapon or the method of a deed."""

from __future__ import annotations

from functools import cache

from ...read.knowledge import knowledge
from ...read.language import Parse
from ..context import Context
from ..records import Outcome, Reason
from .arguments import agents
from .triggers import Trigger

_BY_MEANS = {"with", "using", "by", "in", "from", "via", "through", "of", "after", "when", "during", "to"}
_BURIED = {"bomb", "device", "explosive", "ied", "landmine", "mine", "tripwire"}
_TRIPPING = {"detonate", "drive", "hit", "roll", "run", "set", "step", "strike", "touch", "tread", "trigger"}
_MEANS_FOR = {"killed", "wounded", "destroyed", "attacked"}


@cache
def _means() -> dict[str, str]:
    return {row["means"]: row["kind"] for row in knowledge("means")}


@cache
def _last_words() -> frozenset[str]:
    return frozenset(words.rsplit(" ", 1)[-1] for words in _means())


def means_at(p: Parse, i: int) -> str | None:
    """The weapon or method that token i names, with its compounds: "roadside bomb", "drone strike"."""
    means = _means()
    lemma = p.lemma[i]
    two = f"{p.lower[i - 1]} {lemma}" if i else ""
    if two not in means and lemma not in means:
        return None
    start = i
    while (
        start > 0
        and p.head[start - 1] in range(start, i + 1)
        and p.dep[start - 1] in ("compound", "amod", "nmod", "punct")
    ):
        if p.tag[start - 1] in ("CD", "DT", ",", "JJR") or p.lower[start - 1] in (
            "several",
            "multiple",
            "unidentified",
        ):
            break
        start -= 1
    return p.slice(start, i)


def find_means(context: Context, trigger: Trigger, outcome: Outcome) -> None:
    """Sets the weapon or method: the subject of the deed, or what hangs on it by "with", "using", "in"."""
    if outcome.outcome not in _MEANS_FOR:
        return
    p = context.parse
    taken = outcome.target_at
    candidates = list(agents(p, trigger))
    a, b = p.sents[p.sent[trigger.at]]
    candidates += range(trigger.last + 1, b)
    candidates += range(trigger.at - 1, a - 1, -1)
    for i in candidates:
        if taken is not None and taken.first <= i <= taken.last:
            continue
        if p.lemma[i] not in _last_words() or i in context.force_at or i in context.place_at:
            continue
        whole = p.head[i] if p.dep[i] == "compound" and p.head[i] > i else trigger.at
        if whole != trigger.at and means_at(p, whole) is not None:
            continue  # the attack of "killed in a bomb attack"; the bomb of "a bomb attack on the station"
        if p.lower[i - 1 : i + 2] == ["in", "charge", "of"]:
            continue
        if _is_instrument(p, i, trigger) and (words := means_at(p, i)) is not None:
            outcome.means = words
            outcome.reasons.append(Reason("argument", f"means: {words}", p.start[i], p.end[i]))
            return


def _is_instrument(p: Parse, i: int, trigger: Trigger) -> bool:
    if p.tag[i] not in ("NN", "NNS", "NNP", "NNPS"):
        return False
    if p.dep[i] in ("nsubj", "nsubjpass") and p.head[i] in (trigger.at, p.head[trigger.at]):
        return True
    if p.dep[i] in ("pobj", "dobj") and p.lower[p.head[i]] in _BY_MEANS:
        return p.lower[p.head[i]] != "of" or p.pos[p.head[p.head[i]]] != "VERB"  # "which consisted of rifles"
    if p.dep[i] in ("pobj", "dobj") and _is_set_off(p, i):
        return True
    if p.dep[i] == "compound" and p.head[i] == trigger.at:
        return True
    return p.dep[i] == "dobj" and p.head[i] == trigger.at and outcome_is_fire(p, trigger)


def _is_set_off(p: Parse, i: int) -> bool:
    """ "when they set off a mine", "stepped on a landmine", "struck a roadside bomb": what they set off hit them."""
    if p.lemma[i] not in _BURIED:
        return False
    verb = p.head[i] if p.dep[i] == "dobj" else p.head[p.head[i]]
    return p.lemma[verb] in _TRIPPING and p.dep[verb] in ("advcl", "ccomp", "conj", "pcomp", "ROOT")


def outcome_is_fire(p: Parse, trigger: Trigger) -> bool:
    """ "fired rockets at", "detonated a vest": the object is the weapon."""
    return p.lemma[trigger.at] in ("fire", "launch", "throw", "hurl", "lob", "toss", "detonate", "use", "drop")
