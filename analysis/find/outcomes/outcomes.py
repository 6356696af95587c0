"""What was done: one row per outcome, target and source of the number.

A trigger (triggers.py) names the deed; its arguments (arguments.py) give target and actor; targets.py splits lists and
counts; tolls.py relates totals and parts and drops what is said twice; sides.py fills the other cells.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from ...read.language import Parse
from ..context import Context
from ..deeds.anaphora import with_earlier_number
from ..deeds.arguments import companions, patients, stranded
from ..deeds.casualties import hurt_rows, none_hurt_rows
from ..deeds.ellipses import elliptical_rows
from ..deeds.event_rows import Row, bare_row, clash_row, operation_row, toll_row
from ..deeds.identified import find_identified, named_beside
from ..deeds.inventories import contents_of, inventory_rows
from ..deeds.lists import items_of, parts_of
from ..deeds.means import find_means
from ..deeds.no_deeds import is_removal, is_taking_away, lands_no_bomb, tells_no_deed
from ..deeds.noun_arguments import joined_forces
from ..deeds.picked_out import picked_out_rows
from ..deeds.rows import pronoun_row, target_row
from ..deeds.targets import Target
from ..deeds.triggers import PEOPLE, Rule, Trigger, find_triggers
from ..records import Outcome
from ..scenes.scene import find_place
from ..sides.actors import find_actor
from ..sides.sides import find_affected, find_speaker
from ..words.containers import core, quantity_of
from ..words.subjects import is_passive, subject
from .among import find_among
from .tolls import settle_tolls

_PEOPLE_OUTCOMES = {"killed", "wounded", "arrested", "kidnapped", "surrendered", "displaced"}
_THINGS_OUTCOMES = {"destroyed", "found", "seized"}
_CASUALTIES = {"killed", "wounded"}
_WEAK = frozenset(
    """
    arrive capture clean clear control deploy discover drive eliminate execute find free hit hold intercept lay locate
    loss move neutralise neutralize position push raid recover release remove search secure seize send station strike
    sweep take target yield
    """.split()
)
_DEFINES = {"denote", "describe", "imply", "mean", "refer"}
_EXPRESSIONS = {"word", "term", "phrase", "expression"}
_HELD = {"captive", "custody", "death", "hostage", "prisoner"}
_NEGATIONS = {"not", "n't", "never", "cannot"}
_GROUND = {"recapture", "retake", "liberate", "reclaim", "regain", "win", "overrun"}  # what follows is a place
_ABSTRACT = {"power", "control", "opportunity", "chance", "moment", "initiative", "advantage", "occasion", "day"}
_CONDITIONS = {"if", "unless", "lest"}
_BLOWS = frozenset("airstrike air-strike attack bomb bombardment bombing drone missile raid shelling strike".split())
_RANKS = {"man", "member", "people", "personnel"}
_GOING_OFF = {"detonate", "explode", "go"}
_MARKS = {"accompany", "characterise", "characterize", "disrupt", "interrupt", "mar", "mark"}


def find_outcomes(context: Context) -> None:
    """Adds the outcomes of the document to the context."""
    for trigger in find_triggers(context):
        for outcome, target in _rows(context, trigger):
            _complete(context, trigger, outcome, target)
            context.outcomes.append(outcome)
    settle_tolls(context)
    find_identified(context)
    find_among(context)
    context.outcomes[:] = [o for o in context.outcomes if not _is_own_speaker(context, o)]


def _complete(context: Context, trigger: Trigger, outcome: Outcome, target: Target | None) -> None:
    find_speaker(context, outcome)
    if outcome.outcome != "clashed" and context.parse.lemma[trigger.at] not in ("toll", "number"):
        find_actor(context, trigger, outcome)
        find_affected(context, outcome)
    find_means(context, trigger, outcome)
    if outcome.place is None or target is None:  # what a pronoun brought gives way to a place of its own clause
        find_place(context, outcome)


def _rows(context: Context, trigger: Trigger) -> list[Row]:
    if _is_negated(context, trigger):
        return none_hurt_rows(context, trigger)
    if hurt := hurt_rows(context, trigger):
        return hurt
    if trigger.rules[0].outcome in _PEOPLE_OUTCOMES and (picked := picked_out_rows(context, trigger)) is not None:
        return picked
    if (stock := inventory_rows(context, trigger)) is not None:
        return stock
    if trigger.pos == "operation":
        return operation_row(context, trigger)
    if trigger.pos == "toll":
        return toll_row(context, trigger)
    if trigger.rules[0].target == "both":
        return clash_row(context, trigger)
    if trigger.rules[0].target == "self":
        return bare_row(context, trigger)
    if not trigger.rules[0].outcome or tells_no_deed(context, trigger):
        return []
    rows: list[Row] = []
    where = ""
    # the first rule that admits an item; "captured a town and 12 rebels" is two deeds
    for rule in _in_order(context, trigger):
        if rows and rule.target != where:
            break
        before = len(rows)
        for head in joined_forces(context, trigger.at, patients(context.parse, trigger, rule)):
            rows += _target_rows(context, trigger, rule, head, {t.head for _, t in rows if t is not None})
        if len(rows) > before and rule.outcome in _PEOPLE_OUTCOMES | _THINGS_OUTCOMES:
            for head in companions(context.parse, trigger):
                rows += _target_rows(context, trigger, rule, head, {t.head for _, t in rows if t is not None})
        where = rule.target
    if rows:
        return rows + elliptical_rows(context, trigger, rows)
    where = trigger.rules[0].target
    if trigger.pos == "verb" and (where == "subject" or (where == "object" and is_passive(context.parse, trigger.at))):
        for rule in trigger.rules:
            for head in stranded(context.parse, trigger):
                if rows := _target_rows(context, trigger, rule, head):
                    return rows
    return bare_row(context, trigger)


def _in_order(context: Context, trigger: Trigger) -> list[Rule]:
    """The rules that find their target as an object first, where the verb has one: "blew up the line on Monday"."""
    p = context.parse
    objects = trigger.pos == "verb" and any(p.dep[c] in ("dobj", "nsubjpass") for c in p.children[trigger.at])
    return sorted(trigger.rules, key=lambda rule: objects and rule.target != "object")


def _target_rows(context: Context, trigger: Trigger, rule: Rule, head: int, done: Set[int] = frozenset()) -> list[Row]:
    p = context.parse
    if done and p.pos[head] == "PRON":
        return []
    if rule.outcome == "arrested" and rule.words == ("take",) and not is_taking_away(context, trigger):
        return []
    if p.tag[pronoun := core(p, head)] in ("PRP", "PRP$"):
        row = pronoun_row(context, trigger, rule, pronoun)
        if row is not None and pronoun != head:  # "killing one of them"
            number = quantity_of(p, head, pronoun)
            row[0].count, row[0].count_text = (number.count, number.text) if number else (None, "")
        if row is not None or pronoun == head:
            joined = [c for c in p.children[head] if p.dep[c] == "conj" and p.pos[c] != "VERB"]  # "her and her husband"
            return [*([row] if row else []), *(r for c in joined for r in _target_rows(context, trigger, rule, c))]
    out: list[Row] = []
    for target in items_of(context, head):
        if target.head in done or "missing" in p.lower[target.last : target.last + 2]:
            continue
        if rule.outcome in _CASUALTIES:
            target = with_earlier_number(context, target)
        kind = _admitted(context, trigger, rule, target)
        if not kind or (rule.target == "near" and kind == "territory"):
            continue
        if rule.target in ("near", "at", "into") and target.cls == "number":
            continue  # "at 0650"
        if rule.outcome == "destroyed" and kind == "explosives" and p.dep[target.head] == "nsubj":
            continue  # "a car bomb blew up": it exploded
        if trigger.pos != "noun" and target.first <= trigger.at <= target.last and target.cls != "bodies":
            if target.last == trigger.at:
                continue
            rest = trigger.at + 1  # "injured Ko Moe Gyi", which the parser took for one name
            target = replace(target, first=rest, text=p.slice(rest, target.last))
        if target.quantity is not None and target.quantity.count == (0, 0) and rule.outcome not in _PEOPLE_OUTCOMES:
            continue  # "hit no one"
        if target.cls == "name" and rule.outcome not in _PEOPLE_OUTCOMES:
            target = replace(target, quantity=None)
        whole = target_row(context, trigger, rule.outcome, target, kind)
        out.append((whole, target))
        if rule.outcome in ("seized", "found"):
            out += [(target_row(context, trigger, rule.outcome, t, t.kind), t) for t in contents_of(context, target)]
        for part in parts_of(context, target) or named_beside(context, target):
            own = "" if part.cls == "number" else part.kind  # "55 drones, including 34 over the port"
            piece = target_row(context, trigger, rule.outcome, part, own or kind)
            piece.part_of = whole
            out.append((piece, part))
    return out


def _admitted(context: Context, trigger: Trigger, rule: Rule, target: Target) -> str:
    """The target's kind where the rule admits it; '' where it does not."""
    if target.cls == "abstract" or (rule.outcome == "displaced" and target.cls == "person"):
        return ""
    shot = target.kind in ("weapons", "explosives") and trigger.pos == "verb"
    if rule.outcome == "attacked" and rule.target in ("at", "on") and shot:
        return ""  # "five rounds were fired"
    lemma = context.parse.lemma[trigger.at]
    if rule.outcome == "attacked" and lands_no_bomb(context, trigger.at, rule):
        return ""
    place = context.place_at.get(target.head)
    if lemma == "invade" and place is not None and place.feature == "country":
        return ""  # how a war began
    if rule.words == ("lose",) and rule.outcome == "killed" and not _is_own_loss(context, trigger, target):
        return ""
    if rule.outcome == "kidnapped" and is_removal(context.parse, trigger, target.last):
        return ""
    alike = [r for r in trigger.rules if (r.outcome, r.target, r.words) == (rule.outcome, rule.target, rule.words)]
    if target.kind and any(r.admits(target.kind, target.cls) for r in alike):
        return "civilian" if rule.outcome == "displaced" and target.kind == "person unspecified" else target.kind
    if (target.kind and target.cls != "number") or rule.words == ("lose",):  # "lost contact"
        return ""
    sure = rule.outcome in _PEOPLE_OUTCOMES and rule.words[-1] in _HELD  # "took hostage", not "took" or "took out"
    weak = (
        lemma in _WEAK
        and trigger.pos != "noun"
        and not sure
        and not _is_fired_on(context, trigger)
        and target.cls != "number"
    )
    if weak and not (rule.outcome == "seized" and lemma == "seize"):
        return ""
    if rule.kinds >= PEOPLE or rule.outcome in _PEOPLE_OUTCOMES:
        return "person unspecified"
    if rule.outcome == "captured territory" and target.cls == "name" and context.parse.lemma[trigger.at] in _GROUND:
        return "territory"
    if rule.outcome == "seized" and not target.kind and target.cls != "name" and _is_goods(context, trigger, target):
        return "other"
    if rule.outcome in ("destroyed", "attacked") and not target.kind:
        return "other"
    return ""


