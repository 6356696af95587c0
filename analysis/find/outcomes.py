"""What was done: one row per outcome, target and source of the number.

A trigger (triggers.py) names the deed; its arguments (arguments.py) give target and actor; targets.py splits lists and
counts; tolls.py relates totals and parts and drops what is said twice; sides.py fills the other cells.
"""

from __future__ import annotations

from .arguments import LIGHT, OCCUR, governor, is_passive, patients, subject
from .context import Context
from .grammar import preposition_objects
from .records import Outcome, Reason
from .sides import find_actor, find_affected, find_means, find_place, find_speaker
from .targets import Target, items_of, make_target, parts_of
from .tolls import settle_tolls
from .triggers import PEOPLE, Rule, Trigger, find_triggers

_PEOPLE_OUTCOMES = {"killed", "wounded", "arrested", "kidnapped", "surrendered", "displaced"}
_WEAK = frozenset(
    """
    arrive capture clean clear control deploy discover drive eliminate find free hit hold lay locate loss move
    neutralise neutralize position push raid recover release remove search secure seize send station strike sweep
    take target
    """.split()
)
_NEGATIONS = {"not", "n't", "never", "without", "cannot"}
_NOBODY = {"nobody", "none"}


def find_outcomes(context: Context) -> None:
    """Adds the outcomes of the document to the context."""
    for trigger in find_triggers(context):
        for outcome, target in _rows(context, trigger):
            _complete(context, trigger, outcome, target)
            context.outcomes.append(outcome)
    settle_tolls(context)


def _complete(context: Context, trigger: Trigger, outcome: Outcome, target: Target | None) -> None:
    if outcome.outcome != "clashed":
        find_actor(context, trigger, outcome)
        find_affected(context, outcome)
    find_means(context, trigger, outcome)
    if outcome.place is None:
        find_place(context, outcome)
    find_speaker(context, outcome)


def _rows(context: Context, trigger: Trigger) -> list[tuple[Outcome, Target | None]]:
    if _is_negated(context, trigger):
        return []
    if trigger.pos == "operation":
        return _operation_row(context, trigger)
    if trigger.pos == "toll":
        return _toll_row(context, trigger)
    if trigger.rules[0].target == "both":
        return _clash_row(context, trigger)
    for rule in trigger.rules:
        rows: list[tuple[Outcome, Target | None]] = []
        for head in patients(context.parse, trigger, rule):
            rows += _target_rows(context, trigger, rule, head)
        if rows:
            return rows
    return _bare_row(context, trigger)


def _target_rows(context: Context, trigger: Trigger, rule: Rule, head: int) -> list[tuple[Outcome, Target | None]]:
    p = context.parse
    if p.tag[head] in ("PRP", "PRP$"):
        row = _pronoun_row(context, trigger, rule, head)
        return [row] if row else []
    items = items_of(context, head)
    out: list[tuple[Outcome, Target | None]] = []
    for target in items:
        kind = _admitted(context, trigger, rule, target)
        if not kind:
            continue
        whole = _row(context, trigger, rule.outcome, target, kind)
        out.append((whole, target))
        for part in parts_of(context, target):
            row = _row(context, trigger, rule.outcome, part, part.kind or kind)
            row.part_of = whole
            out.append((row, part))
    return out


def _admitted(context: Context, trigger: Trigger, rule: Rule, target: Target) -> str:
    """The target's kind where the rule admits it; '' where it does not."""
    if target.kind and rule.admits(target.kind, target.cls):
        return target.kind
    if target.kind and target.cls != "number":
        return ""
    if context.parse.lemma[trigger.at] in _WEAK and target.cls != "number":
        return ""
    if rule.kinds == PEOPLE or rule.outcome in _PEOPLE_OUTCOMES:
        return "person unspecified"
    if rule.outcome in ("destroyed", "attacked") and not target.kind:
        return "other"
    return ""


