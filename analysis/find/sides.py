"""Who did it, who bore it and by whose word: the cells of an outcome beside its target."""

from __future__ import annotations

from collections.abc import Iterator

from ..read.language import Parse
from .arguments import agents, gives_away
from .context import Context
from .coreference import resolve_actor
from .grammar import conjuncts
from .noun_arguments import bearer
from .quantities import phrase_start
from .records import Force, Outcome, Reason
from .statements import speaker_for
from .subjects import by_agents, is_passive, subject
from .targets import PEOPLE_WORDS, kind_of
from .triggers import Trigger

_STATE = {"state forces", "external forces"}
_ARMED = {"rebel group", "political militia", "identity militia", "rioters"}
_EVENTS = {"attack", "strike", "airstrike", "raid", "assault", "ambush", "shelling", "bombing", "bombardment", "clash",
           "explosion", "blast", "operation", "campaign", "offensive", "incident", "fighting", "battle",
           "firing", "fire", "gunfire", "shooting"}  # fmt: skip
_ATTACKS = {"fire", "open", "shoot", "shell", "bomb", "attack", "raid", "storm", "ambush", "bombard", "target"}
_AIMS = {"aim", "objective", "goal", "purpose", "mission", "target", "phase", "stage", "task", "result", "part"}
_RID_OF = {"clear", "cleanse", "free", "liberate", "purge", "rid"}
_THINGS = {"position", "weapons", "explosives", "vehicle", "building"}
_OPERATIONS = {"operation", "campaign", "offensive"}


def find_actor(context: Context, trigger: Trigger, outcome: Outcome) -> None:
    """Sets who did it: forces by their canonical names, an operation by its own, other agents as written."""
    p = context.parse
    suffers = bool(trigger.rules) and trigger.rules[0].target == "subject" and not gives_away(trigger)
    for head in by_agents(p, trigger.at) if suffers else agents(p, trigger):
        for i in conjuncts(p, head):
            _add_agent(context, outcome, i)
    if not outcome.actor:
        _actor_of_setting(context, trigger, outcome)


def _actor_of_setting(context: Context, trigger: Trigger, outcome: Outcome) -> None:
    """ "Two were killed in the attack": whoever attacked, unless the victim is of that side."""
    p = context.parse
    mention = outcome.target_at
    hit = _owner_force(context, mention.head) if mention is not None else None
    for event in _events_around(p, trigger.at):
        probe = Outcome(outcome.start, outcome.end, outcome.outcome, outcome.trigger)
        if p.dep[event] == "advcl":
            if (head := subject(p, event)) is not None and (force := _force_of(context, head)) is not None:
                _add_force(probe, force, p, head)
        else:
            _agents_of_event(context, probe, event)
        if hit is None or hit not in probe.actor_forces:
            outcome.actor, outcome.actor_forces = probe.actor, probe.actor_forces
            outcome.reasons += probe.reasons
        return


def _events_around(p: Parse, deed: int) -> Iterator[int]:
    """The event that the deed is set in: "killed in the attack", "killed when police opened fire"."""
    for c in p.children[deed]:
        if p.lower[c] in ("in", "during", "by", "after", "from"):
            for event in p.children[c]:
                if p.dep[event] not in ("pobj", "pcomp") or p.lemma[event] in _OPERATIONS:
                    continue
                if p.lemma[event] in _EVENTS or p.lower[event] in _EVENTS:
                    yield event
        elif p.dep[c] == "advcl" and p.lemma[c] in _ATTACKS and not is_passive(p, c) and _is_dated_by(p, c):
            yield c
    for c in p.children[deed]:  # "one was killed and six were hurt in the raid"
        if p.dep[c] == "conj" and p.pos[c] == "VERB":
            yield from _events_around(p, c)


def _is_dated_by(p: Parse, clause: int) -> bool:
    return any(p.lower[k] in ("when", "after", "as") for k in p.children[clause])


