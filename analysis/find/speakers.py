"""Who speaks: the noun phrase of a source, the person behind a pronoun or a title, the body behind a statement."""

from __future__ import annotations

from dataclasses import dataclass, field

from .context import Context
from .grammar import child, conjuncts
from .names import title_kind, titles
from .records import Force, Person, Statement

_PERSONAL = {"he", "she", "him", "her", "his", "who"}
_PLURAL = {"they", "them"}
_DOCUMENTS = {
    "statement",
    "communique",
    "communiqué",
    "report",
    "release",
    "message",
    "tweet",
    "post",
    "letter",
    "video",
}
_ANAPHORIC = {"the", "this", "that"}
_KEPT = {"of", "for", "from", "in", "at", "with", "on", "to", "close", "near", "familiar"}
_OCCASIONS = {"interview", "conference", "remark", "address", "speech", "briefing", "comment", "facebook", "twitter"}
_BODIES = {"military", "police", "army", "presidential"}
_NO_SPEAKERS = {
    "it", "that", "this", "what", "which", "there", "these", "those", "i", "we", "you", "one",
    "nothing", "something", "anything", "everything", "anyone", "anybody", "someone", "nobody", "everyone",
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
    note: str = ""


@dataclass(slots=True)
class Memory:
    """The speakers so far, latest last: what pronouns and short names fall back on."""

    said: list[Speaker] = field(default_factory=list)

    def person(self) -> Speaker | None:
        return next((s for s in reversed(self.said) if not s.plural and (s.person or _is_somebody(s.name))), None)

    def body(self) -> Speaker | None:
        return next((s for s in reversed(self.said) if not s.person and not s.plural), None)

    def several(self) -> Speaker | None:
        return next((s for s in reversed(self.said) if s.plural), None)

    def titled(self, noun: str) -> Speaker | None:
        """The latest speaker whose title or name holds the noun: "the spokesman"."""
        for s in reversed(self.said):
            words = f"{s.title} {s.name}".lower().split() if noun in titles() else s.name.lower().split()[-1:]
            if noun in words and (noun in titles() or not s.person):
                return s
        return None


def _is_somebody(name: str) -> bool:
    return any(w in _SOMEBODY for w in name.lower().split())


_SOMEBODY = {
    "official", "source", "spokesman", "spokeswoman", "spokesperson", "officer", "commander", "witness", "resident",
    "man", "woman", "leader", "mayor", "governor", "minister", "chief", "president", "doctor", "analyst", "person",
    "fighter", "soldier", "policeman", "general", "colonel", "lawyer", "aide", "adviser", "activist", "villager",
}  # fmt: skip


def resolve_speaker(context: Context, head: int, at: int, memory: Memory) -> Speaker | None:
    """The speaker whose phrase has its head at token `head`, for a cue at token `at`."""
    p = context.parse
    low = p.lower[head]
    if low in _PERSONAL:
        return _behind_pronoun(context, at, memory) or Speaker("", note="unknown")
    if low in _PLURAL:
        return memory.several() or memory.body() or Speaker("", note="unknown")
    if low == "it":
        return memory.body()
    if person := _person_of(context, head):
        return Speaker(person.name, person.title, person.affiliation, person, note="named")
    if low in _NO_SPEAKERS or p.pos[head] not in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"):
        return None
    if p.lemma[head] in _DOCUMENTS and p.pos[head] == "NOUN":
        return _author(context, head, memory)
    definite = any(p.lower[c] in _ANAPHORIC for c in p.children[head] if c < head)
    bare = p.left[head] >= head - 1 and p.right[head] == head
    if definite and bare and p.tag[head] == "NN":
        known = memory.titled(p.lower[head])
        if known is None and low in ("official", "source", "man", "woman", "officer", "commander"):
            known = memory.person()
        if known is not None:
            return known
    return _as_written(context, head)


def _person_of(context: Context, head: int) -> Person | None:
    """The person named by the phrase: by its head, or in apposition to it."""
    p = context.parse
    if head in context.person_at:
        return context.person_at[head]
    for c in p.children[head]:
        if p.dep[c] == "appos" and c in context.person_at and abs(c - head) < 30:
            return context.person_at[c]
    end = p.right[head]
    if title_kind(p, head) and end in context.person_at:  # "the commander of the brigade General X"
        before = end
        while context.person_at.get(before) is context.person_at[end]:
            before -= 1
        if p.pos[before] not in ("ADP", "CCONJ", "PART", "VERB", "PUNCT"):
            return context.person_at[end]
    if title_kind(p, head):  # the parse may have lost the apposition: "the mayor, Imad Al-Dulaimi,"
        for j in range(head + 1, min(head + 14, len(p))):
            if p.sent[j] != p.sent[head] or (p.pos[j] == "VERB" and p.dep[j] != "acl"):
                break
            if j in context.person_at and (p.word[j - 1] in (",", ")") or j == head + 1):
                return context.person_at[j]
    return None


def _behind_pronoun(context: Context, at: int, memory: Memory) -> Speaker | None:
    """The last one who spoke, unless another person has become the subject since."""
    p = context.parse
    last = memory.person()
    since = last_offset = -1
    if memory.said and last is not None and last.person is not None:
        last_offset = max((m.start for m in last.person.mentions if m.start < p.start[at]), default=-1)
    newest: Person | None = None
    for person in context.persons:
        for m in person.mentions:
            acting = p.dep[m.head] in ("nsubj", "nsubjpass", "appos")
            recent = last is None or p.paragraph[m.head] >= p.paragraph[at] - 1
            if acting and recent and max(last_offset, since) < m.start < p.start[at]:
                newest, since = person, m.start
    if newest is not None and (last is None or (last.person is not newest and last.person is not None)):
        return Speaker(newest.name, newest.title, newest.affiliation, newest, note="pronoun")
    return last


def _author(context: Context, head: int, memory: Memory) -> Speaker | None:
    """Whose statement it is: "the ministry's statement", "a statement from the army", "an army statement"."""
    p = context.parse
    for c in p.children[head]:
        if p.dep[c] == "poss" and p.pos[c] != "PRON":
            return resolve_speaker(context, c, head, memory)
        if p.lower[c] in ("by", "from", "of") and (o := child(p, c, "pobj")) is not None:
            return resolve_speaker(context, o, head, memory)
        if (
            p.dep[c] == "acl"
            and (agent := child(p, c, "agent")) is not None
            and (o := child(p, agent, "pobj")) is not None
        ):
            return resolve_speaker(context, o, head, memory)
    before = [c for c in p.children[head] if p.dep[c] in ("compound", "amod", "nmod") and c < head]
    if before and (any(p.dep[c] in ("compound", "nmod") for c in before) or p.lower[before[-1]] in _BODIES):
        first = min(p.left[c] for c in before)
        while first < head - 1 and p.pos[first] == "DET":
            first += 1
        text = p.slice(first, head - 1).removesuffix("'s").removesuffix("’s")
        force = context.force_at.get(head - 1)
        if p.lemma[head] == "report":
            return Speaker(f"{text} {p.word[head]}", "", text, force=force, note="a report and its author")
        return Speaker(text, force=force, note="author of the statement")
    if any(p.lower[c] in _ANAPHORIC for c in p.children[head]) and memory.said:
        return memory.body() or memory.said[-1]
    return _as_written(context, head)


def _as_written(context: Context, head: int) -> Speaker:
    """The phrase without a leading "the", without relative clauses, brackets and adjuncts of time."""
    p = context.parse
    heads = conjuncts(p, head)
    names = []
    plural = len(heads) > 1 or p.tag[head] == "NNS"
    force = None
    for h in heads[:4]:
        if person := context.person_at.get(h):
            names.append(person.name)
            continue
        first, last = _phrase(context, h, stop=next((x for x in heads if x > h), None))
        names.append(p.slice(first, last))
        force = force or next((context.force_at[i] for i in range(h, first - 1, -1) if i in context.force_at), None)
    affiliation = _affiliation(context, head)
    return Speaker("; ".join(names), "", affiliation, force=force, plural=plural, note="as written")


def _phrase(context: Context, head: int, stop: int | None) -> tuple[int, int]:
    p = context.parse
    first = head
    for c in reversed([c for c in p.children[head] if c < head]):
        if p.dep[c] in ("relcl", "conj", "cc", "advcl", "mark", "preconj", "punct", "appos", "prep"):
            break
        first = p.left[c]
    a = p.sents[p.sent[head]][0]
    while (
        p.tag[head] in ("NNP", "NNPS")
        and first > a
        and p.tag[first - 1] in ("NNP", "NNPS")
        and p.ent[first - 1] != "DATE"
    ):
        first -= 1
    while first < head and (p.lower[first] in ("the", "that", "and", "but") or not p.word[first][0].isalnum()):
        first += 1
    last = head
    for c in p.children[head]:
        if c <= head or (stop is not None and c >= stop):
            continue
        if p.dep[c] == "prep" and p.lower[c] in _KEPT and p.left[c] == last + 1 and p.right[c] - c < 8:
            end = next((j - 1 for j in range(c, p.right[c] + 1) if p.word[j] in (",", "(", '"')), p.right[c])
            thing = child(p, c, "pobj")
            if thing is not None and (
                p.lemma[thing] in _DOCUMENTS | _OCCASIONS
                or p.ent[thing] in ("DATE", "TIME")
                or (title_kind(p, head) == "" and p.lower[c] != "of")
            ):
                continue
            last = min(end, stop - 1) if stop is not None else end
        elif p.dep[c] not in ("prep", "amod", "acl"):
            break
    return first, last


def _affiliation(context: Context, head: int) -> str:
    """The body in the source's own phrase: "army spokesman", "an official of the ministry"."""
    p = context.parse
    if not title_kind(p, head) and p.lemma[head] != "source":
        return ""
    compounds = [c for c in p.children[head] if p.dep[c] in ("compound", "nmod", "poss") and c < head]
    if compounds:
        first, last = min(p.left[c] for c in compounds), max(compounds)
        while first < last and p.pos[first] == "DET":
            first += 1
        return p.slice(first, last)
    for c in p.children[head]:
        if c > head and p.lower[c] in ("of", "for", "from", "at") and (o := child(p, c, "pobj")) is not None:
            first = p.left[o] + (p.pos[p.left[o]] == "DET")
            return p.slice(min(first, o), o)
    return ""


def audience_text(context: Context, head: int) -> str:
    """To whom it was said, as written without an article; empty for a pronoun."""
    p = context.parse
    if p.pos[head] == "PRON":
        return ""
    first, last = _phrase(context, head, None)
    return p.slice(first, last)


def speaker_of(statement: Statement) -> Speaker:
    """The speaker of a statement that is already written."""
    return Speaker(statement.speaker, statement.title, statement.affiliation, statement.person, statement.force)
