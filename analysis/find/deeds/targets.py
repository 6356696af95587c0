"""To whom or what: from the head of a target to its items, each with its words, its kind and its count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ...read.knowledge import knowledge
from ...read.language import Parse
from ..context import Context
from ..records import STATES, Force
from ..words.containers import core, quantity_of
from ..words.names import national_words
from ..words.numbers import number_nouns
from ..words.quantities import Quantity
from .target_words import words_of

_ARMED = {"rebel group", "political militia", "identity militia"}
_TIMES = frozenset(
    """
    afternoon apr april aug august century day dec decade december evening feb february friday hour jan january jul
    july jun june march minute monday month morning night nov november oct october saturday sep sept september sunday
    thursday time today tomorrow tuesday wednesday week weekend year yesterday
    a.m a.m. dawn dusk gmt kilometer kilometre km meter metre midnight mile noon occasion p.m p.m.
    """.split()
)
PEOPLE_WORDS = frozenset(
    """
    assailant attacker bandit bomber crowd demonstrator fighter group gunman hitman individual insurgent kidnapper
    man men militant mob people perpetrator person protester rebel resident robber settler suspect terrorist unknown
    villager woman youth
    """.split()
)
_BELONGS = frozenset(
    """
    agent battalion body brigade cadre captain casualty cell chief colonel column commander deputy element fighter
    figure force general group guard head leader major man member official operative other personnel remnant side
    staff supporter troop unit volunteer
    """.split()
)
_OF_WHAT = re.compile(r"\s(?:of|in|at|for|to|with)\s")
_ONE_MORE = {"second", "third", "fourth", "fifth", "sixth"}
_NAME_REACH = 14  # tokens from an office to the name in apposition
_PERSONS = {"combatant", "civilian", "security force", "person unspecified"}
_SOME = {"few", "many", "several", "some"}


@dataclass(slots=True, frozen=True)
class Target:
    """One target: head token, first and last token of its words, kind and class, and how many."""

    head: int
    first: int
    last: int
    text: str
    kind: str
    cls: str = ""
    quantity: Quantity | None = None
    whole: int = -1  # head of the target whose number includes this one


@cache
def _kinds() -> dict[str, tuple[str, str]]:
    return {row["head"]: (row["target_kind"], row["class"]) for row in knowledge("target_kinds")}


def kind_of(context: Context, i: int) -> tuple[str, str]:
    """The kind and the class of a noun; ("", "") where nothing tells."""
    p, kinds = context.parse, _kinds()
    lemma, lower = p.lemma[i], p.lower[i]
    if p.tag[i] == "NNPS" and lemma == lower:
        lemma = lower.removesuffix("s")  # "the Jesuits"
    if (force := context.force_at.get(i)) is not None and (lemma not in kinds or not _is_thing(kinds[lemma][0])):
        return _force_kind(force), "forces"
    if i and (found := kinds.get(f"{p.lower[i - 1]} {lemma}") or kinds.get(f"{p.lemma[i - 1]} {lemma}")):
        return found
    if lemma in _BELONGS and (owner := _owner(context, i)) is not None:
        return _force_kind(owner), "forces"
    if (found := kinds.get(lemma) or kinds.get(lower)) is not None:
        return found
    if p.tag[i] == "NNPS" and (found := kinds.get(lower.removesuffix("s"))) is not None:  # "Rockets fell": no name
        return found
    if i in context.person_at:
        return _person_kind(context, i), "person"
    if p.tag[i] in ("NNS", "NNPS") and lower.removesuffix("s") in national_words():
        return "person unspecified", ""  # "two Italians"
    if i in context.place_at:
        return "territory", ""
    if p.tag[i] == "CD" or lower in number_nouns() or (lower in _SOME and _is_alone(p, i)):
        return "person unspecified", "number"
    if "-" in lower and (found := kinds.get(lemma.rsplit("-", 1)[-1])) is not None:
        return found
    return "", ""


def _is_alone(p: Parse, i: int) -> bool:
    """ "Several were injured", "and several injured": no noun stands behind it."""
    return p.dep[i] not in ("amod", "det", "advmod") or p.pos[p.head[i]] == "VERB"


def _is_thing(kind: str) -> bool:
    return kind in ("weapons", "explosives", "vehicle", "position", "building", "territory")


def _force_kind(force: Force) -> str:
    if force.actor_type in STATES:
        return "security force"
    return "combatant" if force.actor_type in _ARMED else "civilian"


def _person_kind(context: Context, i: int) -> str:
    """By the office: "rector of the university" a rector, not a building."""
    title = context.person_at[i].title.lower()
    for word in reversed(_OF_WHAT.split(title)[0].split()):
        if (found := _kinds().get(word)) is not None and found[0] in _PERSONS:
            return found[0]
    return "person unspecified" if not title else "civilian"


def _owner(context: Context, noun: int) -> Force | None:
    """The force that the noun belongs to: "Taliban members", "members of the Taliban", "the group's leader"."""
    p = context.parse
    for c in p.children[noun]:
        if p.dep[c] in ("compound", "poss", "amod", "nmod") and c in context.force_at:
            return context.force_at[c]
        if p.dep[c] == "prep" and p.lower[c] in ("of", "from", "in"):
            for o in p.children[c]:
                if o in context.force_at:
                    return context.force_at[o]
    return None


def _named(context: Context, noun: int) -> int:
    """The name that an office stands beside: "the mayor, Juan Perez" Perez; the noun itself where none does."""
    p = context.parse
    if noun in context.person_at or p.tag[noun] not in ("NN", "NNP"):
        return noun
    end = min(p.sents[p.sent[noun]][1], noun + _NAME_REACH)
    for i in range(noun + 1, end):
        person = context.person_at.get(i)
        if person is None:
            if p.pos[i] in ("VERB", "AUX") or p.word[i] in (";", ":"):
                return noun
            continue
        mention = next((m for m in person.mentions if m.first <= i <= m.last), None)
        if mention is None:
            return noun
        apposed = mention.first == noun + 1 or (
            p.head[mention.head] == noun and p.dep[mention.head] in ("appos", "nmod")
        )
        titled = p.lower[noun] in person.title.lower().split() and p.word[mention.first - 1] == ","
        return mention.head if apposed or titled else noun
    return noun


def make_target(context: Context, head: int) -> Target | None:
    """The target whose head is this token; None for what can be none (a verb, a relative pronoun without a noun)."""
    p = context.parse
    noun = _named(context, core(p, head))
    if p.pos[noun] not in ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "X", "DET", "VERB"):
        return None
    if p.lower[noun] in ("may", "march") and noun and p.tag[noun - 1] == "CD":
        return None  # "on 1 May"
    if p.tag[noun] in ("WP", "WDT") or {p.lower[noun].rstrip("."), p.lemma[noun]} & _TIMES or _is_year(p, noun):
        return None
    if p.pos[noun] == "VERB" and p.dep[noun] in ("ROOT", "advcl", "ccomp", "relcl"):
        return None
    kind, cls = kind_of(context, noun)
    if p.lemma[head] in ("body", "corpse", "remains") and head != noun:
        kind, cls = "person unspecified", "bodies"
    quantity = quantity_of(p, head, noun)
    first, last = words_of(context, noun)
    text = p.slice(first, last)
    if not kind and p.tag[noun] == "NNP" and noun not in context.force_at:
        cls = "name"
    one_more = p.lower[noun] in _ONE_MORE and any(p.lower[c] == "a" for c in p.children[noun])
    if p.lower[noun] == "another" or one_more:  # "and a third was neutralised"
        kind, cls = "person unspecified", "number"
    if quantity is None and cls in ("person", "name"):
        quantity = Quantity("", (1, 1), noun, noun)
    return Target(head, first, last, text, kind, cls, quantity)


def _is_year(p: Parse, i: int) -> bool:
    return len(p.word[i]) == 4 and p.word[i].isdigit() and "1900" <= p.word[i] <= "2099"