def _row(context: Context, trigger: Trigger, outcome: str, target: Target, kind: str) -> Outcome:
    p = context.parse
    first, last = min(trigger.at, target.first), max(trigger.last, target.last)
    if target.quantity is not None:
        first, last = min(first, target.quantity.first), max(last, target.quantity.last)
    if p.sent[first] != p.sent[last]:
        first, last = trigger.at, trigger.last
    row = Outcome(p.start[first], p.end[last], outcome, trigger.at)
    row.target, row.target_kind = target.text, kind
    row.target_at = context.mention(target.first, target.last)
    if target.quantity is not None:
        row.count_text, row.count = target.quantity.text, target.quantity.count
        q = target.quantity
        row.reasons.append(Reason("argument", f"count: {q.text}", p.start[q.first], p.end[q.last]))
    row.reasons.insert(
        0, Reason("trigger", p.slice(trigger.at, trigger.last), p.start[trigger.at], p.end[trigger.last])
    )
    mention = row.target_at
    row.reasons.append(Reason("argument", f"target: {row.target}", mention.start, mention.end))
    return row


def _bare(context: Context, trigger: Trigger, outcome: str) -> Outcome:
    p = context.parse
    row = Outcome(p.start[trigger.at], p.end[trigger.last], outcome, trigger.at)
    words = p.slice(trigger.at, trigger.last)
    row.reasons.append(Reason("trigger", words, p.start[trigger.at], p.end[trigger.last]))
    return row


def _pronoun_row(context: Context, trigger: Trigger, rule: Rule, head: int) -> tuple[Outcome, Target | None] | None:
    """ "destroyed it": the target is what the last fitting row was about; "he died": a person."""
    p = context.parse
    word = p.lower[head]
    if word in ("he", "she", "him", "her", "his"):
        if not rule.admits("person unspecified", ""):
            return None
        row = _bare(context, trigger, rule.outcome)
        row.target, row.target_kind, row.count, row.count_text = p.word[head], "person unspecified", (1, 1), ""
        for earlier in reversed(context.outcomes):
            if (
                earlier.target_kind in PEOPLE
                and earlier.count == (1, 1)
                and p.sent[trigger.at] - p.sent[earlier.trigger] <= 2
            ):
                row.target, row.target_kind, row.target_at = earlier.target, earlier.target_kind, earlier.target_at
                break
        return row, None
    if word not in ("it", "them", "they", "its", "their", "itself", "themselves"):
        return None
    for earlier in reversed(context.outcomes):
        if p.sent[trigger.at] - p.sent[earlier.trigger] > 1:
            break
        if earlier.target and rule.admits(earlier.target_kind, ""):
            row = _bare(context, trigger, rule.outcome)
            row.start, row.end = min(row.start, p.start[head]), max(row.end, p.end[head])
            row.target, row.target_kind, row.target_at = earlier.target, earlier.target_kind, earlier.target_at
            row.count, row.count_text, row.place = earlier.count, earlier.count_text, earlier.place
            row.affected, row.affected_forces = list(earlier.actor), list(earlier.actor_forces)
            row.reasons.append(Reason("coreference", f"{p.word[head]}: {earlier.target}", p.start[head], p.end[head]))
            return row, None
    return None


def _bare_row(context: Context, trigger: Trigger) -> list[tuple[Outcome, Target | None]]:
    """Deeds without a named target: "15 deaths", "an air strike took place", "a bomb exploded"."""
    p, i = context.parse, trigger.at
    rule = trigger.rules[0]
    if trigger.pos == "noun" and p.lemma[i] in (
        "death",
        "injury",
        "arrest",
        "killing",
        "murder",
        "abduction",
        "kidnapping",
    ):
        target = make_target(context, i)
        if (
            target is not None
            and target.quantity is not None
            and target.quantity.text.lower() not in ("a", "an", "another")
        ):
            kind = "person unspecified"
            return [(_row(context, trigger, rule.outcome, target, kind), target)]
        return []
    if rule.outcome != "attacked" or _is_definite(context, i):
        return []
    if trigger.pos == "noun":
        verb = governor(p, i)
        if verb is None or p.lemma[verb] not in LIGHT | OCCUR:
            return []
    elif rule.target == "object":
        return []
    elif rule.target == "near" and not _is_explosion(context, i):
        return []
    return [(_bare(context, trigger, rule.outcome), None)]


def _is_explosion(context: Context, verb: int) -> bool:
    p = context.parse
    return subject(p, verb) is not None or is_passive(p, verb)


def _is_definite(context: Context, noun: int) -> bool:
    p = context.parse
    return any(p.lower[c] in ("the", "this", "that", "these", "those", "such") for c in p.children[noun] if c < noun)