def _is_fired_on(context: Context, trigger: Trigger) -> bool:
    """ "The rebels have been targeting clinics", "two strikes targeted a depot", not "the law targets fraud"."""
    p = context.parse
    own = subject(p, trigger.at) if p.lemma[trigger.at] == "target" else None
    return own is not None and (own in context.force_at or p.lemma[own] in _BLOWS)


def _is_own_loss(context: Context, trigger: Trigger, target: Target) -> bool:
    """ "The army lost ten men": its own. Not "the family lost two members"."""
    if target.kind in ("combatant", "security force"):
        return target.last > trigger.at
    p = context.parse
    own = subject(p, trigger.at)
    ours = own is not None and (own in context.force_at or p.lower[own] in ("we", "they"))
    return ours and target.quantity is not None and p.lemma[target.last] in _RANKS


def _is_own_speaker(context: Context, outcome: Outcome) -> bool:
    """Is the target the person who says so, whom the parse has hung onto a list?"""
    said, mention = outcome.statement, outcome.target_at
    if said is None or mention is None or said.person is None:
        return False
    return context.person_at.get(mention.head) is said.person


def _is_definition(p: Parse, i: int) -> bool:
    """ "They use the word to imply that militants were killed, wounded or captured": no deed is told."""
    begin = p.sents[p.sent[i]][0]
    defines = next((c for c in range(begin, i) if p.lemma[c] in _DEFINES), -1)
    return any(p.lemma[c] in _EXPRESSIONS for c in range(begin, defines))


