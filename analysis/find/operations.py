"""Military operations and campaigns: named ones always, unnamed ones where the text says that one is launched or runs.

A name stands beside its noun ("Operation Solid Will", "the Solid Will Operation", '"Solid Will" military operation')
or is given by a naming verb ("an operation dubbed 'Claw-Lock'").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..read.knowledge import knowledge
from ..read.language import Parse
from .context import Context
from .records import Force, Location, Operation, Reason
from .words.dates import DateWindow
from .words.grammar import child, conjuncts, is_passive

_NOUNS = {"operation", "operations", "campaign", "offensive"}
_NAMED = {"dubbed", "called", "named", "codenamed", "code-named", "nicknamed", "titled"}
_LINKS = {"of", "the", "and", "for", "in", "to"}
_ORDINALS = {
    "first": "first", "second": "second", "third": "third", "fourth": "fourth", "fifth": "fifth", "sixth": "sixth",
    "seventh": "seventh", "eighth": "eighth", "final": "final", "last": "final", "new": "new", "one": "first",
    "two": "second", "three": "third", "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth",
    "i": "first", "ii": "second", "iii": "third", "1": "first", "2": "second", "3": "third",
}  # fmt: skip


@cache
def _verbs() -> dict[str, str]:
    """Verbs that say what becomes of an operation, with the status that they give it."""
    return {row["lemma"]: row["status"] for row in knowledge("operation_verbs")}


def find_operations(context: Context) -> None:
    """Adds the operations to the context; later mentions ("the operation") join the one that was named last."""
    p = context.parse
    current: Operation | None = None
    for i, low in enumerate(p.lower):
        if low not in _NOUNS or i in context.operation_at or _inside_force(context, i):
            continue
        name = _name_beside(p, i) or _name_given(p, i)
        if name:
            current = _named(context, i, *name)
        elif current is not None and _is_definite(p, i):
            _mention(context, current, i, i)
        elif current is None and (verb := _life_verb(p, i)) is not None:
            current = _unnamed(context, i, verb)
        else:
            continue
        _describe(context, current, i)
    _names_alone(context)


def _inside_force(context: Context, i: int) -> bool:
    return i in context.force_at and context.force_at[i].kind != "operation"


def _is_name_word(p: Parse, i: int) -> bool:
    return p.word[i][:1].isupper() or p.word[i].isdigit()


def _name_beside(p: Parse, i: int) -> tuple[int, int] | None:
    """The name's tokens beside the noun: quoted on either side, or capitalised and the noun too."""
    a, b = p.sents[p.sent[i]]
    if i + 2 < b and p.word[i + 1] in "\"'":
        close = next((j for j in range(i + 2, min(b, i + 9)) if p.word[j] == p.word[i + 1]), None)
        if close and close > i + 2 and _is_name_word(p, i + 2):
            return i + 2, close - 1
    before = i - 1
    while before > a and p.lower[before] in ("military", "security", "special", "joint", "armed", "police"):
        before -= 1
    if before > a and p.word[before] in "\"'":
        opened = next((j for j in range(before - 1, max(a, before - 8) - 1, -1) if p.word[j] == p.word[before]), None)
        if opened is not None and opened < before - 1 and _is_name_word(p, opened + 1):
            return opened + 1, before - 1
    if p.lower[i] != "operations" and p.word[i][0].isupper() and i + 1 < b and _is_name_word(p, i + 1):
        last = i + 1
        while last + 1 < b and (
            _is_name_word(p, last + 1)
            or (
                p.lower[last + 1] in _LINKS
                and last + 2 < b
                and _is_name_word(p, last + 2)
                and p.lower[last + 1] == "of"
            )
        ):
            last += 1
        return i + 1, last
    first = i
    while first > a and _is_name_word(p, first - 1) and p.tag[first - 1] not in ("DT", "PRP$", "POS", "IN"):
        first -= 1
    if first < i and p.word[i][0].isupper() and p.lower[i] == "operation" and first > a:
        return first, i - 1
    return None


def _name_given(p: Parse, i: int) -> tuple[int, int] | None:
    """ "an operation dubbed (Operation) X": the capitalised or quoted words after the naming verb."""
    b = p.sents[p.sent[i]][1]
    verb = next((j for j in range(i + 1, min(b, i + 12)) if p.lower[j] in _NAMED), None)
    if verb is None:
        return None
    first = verb + 1
    while first < b and (p.word[first] in "\"'" or p.lower[first] in ("operation", "the")):
        first += 1
    last = first
    while last < b and (_is_name_word(p, last) or (last > first and p.lower[last] in _LINKS)):
        last += 1
    while last > first and p.lower[last - 1] in _LINKS:
        last -= 1
    return (first, last - 1) if last > first else None


def _is_definite(p: Parse, i: int) -> bool:
    return any(p.lower[c] in ("the", "this", "these", "its", "that") for c in p.children[i] if c < i)


def _life_verb(p: Parse, i: int) -> int | None:
    """The verb that says that the operation is launched, runs or will come: as its object or its subject."""
    if p.dep[i] in ("dobj", "nsubjpass", "nsubj", "conj") and (verb := p.head[i]) != i:
        if p.dep[i] == "conj":
            return _life_verb(p, verb) if p.lower[verb] in _NOUNS else None
        if p.lemma[verb] in _verbs():
            return verb
        if p.lemma[verb] == "be" and any(p.lower[c] in ("underway", "ongoing", "under") for c in p.children[verb]):
            return verb
    named = p.head[i] if p.dep[i] in ("compound", "nmod") else i  # "Operation X, which was launched in April"
    return next((c for c in p.children[named] if p.dep[c] == "relcl" and p.lemma[c] in _verbs()), None)


