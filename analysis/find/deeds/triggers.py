"""The words that report an outcome: verbs, nouns of deed, adjectives of state, from `triggers.csv`.

A rule says what the word reports and where its target stands; `kinds` says of what sort the target must be, which
tells "captured a fighter" from "captured a town" and "captured a tank".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ...read.knowledge import knowledge, listed
from ...read.language import Parse
from ..context import Context

PEOPLE = frozenset({"combatant", "civilian", "security force", "person unspecified"})
_GEAR = frozenset({"weapons", "explosives", "vehicle"})
_POSTS = frozenset({"position", "building"})
_GROUPS = {
    "people": PEOPLE,
    "gear": _GEAR,
    "posts": _POSTS,
    "things": _GEAR | _POSTS | {"other"},
    "place": {"territory"},
}
_CLASSES = {"aircraft", "bodies", "columns", "goods", "forces", "hostages"}
_REACH = 10  # tokens between a verb and the last word of its phrase ("took five soldiers hostage")
_NOMINAL = {"dobj", "pobj", "nsubj", "nsubjpass"}
_LAUNCHING = {"launch", "begin", "start", "mount", "conduct", "carry", "open", "wage", "announce", "resume"}
_ENDS_PHRASE = {";", ":", "after", "before", "when", "amid", "while"}
INVENTORY_NOUNS = frozenset(  # what may stand for all that was seized: "items recovered include"
    """
    article belongings contraband equipment exhibit good goods haul item material object possession property
    recovery seizure stuff thing valuable
    """.split()
)
_FIXED = {"of", "to", "out", "up", "down", "off", "over", "away", "in", "into", "on"}


@dataclass(slots=True, frozen=True)
class Rule:
    """One line of the lexicon."""

    words: tuple[str, ...]
    pos: str
    outcome: str
    target: str
    kinds: frozenset[str]
    classes: frozenset[str]

    def admits(self, kind: str, cls: str) -> bool:
        """May a target of this kind and class stand here?"""
        return not (self.kinds or self.classes) or kind in self.kinds or cls in self.classes


@dataclass(slots=True, frozen=True)
class Trigger:
    """A word that may report an outcome: its token, the last token of its phrase, and the rules that it may follow."""

    at: int
    last: int
    pos: str
    rules: tuple[Rule, ...]
    first: int = -1  # the first token, where the phrase begins before the word that the others hang on

    @property
    def begin(self) -> int:
        """The first token of the phrase."""
        return self.first if self.first >= 0 else self.at


def _rule(row: dict[str, str]) -> Rule:
    kinds: set[str] = set()
    names = listed(row["kinds"])
    for name in names:
        kinds |= _GROUPS.get(name, set() if name in _CLASSES else {name})
    classes = frozenset(n for n in names if n in _CLASSES)
    if "forces" in classes:
        classes |= {"columns"}
    return Rule(tuple(row["trigger"].split()), row["pos"], row["outcome"], row["target"], frozenset(kinds), classes)


@cache
def _lexicon(pos: str) -> dict[str, tuple[tuple[tuple[str, ...], tuple[Rule, ...]], ...]]:
    """First word -> (phrase, its rules), longest phrase first."""
    by_phrase: dict[tuple[str, ...], list[Rule]] = {}
    for row in knowledge("triggers"):
        if row["pos"] == pos:
            rule = _rule(dict(row))
            by_phrase.setdefault(rule.words, []).append(rule)
    out: dict[str, list[tuple[tuple[str, ...], tuple[Rule, ...]]]] = {}
    for words, rules in by_phrase.items():
        out.setdefault(words[0], []).append((words, tuple(rules)))
    return {k: tuple(sorted(v, key=lambda x: -len(x[0]))) for k, v in out.items()}


@cache
def _base(lower: str) -> str:
    """The verb that a form belongs to that the tagger took for an adjective or a noun ("killed" JJ)."""
    verbs = _lexicon("verb")
    candidates: list[str] = []
    if lower.endswith("ed"):
        candidates = [lower[:-2], lower[:-1], lower[:-3], lower[:-3] + "y"]
    elif lower.endswith("ing"):
        candidates = [lower[:-3], lower[:-3] + "e", lower[:-4]]
    elif lower.endswith("s"):
        candidates = [lower[:-1], lower[:-2]]
    return next((c for c in candidates if c in verbs), "")


def _undoubled(lemma: str) -> str:
    """ "gut" of "gutte", as the lemmatiser has it for "gutted"."""
    return lemma[:-2] if lemma.endswith("e") and lemma[-3:-2] == lemma[-2:-1] != "" else ""


def find_triggers(context: Context) -> list[Trigger]:
    """Every trigger of the document in text order; words inside names of forces, places, operations are none."""
    p = context.parse
    verbs, nouns, adjectives = _lexicon("verb"), _lexicon("noun"), _lexicon("adjective")
    tolls, operations = _lexicon("toll"), _lexicon("operation")
    out: list[Trigger] = []
    taken = -1  # the last word of the last verb's phrase: the dead of "shot dead" is no second trigger
    for i, lemma in enumerate(p.lemma):
        pos = p.pos[i]
        if i == taken:
            continue
        if pos in ("PUNCT", "DET", "ADP", "PRON", "CCONJ", "PART", "AUX", "NUM"):
            continue
        found: Trigger | None = None
        if pos == "VERB":
            entries = verbs.get(lemma) or verbs.get(_undoubled(lemma))
            if entries and not _is_gerund_noun(p, i):
                found = _match(p, i, "verb", entries)
            elif (entries := nouns.get(p.lower[i])) and p.tag[i] == "VBG":
                found = _match(p, i, "noun", entries)
        elif pos in ("NOUN", "PROPN", "ADJ", "X", "ADV", "INTJ"):
            noun = pos != "ADJ" or p.dep[i] in _NOMINAL  # "launched an offensive"
            if noun and _is_launched(p, i) and (entries := operations.get(lemma)):
                found = _match(p, i, "operation", entries)
            elif noun and (entries := nouns.get(lemma) or nouns.get(p.lower[i])):
                found = _match(p, i, "noun", entries)
            elif pos in ("NOUN", "PROPN") and (entries := tolls.get(lemma)):
                found = _match(p, i, "toll", entries)
            elif noun and (entries := operations.get(lemma)):
                found = _match(p, i, "operation", entries)
            elif entries := adjectives.get(p.lower[i]):
                found = _match(p, i, "adjective", entries)
            if found is None or (pos != "ADJ" and found.pos == "noun" and _is_infinitive_verb(p, i)):
                found = _mistagged_verb(p, i) or found
        if found is not None and not _inside_name(context, found):
            out.append(found)
            if found.pos == "verb" and found.last > i:
                taken = found.last
    return out


def is_deed(p: Parse, i: int) -> bool:
    """Is the noun a deed with its own target: "the arrest of two men", "three strikes on the port"?"""
    nouns = _lexicon("noun")
    return (p.lemma[i] in nouns or p.lower[i] in nouns) and any(p.lower[c] in ("of", "on") for c in p.children[i])


def _is_launched(p: Parse, i: int) -> bool:
    """ "launched an offensive": an operation, where "the offensive on the town" is an attack."""
    if p.lemma[i] == "assault" and any(
        p.lower[c] in ("on", "against", "at") for place in (i, p.head[i]) for c in p.children[place] if c > i
    ):
        return False
    return p.dep[i] in ("dobj", "nsubjpass") and p.lemma[p.head[i]] in _LAUNCHING


def _mistagged_verb(p: Parse, i: int) -> Trigger | None:
    """A verb that the tagger took for something else: "to clean Al-Anbar", "12 killed"."""
    verbs = _lexicon("verb")
    lower = p.lower[i]
    if (base := _base(lower)) and not lower.endswith("s"):
        if lower.endswith("ing") and p.tag[i] in ("NN", "NNS", "NNP"):
            return None
        none = is_attributive(p, i) and p.lemma[p.head[i]] not in INVENTORY_NOUNS
        return None if none else _match(p, i, "verb", verbs[base])
    if lower in verbs and _is_infinitive_verb(p, i):
        return _match(p, i, "verb", verbs[lower])
    return None


def is_attributive(p: Parse, i: int) -> bool:
    """Does the word stand before the noun that it describes: "the seized items"?"""
    return p.dep[i] in ("amod", "compound") and p.head[i] > i


def _is_infinitive_verb(p: Parse, i: int) -> bool:
    """ "to [completely] clean", "will target": a base form after "to" or a modal, and before its object."""
    j = i - 1
    if j > 0 and p.tag[j] == "RB":
        j -= 1
    if j < 0 or i + 1 >= len(p) or p.tag[i + 1] in ("IN", ".", ",", "CC", "NN", "NNS", "POS"):
        return False
    return p.tag[j] in ("TO", "MD") or (p.tag[i - 1] == "RB" and p.tag[j] == "CC")


def _is_gerund_noun(p: Parse, i: int) -> bool:
    """ "the killing of": a noun, whatever the tagger says."""
    if p.tag[i] != "VBG" or p.lower[i] not in _lexicon("noun"):
        return False
    before = i and p.lower[i - 1] in ("the", "a", "this", "that", "'s", "their", "his", "its", "her")
    before = before or any(p.dep[c] in ("compound", "det", "poss") for c in p.children[i] if c < i)
    return bool(before) or (i + 1 < len(p) and p.lower[i + 1] == "of")


def _match(p: Parse, i: int, pos: str, entries: tuple[tuple[tuple[str, ...], tuple[Rule, ...]], ...]) -> Trigger | None:
    best: Trigger | None = None
    for words, rules in entries:
        if best is not None and len(words) < len(best.rules[0].words):
            break
        last = _rest(p, i, words) if pos == "verb" else _next_words(p, i, words)
        if last is not None and (best is None or last < best.last):
            best = Trigger(i if pos == "verb" else _head_of(p, i, last), last, pos, rules, i)
    return best


def _next_words(p: Parse, i: int, words: tuple[str, ...]) -> int | None:
    """The last token of a phrase of adjacent words, hyphens between them aside ("shoot-out")."""
    at = i
    for word in words[1:]:
        at += 2 if p.lower[at + 1 : at + 2] == ["-"] else 1
        if at >= len(p) or word not in (p.lower[at], p.lemma[at]):
            return None
    return at


def _head_of(p: Parse, first: int, last: int) -> int:
    """The word of a phrase that the others hang on: the exchange of "fire exchange" and of "exchange of fire"."""
    return next((i for i in range(first, last + 1) if not first <= p.head[i] <= last), first)


def _rest(p: Parse, i: int, words: tuple[str, ...]) -> int | None:
    """The last token of the verb's phrase, its other words in order within reach and before the next clause."""
    at = i
    borne = {p.lemma[c] for c in p.children[i] if p.dep[c] == "nsubjpass"}  # "a grenade was hurled at the post"
    for word in words[1:]:
        if word in borne:
            continue
        if any(p.lower[c] == word and p.dep[c] == "advmod" and c < i for c in p.children[i]):  # "safely detonated"
            continue
        for j in range(at + 1, min(len(p), at + 1 + _REACH)):
            if p.sent[j] != p.sent[i]:
                return None
            inner = p.dep[j] == "compound" and p.head[j] > j and word == words[-1]  # a landmine factory is no landmine
            described = p.dep[j] == "amod" and word != p.lower[j]  # "withdrew with their wounded comrades": no wounds
            if word in (p.lower[j], p.lemma[j]) and not inner and not described:
                if word in _FIXED and p.head[j] != i and j > at + 3:
                    return None
                at = j
                break
            if p.lower[j] in _ENDS_PHRASE or (p.pos[j] == "VERB" and p.tag[j] in ("VBD", "VBZ", "VBP")):
                return None
        else:
            return None
    if len(words) > 1 and p.dep[at] == "compound" and p.head[at] > at:
        return None  # "took out life insurance"
    if p.dep[at] == "pobj" and p.lower[p.head[at]] == "with" and "with" not in words and p.head[i] != at:
        return None  # "hit the depot with a mine"
    if len(words) > 1 and words[-1] in _FIXED and p.head[at] not in (i, at) and at > i + 1 and p.dep[at] != "prt":
        return None
    return at


def _inside_name(context: Context, trigger: Trigger) -> bool:
    i, p = trigger.at, context.parse
    if i in context.force_at:
        return True
    if i in context.place_at or i in context.person_at:
        return True
    if i in context.operation_at and trigger.pos != "operation":
        return p.pos[i] != "VERB"
    return p.dep[i] == "compound" and p.head[i] > trigger.last and trigger.pos in ("noun", "operation")