def _is_unmarked(p: Parse, noun: int) -> bool:
    """ "The vote was not marred by clashes": there were none."""
    verb = p.head[p.head[noun]]
    if p.dep[noun] != "pobj" or p.lower[p.head[noun]] != "by" or p.lemma[verb] not in _MARKS:
        return False
    return any(p.dep[c] == "neg" for c in p.children[verb])


def _is_possible(p: Parse, verb: int) -> bool:
    """ "before it could go off": it did not."""
    return any(p.dep[c] == "aux" and p.lower[c] in ("could", "can") for c in p.children[verb])


def _is_goods(context: Context, trigger: Trigger, target: Target) -> bool:
    """May what was seized be a thing? "Police seized marijuana", not "seized the chance"."""
    p = context.parse
    abstract = p.lemma[target.last] in _ABSTRACT or p.lower[p.left[target.last]] in ("this", "that", "every")
    after = target.last > trigger.at or is_passive(p, trigger.at)
    return after and p.pos[target.last] == "NOUN" and not abstract and p.lemma[trigger.at] != "take"


def _is_negated(context: Context, trigger: Trigger) -> bool:
    p, i = context.parse, trigger.at
    for c in p.children[i]:
        if p.dep[c] == "neg" or p.lower[c] in _NEGATIONS:
            return p.lower[c + 1 : c + 2] not in (["only"], ["just"], ["merely"])
        if p.dep[c] == "mark" and (p.lower[c] in _CONDITIONS or (p.lower[c] == "before" and _is_possible(p, i))):
            return True
    if p.dep[i] == "xcomp" and any(p.dep[c] == "neg" for c in p.children[p.head[i]]):
        return True
    if p.dep[i] == "xcomp" and p.lemma[p.head[i]] == "fail" and p.lemma[i] in _GOING_OFF:
        return True  # "two shells failed to explode"
    if p.tag[i] == "VBN" and any(p.word[c] == "Had" and p.dep[c] == "aux" for c in p.children[i]):
        return True  # "Had the bomb gone off, ..."
    if _is_definition(p, i) or _is_unmarked(p, i):
        return True
    return p.dep[i] in ("pobj", "pcomp") and p.lower[p.head[i]] in ("without", "from")
