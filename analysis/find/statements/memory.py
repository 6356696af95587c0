"""Who has spoken so far: what pronouns and bare titles fall back on."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..context import Context
from ..records import Force, Person, Statement
from ..words.names import titles
from .cues import animate

_SOMEBODY = {
    "activist", "adviser", "aide", "analyst", "chairman", "chief", "colonel", "commander", "diplomat", "doctor",
    "driver", "envoy", "expert", "father", "fighter", "general", "governor", "lawyer", "leader", "man", "mayor",
    "minister", "mother", "officer", "official", "person", "policeman", "president", "resident", "secretary",
    "soldier", "source", "spokesman", "spokesperson", "spokeswoman", "survivor", "villager", "witness", "woman",
}  # fmt: skip


@dataclass(slots=True)
class Speaker:
    """A source as the table names it."""

    name: str
    title: str = ""
    affiliation: str = ""
    person: Person | None = None
    force: Force | None = None
    plural: bool = False
    human: bool = False
    note: str = ""


@dataclass(slots=True)
class Memory:
    """The speakers so far, latest last."""

    said: list[Speaker] = field(default_factory=list)

    def person(self) -> Speaker | None:
        """The latest who is one person."""
        return next(
            (s for s in reversed(self.said) if not s.plural and (s.person or s.human or _is_somebody(s.name))), None
        )

    def body(self) -> Speaker | None:
        """The latest that is no person."""
        return next((s for s in reversed(self.said) if not s.person and not s.human and not s.plural), None)

    def several(self) -> Speaker | None:
        """The latest who are more than one."""
        return next((s for s in reversed(self.said) if s.plural), None)

    def titled(self, noun: str) -> Speaker | None:
        """The latest speaker whose title or name holds the noun: "the spokesman"."""
        for s in reversed(self.said):
            words = f"{s.title} {s.name}".lower().split() if noun in titles() else s.name.lower().split()[-1:]
            if noun in words and (noun in titles() or not s.person):
                return s
        return None


def speaker_of(statement: Statement) -> Speaker:
    """The speaker of a statement that is already written."""
    return Speaker(statement.speaker, statement.title, statement.affiliation, statement.person, statement.force)


def personal(context: Context, at: int, memory: Memory) -> Speaker:
    """Behind "he" and "she": the last one who spoke, unless another person has become the subject since."""
    p = context.parse
    last = memory.person()
    since = last_offset = -1
    if memory.said and last is not None and last.person is not None:
        last_offset = max((m.start for m in last.person.mentions if m.start < p.start[at]), default=-1)
    newest: Person | None = None
    for person in context.persons:
        for m in person.mentions:
            head = p.head[m.head] if p.dep[m.head] == "appos" else m.head
            acting = p.dep[head] in ("nsubj", "nsubjpass", "ROOT")
            recent = last is None or p.paragraph[m.head] >= p.paragraph[at] - 1
            if acting and recent and max(last_offset, since) < m.start < p.start[at]:
                newest, since = person, m.start
    if newest is not None and (last is None or (last.person is not newest and last.person is not None)):
        return Speaker(newest.name, newest.title, newest.affiliation, newest, note="pronoun")
    return last or (None if context.persons else memory.body()) or Speaker("", note="unknown")


def antecedent(context: Context, at: int, plural: bool) -> int | None:
    """What "it" or "they" takes up for a cue at token `at`: the subject around or before."""
    p = context.parse
    number = p.sent[at]
    inner = p.dep[at] in ("relcl", "advcl", "ccomp")
    for s in (number, number - 1) if inner else (number - 1,):
        if s < 0 or p.paragraph[p.sents[s][0]] < p.paragraph[at] - 1:
            continue
        a, b = p.sents[s]
        subject = next((i for i in range(a, min(b, at)) if p.dep[i] == "nsubj" and p.dep[p.head[i]] == "ROOT"), None)
        if (
            subject is not None
            and animate(p, subject)
            and p.tag[subject] != "PRP"
            and is_many(p.tag[subject]) == plural
        ):
            return subject if subject not in context.person_at else None
    return None


def told_of_itself(context: Context, at: int) -> int | None:
    """ "The air force shot down 30 drones, it said": the subject of what "it" says, where that is one body and the
    paragraph has told of no other before."""
    p = context.parse
    first = start = p.sents[p.sent[at]][0]
    while start and p.paragraph[start - 1] == p.paragraph[first]:
        start -= 1
    if p.lemma[at] == "add" or any(p.pos[i] == "VERB" for i in range(start, first)):  # not so the place and the agency
        return None
    told = next((c for c in p.children[at] if p.dep[c] == "ccomp" and c < at), None)
    subject = None if told is None else next((c for c in p.children[told] if p.dep[c] == "nsubj"), None)
    if subject is None or not animate(p, subject) or is_many(p.tag[subject]) or subject in context.person_at:
        return None
    return None if p.tag[subject] == "PRP" or subject in context.place_at else subject


def is_many(tag: str) -> bool:
    """Is it the tag of a plural?"""
    return tag in ("NNS", "NNPS")


def _is_somebody(name: str) -> bool:
    return any(w in _SOMEBODY for w in name.lower().split())