def _add_agent(context: Context, outcome: Outcome, i: int, depth: int = 0) -> None:
    p = context.parse
    if (force := _force_of(context, i)) is not None:
        _add_force(outcome, force, p, i)
        return
    lemma = p.lemma[i]
    if lemma in _AIMS and depth == 0:
        for o in preposition_objects(p, i, "of"):
            _add_agent(context, outcome, o, depth=1)
        return
    if (operation := context.operation_at.get(i)) is not None and operation.name:
        _add_name(outcome, f"Operation {operation.name}" if len(operation.name) < 3 else operation.name, p, i)
    elif lemma in _EVENTS:
        if not _agents_of_event(context, outcome, i) and lemma in _OPERATIONS:
            _add_name(outcome, p.slice(phrase_start(p, i), i), p, i)
    elif means_at(p, i) is not None:
        for c in p.children[i]:
            if p.dep[c] in ("poss", "compound", "amod") and c in context.force_at:
                _add_force(outcome, context.force_at[c], p, c)
    elif i in context.person_at:
        _add_name(outcome, context.person_at[i].name, p, i)
    elif lemma in PEOPLE_WORDS or (p.tag[i].startswith("NN") and kind_of(context, i)[0] in ("combatant", "civilian")):
        start = phrase_start(p, i)
        while start < i and p.tag[start] in ("DT", "PRP$", "POS"):
            start += 1
        _add_name(outcome, p.slice(start, i), p, i)


def _agents_of_event(context: Context, outcome: Outcome, event: int) -> bool:
    """ "The Israeli strike killed ...", "an attack by ISIS wounded ...": the event's own agent did it."""
    p = context.parse
    before = len(outcome.actor)
    for head in agents(p, Trigger(event, event, "noun", ())):
        if head != event and (force := _force_of(context, head)) is not None:
            _add_force(outcome, force, p, head)
    if len(outcome.actor) == before and (earlier := _earlier_event(context, event)) is not None:
        for name in earlier.actor:
            _add_name(outcome, name, p, event)
        outcome.actor_forces += [f for f in earlier.actor_forces if f not in outcome.actor_forces]
    return len(outcome.actor) > before


def _earlier_event(context: Context, event: int) -> Outcome | None:
    """The attack that "the attack" means: the last one before, in this paragraph or the one before."""
    p = context.parse
    if not any(p.lower[c] in ("the", "this", "that", "ensuing") for c in p.children[event]):
        return None
    for o in reversed(context.outcomes):
        if o.outcome in ("attacked", "launched operation") and o.trigger < event:
            return o if p.paragraph[event] - p.paragraph[o.trigger] <= 1 else None
    return None


def _force_of(context: Context, i: int) -> Force | None:
    if (force := resolve_actor(context, i)) is not None:
        return force
    p = context.parse
    if p.lemma[i] in PEOPLE_WORDS or p.lemma[i] in (
        "aviation",
        "warplane",
        "jet",
        "drone",
        "artillery",
        "aircraft",
        "unit",
    ):
        for c in p.children[i]:
            if c in context.force_at and p.dep[c] in ("compound", "amod", "poss", "nmod"):
                return context.force_at[c]
            if p.dep[c] == "prep" and p.lower[c] in ("of", "from"):
                for o in p.children[c]:
                    if o in context.force_at:
                        return context.force_at[o]
    return None


def _add_force(outcome: Outcome, force: Force, p: Parse, i: int) -> None:
    if force not in outcome.actor_forces:
        outcome.actor_forces.append(force)
        _add_name(outcome, force.name, p, i)


def _add_name(outcome: Outcome, name: str, p: Parse, i: int) -> None:
    if name and name not in outcome.actor:
        outcome.actor.append(name)
        outcome.reasons.append(Reason("argument", f"actor: {name}", p.start[i], p.end[i]))

_STATE = {"state forces", "external forces"}
_ARMED = {"rebel group", "political militia", "identity militia", "rioters"}
_RID_OF = {"clear", "cleanse", "free", "liberate", "purge", "rid"}
_THINGS = {"position", "weapons", "explosives", "vehicle", "building"}


