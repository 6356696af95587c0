"""Making the row of an outcome: its span, its target and count, and the reasons for them."""

from __future__ import annotations

from ...read.language import Parse
from ..context import Context
from ..records import Outcome, Reason
from ..statements.cues import cue_verb
from ..words.grammar import SUBJECTS
from .arguments import agents
from .targets import Target, kind_of, make_target
from .triggers import PEOPLE, Rule, Trigger

_PLACE_DEEDS = {"captured territory", "cleared or secured"}
_NAMED_AS = {"dobj", "pobj", "nsubj", "nsubjpass", "poss"}
_SEVERAL = frozenset(
    """
    army battalion brigade convoy couple crew crowd enemy family force gang group military militia mob opposition party
    patrol police population squad staff team unit
    """.split()
)
_PEOPLE_DEEDS = {"attacked", "killed", "wounded", "arrested", "kidnapped"}
_PUT_THERE = {"deployed", "captured territory", "seized"}  # what these are done to then belongs to the actor


def target_row(context: Context, trigger: Trigger, outcome: str, target: Target, kind: str) -> Outcome:
    """The row of one target, with its count and its reasons."""
    p = context.parse
    first, last = min(trigger.begin, target.first), max(trigger.last, target.last)
    if target.quantity is not None:
        first, last = min(first, target.quantity.first), max(last, target.quantity.last)
    if p.sent[first] != p.sent[last]:
        first, last = trigger.begin, trigger.last
    row = Outcome(p.start[first], p.end[last], outcome, trigger.at)
    person = context.person_at.get(target.head)
    row.target, row.target_kind = (target.text if person is None else person.name), kind
    if target.cls == "number" and kind in PEOPLE and (elided := _elided(context, trigger, target)) is not None:
        row.target, row.target_kind = elided.target, elided.target_kind
    row.target_at = context.mention(target.first, target.last)
    if target.quantity is not None:
        row.count_text, row.count = target.quantity.text, target.quantity.count
        q = target.quantity
        row.reasons.append(Reason("argument", f"count: {q.text}", p.start[q.first], p.end[q.last]))
    row.reasons.insert(
        0, Reason("trigger", p.slice(trigger.begin, trigger.last), p.start[trigger.begin], p.end[trigger.last])
    )
    mention = row.target_at
    row.reasons.append(Reason("argument", f"target: {row.target}", mention.start, mention.end))
    return row


def _elided(context: Context, trigger: Trigger, target: Target) -> Outcome | None:
    """ "Three soldiers were killed and five wounded": the five are soldiers too."""
    p = context.parse
    for earlier in reversed(context.outcomes):
        if p.sent[earlier.trigger] != p.sent[trigger.at]:
            break
        if earlier.part_of is not None or (p.tag[earlier.trigger] == "VB" and earlier.trigger < trigger.at):
            continue  # "a raid to arrest a chief left three dead"
        if earlier.target_kind in PEOPLE and earlier.target_at and earlier.target_at.head < target.first:
            number = p.tag[earlier.target_at.head] == "CD" and earlier.target == p.word[earlier.target_at.head]
            return earlier if not number and not earlier.target.lower().endswith("others") else None
    return None


def bare(context: Context, trigger: Trigger, outcome: str) -> Outcome:
    """A row that has only its trigger yet."""
    p = context.parse
    row = Outcome(p.start[trigger.begin], p.end[trigger.last], outcome, trigger.at)
    words = p.slice(trigger.begin, trigger.last)
    row.reasons.append(Reason("trigger", words, p.start[trigger.begin], p.end[trigger.last]))
    return row