def _named(context: Context, noun: int, first: int, last: int) -> Operation:
    p = context.parse
    name = p.slice(first, last)
    known = next((o for o in context.operations if o.name.lower() == name.lower()), None)
    start, end = min(first, noun), max(last, noun)
    if known:
        _mention(context, known, start, end)
        return known
    mention = context.mention(start, end)
    operation = Operation(mention.start, mention.end, name, [mention])
    operation.reasons.append(Reason("pattern", "a name beside its noun", mention.start, mention.end))
    _register(context, operation, start, end)
    return operation


def _unnamed(context: Context, noun: int, verb: int) -> Operation:
    p = context.parse
    mention = context.mention(noun, noun)
    operation = Operation(mention.start, mention.end, "", [mention])
    operation.reasons.append(Reason("trigger", p.word[verb], p.start[verb], p.end[verb]))
    _register(context, operation, noun, noun)
    return operation


def _register(context: Context, operation: Operation, first: int, last: int) -> None:
    context.operations.append(operation)
    for i in range(first, last + 1):
        context.operation_at[i] = operation


def _mention(context: Context, operation: Operation, first: int, last: int) -> None:
    operation.mentions.append(context.mention(first, last))
    for i in range(first, last + 1):
        context.operation_at.setdefault(i, operation)


def _names_alone(context: Context) -> None:
    """Later uses of a name without its noun ("Solid Will is proceeding")."""
    p = context.parse
    for operation in context.operations:
        words = operation.name.split()
        if len(words) < 2:
            continue
        for i in range(len(p) - len(words) + 1):
            if i not in context.operation_at and p.word[i] == words[0] and p.word[i : i + len(words)] == words:
                _mention(context, operation, i, i + len(words) - 1)
        operation.mentions.sort(key=lambda m: m.first)
        operation.start, operation.end = operation.mentions[0].start, operation.mentions[0].end


def _describe(context: Context, operation: Operation, noun: int) -> None:
    """Phase, who launched it, against whom, where, since when: from the clause around one mention."""
    p = context.parse
    top = noun
    while p.dep[top] == "pobj" and p.lower[p.head[top]] == "of" and p.lemma[p.head[p.head[top]]] in ("phase", "stage"):
        top = p.head[p.head[top]]
    verb = _life_verb(p, top)
    if top != noun and len(operation.mentions) > 1 and verb is not None and _is_to_come(p, verb):
        return  # "the second phase will begin": the operation itself has begun before
    operation.phase = operation.phase or _phase(p, noun)
    if verb is not None and not _is_conditional(p, verb):
        state = "ongoing" if p.lemma[verb] == "be" else _verbs()[p.lemma[verb]]
        if _is_to_come(p, verb):
            state = "planned" if state != "ended" else "ongoing"
        operation.status = operation.status if operation.status == "ended" else state
        if not operation.launched_by:
            operation.launched_by = list(_agents(context, verb))
        if operation.started is None and state in ("ongoing", "ended") and p.lemma[verb] not in ("continue", "end"):
            window = _date_of(context, verb)
            if window:
                operation.started = (window.low.isoformat(), window.high.isoformat())
    elif not operation.status:
        operation.status = "ongoing"
    a, b = p.sents[p.sent[noun]]
    for i in range(noun + 1, min(b, noun + 12)):
        if p.lower[i] == "against" and not operation.adversary:
            operation.adversary = list(_forces_under(context, i))
    if verb is not None and not operation.area:
        operation.area = list(_places(context, a, b))


def _is_to_come(p: Parse, verb: int) -> bool:
    return any(p.dep[c] == "aux" and p.lower[c] in ("will", "shall", "would") for c in p.children[verb])


def _is_conditional(p: Parse, verb: int) -> bool:
    """ "When the operation ends", "until it is completed": nothing has ended yet."""
    return any(p.lower[c] in ("when", "until", "once", "if", "before", "unless") for c in p.children[verb])


def _phase(p: Parse, noun: int) -> str:
    head = p.head[noun]
    if p.dep[noun] == "pobj" and p.lower[head] == "of" and p.lemma[p.head[head]] in ("phase", "stage"):
        for c in p.children[p.head[head]]:
            if p.lower[c] in _ORDINALS:
                return _ORDINALS[p.lower[c]]
    return ""


def _agents(context: Context, verb: int) -> Iterator[Force]:
    p = context.parse
    if is_passive(p, verb):
        agent = child(p, verb, "agent")
        heads = [o for o in p.children[agent] if p.dep[o] == "pobj"] if agent is not None else []
    else:
        heads = [c for c in p.children[verb] if p.dep[c] == "nsubj"]
    for head in heads:
        for i in conjuncts(p, head):
            if (force := context.force_at.get(i)) is not None:
                yield force


def _forces_under(context: Context, preposition: int) -> Iterator[Force]:
    seen = []
    for i in range(preposition + 1, context.parse.right[preposition] + 1):
        force = context.force_at.get(i)
        if force is not None and force not in seen:
            seen.append(force)
            yield force


def _date_of(context: Context, verb: int) -> DateWindow | None:
    p = context.parse
    in_sentence = [w for w in context.dates if p.sent[w.first] == p.sent[verb]]
    return min(in_sentence, key=lambda w: abs(w.first - verb), default=None)


def _places(context: Context, a: int, b: int) -> Iterator[Location]:
    seen = []
    for i in range(a, b):
        place = context.place_at.get(i)
        if place is not None and place not in seen:
            seen.append(place)
            yield place