def find_affected(context: Context, outcome: Outcome) -> None:
    """Sets the organised side that bore it: the target's own force or its owner, else the side that fits.

    Where both sides of a clash were taken for actors, the one that bore it is none.
    """
    mention = outcome.target_at
    if mention is None or outcome.target_kind == "civilian":
        return
    force = owner_force(context, mention.head) or _bearing_force(context, mention.head)
    if force is not None and outcome.actor_forces == [force] and outcome.outcome in ("cleared or secured", "killed"):
        force = None  # "drove its last remnants out": nobody drives out his own
    if force is None and outcome.target_kind in ("combatant", "security force"):
        force = _side_like(context, outcome)
    if force is None:
        force = _driven_out(context, outcome) or _owner_of_list(context, outcome) or _adversary(context, outcome)
    if force is None or outcome.actor_forces == [force]:
        return
    if force in outcome.actor_forces:
        outcome.actor_forces.remove(force)
        outcome.actor = [name for name in outcome.actor if name != force.name]
    outcome.affected, outcome.affected_forces = [force.name], [force]
    outcome.reasons.append(Reason("argument", f"affected: {force.name}", mention.start, mention.end))


def _bearing_force(context: Context, toll: int) -> Force | None:
    """ "The army suffered three casualties", "inflicted casualties on the rebels"."""
    found = bearer(context.parse, toll)
    return resolve_actor(context, found) if found is not None else None


def _driven_out(context: Context, outcome: Outcome) -> Force | None:
    """ "clear the town of militants", "liberated from ISIS": the side that loses the ground."""
    p = context.parse
    if outcome.outcome in ("cleared or secured", "captured territory"):
        joined = [i for i in conjuncts(p, outcome.trigger) if p.lemma[i] in _RID_OF]  # "control it and clear it of"
        for verb in (outcome.trigger, *joined):
            for c in p.children[verb]:
                if p.lower[c] in ("of", "from") and p.dep[c] == "prep":
                    for i in range(c, p.right[c] + 1):
                        if i in context.force_at:
                            return context.force_at[i]
    return None


def _owner_of_list(context: Context, outcome: Outcome) -> Force | None:
    """ "several ISIS hostels, tunnels and stores": the owner of the first is that of all."""
    for earlier in reversed(context.outcomes):
        if earlier.trigger != outcome.trigger:
            break
        if earlier.affected_forces and earlier.target_kind in _THINGS and outcome.target_kind in _THINGS:
            return earlier.affected_forces[0]
    return None


def _adversary(context: Context, outcome: Outcome) -> Force | None:
    """What a named operation destroys or seizes is its adversary's, where it has one."""
    if outcome.target_kind not in _THINGS:
        return None
    for operation in context.operations:
        if operation.name and operation.name in outcome.actor and len(operation.adversary) == 1:
            return operation.adversary[0]
    return None


def owner_force(context: Context, head: int) -> Force | None:
    """The force named in or beside the target: "ISIS hostels", "its sites", "positions of the Houthis"."""
    p = context.parse
    if (force := context.force_at.get(head)) is not None:
        return force
    for c in p.children[head]:
        if p.dep[c] in ("compound", "amod", "poss", "nmod"):
            if c in context.force_at:
                return context.force_at[c]
            if p.lower[c] in ("its", "their") and (force := resolve_actor(context, c)) is not None:
                return force
        if p.dep[c] in ("prep", "acl") and p.lower[c] in ("of", "from", "belonging"):
            for i in range(c + 1, min(p.right[c] + 1, c + 6)):
                if i in context.force_at:
                    return context.force_at[i]
    for j in range(max(0, head - 4), head):
        if j in context.force_at and p.sent[j] == p.sent[head] and j >= phrase_start(p, head):
            return context.force_at[j]
    return None


def _side_like(context: Context, outcome: Outcome) -> Force | None:
    """A soldier's or a militant's side, where the sentence or the clash or attack before names one alone."""
    p = context.parse
    wanted = _STATE if outcome.target_kind == "security force" else _ARMED
    a, b = p.sents[p.sent[outcome.trigger]]
    near = {id(context.force_at[i]): context.force_at[i] for i in range(a, b) if i in context.force_at}
    fits = [f for f in near.values() if f.actor_type in wanted and outcome.actor_forces != [f]]
    if len(fits) == 1:
        return fits[0]
    return None


def find_speaker(context: Context, outcome: Outcome) -> None:
    """Sets the statement that the outcome stands in, and its speaker."""
    statement = speaker_for(context, context.parse.start[outcome.trigger])
    if statement is not None:
        outcome.statement, outcome.speaker = statement, statement.speaker
