"""What presents a name as a place: a preposition, a word for its kind, a relation, a verb done to places, or fame.

Each judge looks at one kind of evidence and gives the name of the cue, "" where the name is decided to be no place,
or None where it has nothing to say and the next judge is asked.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ...read.language import Parse
from ..words.grammar import first_conjunct
from .relations import Relation, find_relation
from .words import cues, demonyms, namesakes, prominence

_PLACE_LABELS = {"GPE", "LOC", "FAC"}
_BODIES = {"PERSON", "ORG", "NORP"}
_NO_THINGS_OF_SPACE = {"DATE", "TIME", "LANGUAGE", "EVENT", "LAW", "WORK_OF_ART", "MONEY", "QUANTITY", "CARDINAL",
                       "ORDINAL", "PERCENT"}  # fmt: skip
_MODIFIER_TAGS = {"DT", "JJ", "JJS", "JJR", "VBN", "RB", "HYPH", "PRP$", "VBG", "PDT"}
_QUOTES = {'"', "'"}
_SURE = {"in", "near", "at", "outside", "inside", "around"}  # prepositions that make an odd name a place all the same
_PATHS = {"from", "to", "through", "via", "along"}
_ARTICLES = {"a", "an", "his", "her", "their", "my", "your"}
SETTLEMENTS = {"villages", "towns", "cities", "hamlets", "settlements"}
_WEAK = _PATHS | {"of", "on", "for", "over"}
_ATTACKS = {"airstrike", "assault", "attack", "bombardment", "bombing", "march", "offensive", "raid", "shelling",
            "strike"}  # fmt: skip
_FLOWN = {"circle", "destroy", "down", "drone", "explode", "flight", "fly", "hover", "intercept", "missile", "shoot"}
_GROUNDS = {"besiege", "bombard", "invade", "overrun", "raid", "ransack", "shell", "storm"}  # never done to persons
_TOWN, _CITY = 4, 5  # prominence: ten thousand people, a hundred thousand


@dataclass(slots=True, eq=False)
class Toponym:
    """One name: `first..last` the name, `outer` the same with the words for its kind ("the town of X", "X district").

    `cue` says what presents it as a place, empty where nothing does; a name that is not `literal` ("Iraq said") stands
    for a government or for people, and makes no place of its own.
    """

    first: int
    last: int
    outer: tuple[int, int]
    name: str
    feature: str = ""
    country: str = ""  # ISO code, where the name is a country's
    forced: str = ""  # ISO code of the country that an adjective gives ("the Iraqi town of X")
    relation: Relation | None = None
    cue: str = ""
    cue_at: int = -1
    literal: bool = True
    inside: Toponym | None = None
    local: bool = False  # a neighbourhood of a town
    aside: str = ""  # where nothing happens by this mention: "landmark" ("40 km from X"), "dateline", "border"
    measures: Toponym | None = None  # the place whose way from this one the text tells, as `way`
    way: Relation | None = None
    peers: list[Toponym] = field(default_factory=list)  # the other items of its list


@dataclass(frozen=True, slots=True)
class _Evidence:
    """The token before the name and its modifiers, how well known the name is, the recogniser's label, and whether the
    name only modifies a following noun ("the Kabul government")."""

    at: int
    before: str
    known: float
    label: str
    modifies: bool

    @property
    def place_like(self) -> bool:
        return self.known >= _TOWN or (self.known > 0 and self.label in _PLACE_LABELS)


def present(p: Parse, t: Toponym) -> None:
    """Looks for what presents the name as a place: sets relation, forced, cue, cue_at and literal."""
    begin = p.sents[p.sent[t.first]][0]
    t.relation = find_relation(p, t.outer[0]) or t.relation
    i = t.outer[0] - 1
    if t.relation and t.relation.first < t.outer[0]:
        beside = t.relation.bearing is None and not t.relation.part  # "near" is itself the preposition
        i = t.relation.first - (not beside)
    peoples, directions = demonyms(), cues("direction")
    while i >= begin and t.outer[0] - i < 8:
        low = p.lower[i]
        if low in peoples:
            t.forced = "" if p.word[i + 1] == "-" else peoples[low]  # "the Russian-held plant" lies in no Russia
        elif not (p.tag[i] in _MODIFIER_TAGS or p.word[i] in _QUOTES or low in directions):
            break
        i -= 1
    t.cue_at = i if i >= begin else t.outer[0]
    e = _Evidence(i, p.lower[i] if i >= begin else "", prominence(t.name), _label(p, t), _modifies(p, t))
    for judge in (_by_kind, _by_relation, _by_preposition, _by_path, _by_verb, _by_fame):
        if (cue := judge(p, t, e)) is not None:
            t.cue = cue
            break
    head = p.head[first_conjunct(p, t.last)]
    governs = t.cue == "subject" and p.lemma[head] not in cues("suffer")
    t.literal = not t.country or not (t.cue == "modifier" or governs)


def _by_kind(p: Parse, t: Toponym, e: _Evidence) -> str | None:
    """A word for a kind of place belongs to the name; a site (X hospital) needs a preposition as well."""
    if t.feature == "site":
        placed = e.before in cues("locative") or e.before in ("from", "to", "of")
        if p.dep[t.last] == "dobj" and p.lemma[p.head[t.last]] in cues("verb"):
            return "object"
        return "preposition" if placed and not e.modifies else ""
    if t.country and t.outer[1] > t.last:
        return "border"
    if not t.feature or t.country:
        return None
    person = e.label == "PERSON" and t.outer == (t.first, t.last) and not namesakes(t.name)
    return "" if person and e.before not in cues("locative") else "kind"


def _by_relation(p: Parse, t: Toponym, e: _Evidence) -> str | None:
    """ "40 km south of X" is a place whatever X is; "north of X" and "western X" where X may be one."""
    if t.relation is None or e.modifies:
        return None
    if t.relation.km:
        return "relation"
    if e.before in cues("locative"):
        return None
    settled = p.lower[t.relation.first] in SETTLEMENTS  # "the villages of Foua and Kafraya"
    likely = e.place_like or e.label in _PLACE_LABELS or t.relation.bearing is not None or settled
    return "relation" if likely and e.label not in _NO_THINGS_OF_SPACE else None


def _by_preposition(p: Parse, t: Toponym, e: _Evidence) -> str | None:
    """A preposition of place: enough for an unknown name, unless it reads as something else."""
    if e.before in ("with", "between", "of") and p.lower[e.at - 1] in cues("border"):
        return "border"
    moved = e.before == "between" and p.lemma[p.head[e.at]] in cues("motion")  # "a bus travelling between A and B"
    if e.before == "between" and not e.modifies and (moved or e.known > 0 or e.label in _PLACE_LABELS | {""}):
        return "preposition"
    if e.before not in cues("locative"):
        return None
    if e.modifies and not e.place_like:
        return ""
    if e.known < _TOWN and not t.feature and not _ARTICLES.isdisjoint(p.lower[e.at + 1 : t.outer[0]]):
        return ""  # "at a Walmart"
    if e.known > 0 or e.label in _PLACE_LABELS:
        return "preposition"
    if not t.feature and any(c.isdigit() for c in t.name):
        return ""  # AD36
    definite = p.lower[t.outer[0] - 1] == "the" and not t.feature
    if e.label in _NO_THINGS_OF_SPACE or definite:
        return ""
    if t.name.isupper() and t.name.isascii() and len(t.name) < 7:
        return ""
    if e.label in _BODIES | {"PRODUCT"} and not _arabic(t.name):
        return "preposition" if e.before in _SURE else ""
    return "preposition"


def _by_path(p: Parse, t: Toponym, e: _Evidence) -> str | None:
    """ "From", "to", "of": weaker, so that the name has to be known, or the verb one of motion."""
    if e.before not in _WEAK or e.modifies:
        return None
    if e.before == "over" and not (p.pos[p.head[e.at]] == "NUM" or p.lemma[p.head[e.at]] in _FLOWN):
        return None  # "a lead over Barca"
    if e.before == "of" and e.known > 0 and e.at > 1 and p.word[e.at - 1] == ",":
        return "preposition"  # "Paul Smith, 49, of Waterloo"
    if e.before == "on" and p.lemma[e.at - 1] in _ATTACKS and (e.known > 0 or e.label in _PLACE_LABELS):
        return "preposition" if e.label not in _NO_THINGS_OF_SPACE | {"ORG", "NORP"} or e.known >= _TOWN else None
    motion = p.lemma[p.head[e.at]] in cues("motion")
    known = e.place_like and e.label in _PLACE_LABELS | {""}
    moved = motion and e.known >= _TOWN and p.pos[p.head[e.at]] == "VERB"  # "travelling from Gao to Ansongo"
    if t.country or known or moved or (motion and e.label in _PLACE_LABELS):
        return "preposition" if motion or e.before in _PATHS else "name"
    if motion and e.before in ("from", "to", "through"):
        person = e.label == "PERSON" and e.known >= _CITY and p.tag[t.outer[0] - 1] not in ("DT", "PRP$")
        return "preposition" if person or e.label not in _BODIES | _NO_THINGS_OF_SPACE else None
    return None


def _by_verb(p: Parse, t: Toponym, e: _Evidence) -> str | None:
    """What was shelled, entered or left."""
    if e.modifies or p.dep[t.last] not in ("dobj", "nsubjpass", "conj"):
        return None
    head = p.head[t.last]
    if p.dep[t.last] == "conj":
        if p.dep[head] not in ("dobj", "nsubjpass"):
            return None
        head = p.head[head]
    grounds = p.lemma[head] in _GROUNDS and e.before == p.lower[head] and p.tag[t.last] == "NNP"
    likely = e.place_like or e.label in _PLACE_LABELS or (grounds and e.label in ("", "PERSON"))
    return "object" if likely and p.lemma[head] in cues("verb") else None


def _by_fame(p: Parse, t: Toponym, e: _Evidence) -> str | None:
    """Nothing presents the name; it is a country, or well known and a place to the recogniser."""
    if len(t.name) < 3 and not t.country:
        return ""  # "ID", "MP"
    famous = e.known >= _TOWN and e.label in _PLACE_LABELS
    likely = e.known >= _CITY and e.label not in _BODIES | _NO_THINGS_OF_SPACE and not e.modifies
    if not (t.country or famous or likely):
        return ""
    if t.last + 1 < len(p) and p.tag[t.last + 1] == "POS":
        return "possessive"
    if e.modifies:
        return "modifier"
    dep = p.dep[first_conjunct(p, t.last)] if t.country else p.dep[t.last]  # "France, Germany and Italy agreed"
    return "subject" if dep in ("nsubj", "nsubjpass") else "name"


def _modifies(p: Parse, t: Toponym) -> bool:
    n = t.outer[1] + 1
    if n >= len(p) or p.sent[n] != p.sent[t.last]:
        return False
    if t.country and n + 2 < len(p) and p.lower[n] in ("and", "or") and p.lower[n + 1] in demonyms():
        return True  # "United States and Iraqi personnel"
    return p.tag[n] in ("NN", "NNS") and p.head[t.last] >= n and p.dep[t.last] in ("compound", "nmod", "amod")


def _label(p: Parse, t: Toponym) -> str:
    """The recogniser's label of the name, where it gives all its words the same."""
    labels = {p.ent[i] for i in range(t.first, t.last + 1)}
    return labels.pop() if len(labels) == 1 else ""


def _arabic(name: str) -> bool:
    return name[:3].lower() in ("al-", "el-", "ar-", "as-", "an-", "ad-", "at-", "az-") or name[:4].lower() == "ash-"