def pronoun_row(context: Context, trigger: Trigger, rule: Rule, head: int) -> tuple[Outcome, Target | None] | None:
    """ "destroyed it": the target is what the last fitting row was about; "he died": a person."""
    p = context.parse
    word = p.lower[head]
    if word in ("he", "she", "him", "her", "his"):
        if not rule.admits("person unspecified", ""):
            return None
        row = bare(context, trigger, rule.outcome)
        row.start, row.end = min(row.start, p.start[head]), max(row.end, p.end[head])
        row.target, row.target_kind, row.count, row.count_text = p.word[head], "person unspecified", (1, 1), ""
        _find_person(context, trigger, row, head)
        return row, None
    if word not in ("it", "them", "they", "its", "their", "itself", "themselves"):
        return None
    if (found := _of_main_clause(context, trigger, rule, head)) is not None:
        return found
    near = _people_beside(context, trigger, head) if word in ("they", "them") else None
    told = _attack_above(context, trigger) if near is not None else None
    for earlier in [told] if told is not None else reversed(context.outcomes):
        if p.sent[trigger.at] - p.sent[earlier.trigger] > 1:
            break
        if near is not None and told is None and (earlier.target_at is None or earlier.target_at.head < near):
            break  # "surrounded the gunmen and arrested them"
        fits = earlier.target_kind not in PEOPLE if word in ("it", "its", "itself") else not _is_one_thing(p, earlier)
        if (
            earlier.outcome not in ("clashed", "launched operation")
            and earlier.target
            and fits
            and rule.admits(earlier.target_kind, "")
        ):
            row = bare(context, trigger, rule.outcome)
            row.start, row.end = min(row.start, p.start[head]), max(row.end, p.end[head])
            row.target, row.target_kind, row.target_at = earlier.target, earlier.target_kind, earlier.target_at
            row.count, row.count_text, row.place = earlier.count, earlier.count_text, earlier.place
            owner = "actor" if earlier.outcome in _PUT_THERE else "affected"
            row.affected = list(getattr(earlier, owner))
            row.affected_forces = list(getattr(earlier, f"{owner}_forces"))
            row.reasons.append(Reason("coreference", f"{p.word[head]}: {earlier.target}", p.start[head], p.end[head]))
            return row, None
    return _named_before(context, trigger, rule, head)


def _attack_above(context: Context, trigger: Trigger) -> Outcome | None:
    """ "Sent to arrest the rebels, they ran into an ambush that killed six of them": those whom the ambush hit."""
    p, noun = context.parse, context.parse.head[trigger.at]
    if not any(p.tag[c] == "WDT" and p.dep[c] == "nsubj" for c in p.children[trigger.at]):
        return None
    nouns = [noun, p.head[p.head[noun]]] if p.dep[noun] == "pobj" else [noun]  # "an ambush on Monday that killed six"
    rows = (o for o in reversed(context.outcomes) if o.outcome == "attacked" and o.target_kind in PEOPLE)
    return next((o for o in rows for n in nouns if o.trigger == n or o.start <= p.start[n] < o.end), None)


def _is_one_thing(p: Parse, row: Outcome) -> bool:
    """ "Combing the area ... fired at them": not at the area."""
    if row.target_kind in PEOPLE or row.target_at is None or row.count not in (None, (1, 1)):
        return False
    return p.tag[row.target_at.head] in ("NN", "NNP") and row.target == p.slice(row.target_at.first, row.target_at.last)


def _of_main_clause(
    context: Context, trigger: Trigger, rule: Rule, pronoun: int
) -> tuple[Outcome, Target | None] | None:
    """ "The trucks were on patrol when they came under attack": the subject of the main clause."""
    p, verb = context.parse, trigger.at
    if p.dep[pronoun] not in SUBJECTS or p.head[pronoun] != verb or p.dep[verb] != "advcl":
        return None
    tags = ("NNS", "NNPS") if p.lower[pronoun] == "they" else ("NN", "NNP")
    subjects = [c for c in p.children[p.head[verb]] if p.dep[c] in SUBJECTS and c < pronoun and p.tag[c] in tags]
    target = make_target(context, subjects[0]) if len(subjects) == 1 else None
    if target is None or not target.kind or not rule.admits(target.kind, target.cls):
        return None
    row = target_row(context, trigger, rule.outcome, target, target.kind)
    row.reasons.append(Reason("coreference", f"{p.word[pronoun]}: {target.text}", p.start[pronoun], p.end[pronoun]))
    return row, target


def _find_person(context: Context, trigger: Trigger, row: Outcome, pronoun: int) -> None:
    """Whom "him" means: the one told in this sentence, else a man new in it ("a guard"), else the one told before."""
    found = _one_told(context, row, trigger, 0) or _describe_pronoun(context, trigger, row, pronoun, new=True)
    found = found or _one_told(context, row, trigger, 2) or _name_pronoun(context, row, pronoun)
    if not found:
        _describe_pronoun(context, trigger, row, pronoun, new=False)


