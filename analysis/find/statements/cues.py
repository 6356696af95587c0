"""Cues of attribution as the knowledge file lists them, by lemma."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from ...read.knowledge import knowledge, listed
from ...read.language import Parse
from ..words.names import title_kind, titles

GOING_ON = {"go", "continue", "quote", "cite", "hear", "report"}  # "went on to say", "was quoted as saying"


_BODIES = {
    "administration", "advocate", "agency", "alliance", "ally", "analyst", "army", "attacker", "authority",
    "bandit", "body", "campaigner", "captor", "coalition", "command", "commission", "committee", "council",
    "country", "court", "critic", "diplomat", "doctor", "elder", "embassy", "executive", "expert", "faction",
    "family", "fighter", "force", "gang", "government", "group", "gunman", "insurgent", "journalist", "judge",
    "junta", "kidnapper", "lawyer", "local", "man", "media", "medic", "militant", "military", "militia", "ministry",
    "mission", "monitor", "movement", "nation", "neighbor", "neighbour", "observatory", "office", "official",
    "opposition", "organisation", "organization", "other", "outfit", "parliament", "party", "people", "police",
    "protester", "rebel", "regime", "relative", "rescuer", "resident", "side", "soldier", "source", "speaker",
    "state", "supporter", "survivor", "terrorist", "tribe", "troop", "union", "victim", "villager", "watchdog",
    "witness", "woman", "worker",
}  # fmt: skip
_EVENTS = {"offensive", "war", "attack", "strike", "crisis", "operation", "violence"}
_GOVERNED = {"on", "upon", "for", "back"}  # "called on", "called for", "shot back"
TOLLS = {"toll", "number", "figure", "count", "casualty", "loss", "death", "total"}
AUDIENCE_VERBS = {"ask", "tell", "inform", "assure", "remind", "notify", "warn", "brief"}  # their object is who is told


@dataclass(frozen=True, slots=True)
class CueWord:
    """One line of the list: the word, what it takes (quote, clause, object, infinitive, claim), its stance."""

    cue: str
    takes: frozenset[str]
    stance: str


@cache
def verbs() -> dict[str, CueWord]:
    """The verbs of saying by their lemmas."""
    return _form("verb")


@cache
def nouns() -> dict[str, CueWord]:
    """The nouns of saying by their lemmas."""
    return _form("noun")


def _form(form: str) -> dict[str, CueWord]:
    return {
        r["cue"]: CueWord(r["cue"], frozenset(listed(r["takes"])), r["stance"])
        for r in knowledge("speech_cues")
        if r["form"] == form
    }


@cache
def first_words() -> frozenset[str]:
    """What a verbal cue begins with: most verbs are no cue, and this tells so at once."""
    return frozenset(c.split()[0] for c in verbs())


def cue_verb(p: Parse, i: int) -> CueWord | None:
    """The cue that the verb at token i is, with its particle ("pointed out")."""
    lemma = p.lemma[i]
    if lemma not in first_words() or p.pos[i] != "VERB":
        return None
    if p.word[i] == "Said" and i > p.sents[p.sent[i]][0]:
        return None  # a given name
    for c in p.children[i]:
        if p.dep[c] == "prt" and (cue := verbs().get(f"{lemma} {p.lower[c]}")):
            return cue
    after = p.lower[i + 1] if i + 1 < len(p) else ""
    if lemma == "make":  # "made clear that", "made it clear that"
        clear = next((k for k in (i + 1, i + 2) if p.lower[k : k + 1] == ["clear"]), None)
        return verbs()["make clear"] if clear is not None and p.lower[clear + 1 : clear + 2] == ["that"] else None
    if after in _GOVERNED and (cue := verbs().get(f"{lemma} {after}")):
        return cue
    return verbs().get(lemma)


@dataclass(slots=True)
class Cue:
    """One cue with what it brings: token, speaker's head token, content as token spans, edges of its own clause."""

    at: int
    word: CueWord | None
    speaker: int | None
    first: int
    last: int
    content: list[tuple[int, int]] = field(default_factory=list)
    audience: int | None = None
    stance: str = "assert"
    note: str = ""


def goes_on(p: Parse, v: int, earlier: int) -> bool:
    """Does the verb continue the earlier cue's speech: "X said ..., adding that ...", "X said ... and added ..."?"""
    if v <= earlier + 1:
        return False
    if p.tag[v] != "VBG":
        again = p.dep[v] == "conj" and p.tag[v] == p.tag[earlier] and p.lower[v - 1] in ("and", "but", "also", "then")
        return again and not any(p.dep[c] == "nsubj" for c in p.children[v])
    if p.dep[v] not in ("advcl", "conj", "acl", "ccomp") or _another_speaks(p, p.head[v], earlier):
        return False
    if p.dep[v] == "acl" and p.lemma[v] == "add":  # "was called in for the rites adding that": no rites add
        return True
    before = p.left[v] - 1 if p.left[v] > earlier else v - 1
    opened = {p.lower[k] for k in range(max(before, earlier + 1), v)}
    return bool(opened & {",", '"', "and", "'"})


def _another_speaks(p: Parse, verb: int, earlier: int) -> bool:
    """Has the participle's governor a speaker of its own: "the agency said the army declined to comment, saying"?"""
    speech = p.lemma[verb] in ("decline", "refuse") or cue_verb(p, verb) is not None
    return verb > earlier and speech and any(p.dep[c] == "nsubj" for c in p.children[verb])


def animate(p: Parse, i: int) -> bool:
    """Can what the noun names mean what it says: a person, a name, a body of persons; not an offensive or a war?"""
    if p.tag[i] in ("PRP", "WP", "NNP", "NNPS") or (p.word[i].isupper() and len(p.word[i]) > 1):
        return p.lower[i] != "it" and p.lemma[i] not in _EVENTS
    if p.tag[i] in ("NN", "NNS", "JJ"):
        return p.lemma[i] in _BODIES or title_kind(p, i) != "" or p.lemma[i] in titles()
    inside = i > p.sents[p.sent[i]][0]
    return inside and p.word[i][0].isupper() and p.pos[i] in ("VERB", "AUX")  # a name taken for a verb: "Will"


def speaks_by_name(p: Parse, i: int) -> bool:
    """Is the word that of a body or of persons, in a headline with capitals too: "Pakistani Army", "officials"?"""
    low = p.lower[i]
    return low in _BODIES or p.lemma[i] in _BODIES or low.removesuffix("s") in _BODIES