def _operation_row(context: Context, trigger: Trigger) -> list[tuple[Outcome, Target | None]]:
    """Launching or carrying out an operation, a campaign, a search."""
    p, i = context.parse, trigger.at
    top = i
    while p.dep[top] == "pobj" and p.lemma[p.head[p.head[top]]] in ("phase", "stage", "series", "part", "wave"):
        top = p.head[p.head[top]]
    verb = governor(p, top)
    if verb is None or p.lemma[verb] not in LIGHT - {"face", "claim", "witness", "see", "order", "report", "suffer"}:
        return []
    if p.dep[top] in ("nsubj",) and p.lemma[verb] not in ("begin", "start", "commence", "continue", "resume"):
        return []
    if p.dep[top] == "pobj" and p.dep[p.head[top]] != "prt" and p.head[p.head[top]] == verb:
        return []
    target = make_target(context, i)
    if target is None:
        return []
    row = _row(context, trigger, "launched operation", target, "other")
    row.count, row.count_text = None, ""
    operation = context.operation_at.get(i)
    if operation is not None and operation.name:
        row.target = operation.name
    row.start, row.end = min(row.start, p.start[verb]), max(row.end, p.end[verb])
    for force in operation.adversary if operation else ():
        row.affected.append(force.name)
        row.affected_forces.append(force)
    return [(row, target)]


def _toll_row(context: Context, trigger: Trigger) -> list[tuple[Outcome, Target | None]]:
    """ "There were no casualties", "suffered casualties", "three fatalities"."""
    p, i = context.parse, trigger.at
    target = make_target(context, i)
    if target is None:
        return []
    verb = governor(p, i)
    counted = target.quantity is not None
    if not counted and not (
        verb is not None and p.lemma[verb] in ("suffer", "inflict", "cause", "sustain", "incur", "take")
    ):
        return []
    return [(_row(context, trigger, "killed", target, "person unspecified"), target)]


def _clash_row(context: Context, trigger: Trigger) -> list[tuple[Outcome, Target | None]]:
    """A clash has both sides as target, as actor and as affected, and no count."""
    p, i = context.parse, trigger.at
    heads: list[int] = []
    if trigger.pos == "verb":
        own = subject(p, i)
        heads = [own] if own is not None else []
        places = [i, trigger.last]
    else:
        verb = governor(p, i)
        places = [i] if verb is None else [i, verb]
        if verb is not None and p.dep[i] in ("dobj", "pobj") and (own := subject(p, verb)) is not None:
            heads = [own]
    for place in dict.fromkeys(places):
        heads += preposition_objects(p, place, "between", "with", "against", "among")
    sides: list[Target] = []
    for head in dict.fromkeys(heads):
        for target in items_of(context, head):
            if (target.kind in PEOPLE or target.head in context.force_at) and target.head not in [
                s.head for s in sides
            ]:
                sides.append(target)
    if trigger.pos == "verb" and p.lemma[i] in ("fight", "battle") and len(sides) < 2:
        return []
    if not sides and (trigger.pos == "verb" or _is_definite(context, i) or governor(p, i) is None):
        return []
    row = _bare(context, trigger, "clashed")
    row.target = "; ".join(s.text for s in sides) or p.word[i]
    if sides:
        row.target_at = context.mention(sides[0].first, sides[0].last)
        last = max(sides, key=lambda s: s.last)
        if p.sent[last.last] == p.sent[i]:
            row.start = min(row.start, p.start[min(s.first for s in sides)])
            row.end = max(row.end, p.end[last.last])
    forces = [context.force_at[s.head] for s in sides if s.head in context.force_at]
    row.actor_forces, row.affected_forces = list(dict.fromkeys(forces)), list(dict.fromkeys(forces))
    row.actor = [f.name for f in row.actor_forces] or [s.text for s in sides]
    row.affected = [f.name for f in row.affected_forces]
    return [(row, None)]


def _is_negated(context: Context, trigger: Trigger) -> bool:
    p, i = context.parse, trigger.at
    for c in p.children[i]:
        if p.dep[c] == "neg" or p.lower[c] in _NEGATIONS:
            return True
    if p.dep[i] == "xcomp" and any(p.dep[c] == "neg" for c in p.children[p.head[i]]):
        return True
    return p.dep[i] in ("pobj", "pcomp") and p.lower[p.head[i]] == "without"