def _one_told(context: Context, row: Outcome, trigger: Trigger, back: int) -> bool:
    """Takes the one person of an earlier row, at most so many sentences back."""
    p = context.parse
    for earlier in reversed(context.outcomes):
        near = p.sent[trigger.at] - p.sent[earlier.trigger] <= back
        if earlier.target_kind in PEOPLE and earlier.count == (1, 1) and near:
            row.target, row.target_kind, row.target_at = earlier.target, earlier.target_kind, earlier.target_at
            return True
    return False


def _named_before(context: Context, trigger: Trigger, rule: Rule, head: int) -> tuple[Outcome, Target | None] | None:
    """What "it" or "they" stands for where no row told of it yet: the place, or the men, that the sentence before
    or this one is about."""
    p = context.parse
    people = p.lower[head] in ("they", "them")
    if rule.outcome not in (_PEOPLE_DEEDS if people else _PLACE_DEEDS):
        return None
    near = _people_beside(context, trigger, head) if people else None
    own = agents(p, trigger)
    for j in range(head - 1, -1, -1):
        if p.sent[head] - p.sent[j] > 1 or p.paragraph[j] != p.paragraph[head]:
            return None
        about = p.dep[j] in SUBJECTS if near is None else j == near
        if p.pos[j] not in ("NOUN", "PROPN") or p.head[j] == j or j in own or (people and not about):
            continue
        target = make_target(context, j)
        if target is None or not rule.admits(target.kind, target.cls) or (people and p.tag[j] not in ("NNS", "CD")):
            continue
        row = target_row(context, trigger, rule.outcome, target, target.kind)
        row.end = max(row.end, p.end[head])
        row.reasons.append(Reason("coreference", f"{p.word[head]}: {target.text}", p.start[head], p.end[head]))
        return row, target
    return None


def _people_beside(context: Context, trigger: Trigger, pronoun: int) -> int | None:
    """The last people before "them" in its sentence, if they do not do the deed: "stormed the rebels' den and killed
    six of them"."""
    p = context.parse
    own = agents(p, trigger)
    for j in range(pronoun - 1, p.sents[p.sent[pronoun]][0], -1):
        if p.tag[j] in ("NNS", "NNPS") and j not in own and p.dep[j] in _NAMED_AS - {"nsubj"}:
            return j if kind_of(context, j)[0] in PEOPLE else None
    return None


def _describe_pronoun(context: Context, trigger: Trigger, row: Outcome, pronoun: int, new: bool) -> bool:
    """ "Attacked the car of a soldier, killing him": the soldier, the one man before who does not do the deed."""
    p = context.parse
    own = agents(p, trigger)
    for j in range(pronoun - 1, p.sents[p.sent[pronoun]][0], -1):
        one = p.tag[j] == "NN" or j in context.person_at
        if not one or p.dep[j] not in _NAMED_AS or kind_of(context, j)[0] not in PEOPLE:
            continue
        if p.lemma[j] in _SEVERAL or p.lower[p.head[j]] == "by" or (new and not _is_new(p, j)):
            continue
        target = make_target(context, j)
        if j in own or target is None or cue_verb(p, p.head[j]) is not None:
            return False
        row.target, row.target_kind = target.text, target.kind
        row.target_at = context.mention(target.first, target.last)
        row.reasons.append(Reason("coreference", f"{p.word[pronoun]}: {row.target}", p.start[j], p.end[j]))
        return True
    return False


def _is_new(p: Parse, noun: int) -> bool:
    return any(p.lower[c] in ("a", "an", "another", "one") for c in p.children[noun] if c < noun)


def _name_pronoun(context: Context, row: Outcome, pronoun: int) -> bool:
    """ "Juan Perez was ambushed. He was killed": Perez, where this sentence and the one before name no other person."""
    p = context.parse
    near = range(p.sents[max(0, p.sent[pronoun] - 1)][0], pronoun)
    heads = [i for i in near if i in context.person_at and p.paragraph[i] == p.paragraph[pronoun]]
    if len({id(context.person_at[i]) for i in heads}) != 1:
        return bool(heads)
    person = context.person_at[heads[-1]]
    mention = next(m for m in person.mentions if m.first <= heads[-1] <= m.last)
    row.target, row.target_at = p.slice(mention.first, mention.last), mention
    row.target_kind = kind_of(context, heads[-1])[0]
    row.reasons.append(Reason("coreference", f"{p.word[pronoun]}: {row.target}", p.start[pronoun], p.end[pronoun]))
    return True
