"""Who did it: the agents of a deed as forces, as named persons, or in the words of the text."""

from __future__ import annotations

from collections.abc import Iterator

from ...read.language import Parse
from ...read.mend import is_infinitive
from ..context import Context
from ..deeds.arguments import agents, gives_away
from ..deeds.means import means_at
from ..deeds.noun_arguments import governor
from ..deeds.targets import PEOPLE_WORDS, kind_of
from ..deeds.triggers import Trigger
from ..records import Force, Outcome, Reason
from ..words.containers import core
from ..words.grammar import conjuncts, preposition_objects
from ..words.quantities import phrase_start
from ..words.subjects import by_agents, is_passive, subject
from .allegiance import force_of_person
from .coreference import resolve_actor
from .known_events import FROM_THE_AIR, accused_of, force_behind, is_another, laid_to
from .sides import owner_force, state_of_nation

_EVENTS = {"attack", "strike", "airstrike", "raid", "assault", "ambush", "shelling", "bombing", "bombardment", "clash",
           "explosion", "blast", "operation", "campaign", "offensive", "incident", "fighting", "battle",
           "firing", "fire", "gunfire", "shooting"}  # fmt: skip
_ATTACKS = {"fire", "open", "shoot", "shell", "bomb", "attack", "raid", "storm", "ambush", "bombard", "target",
            "invade", "assault", "strike", "swoop", "descend", "besiege", "overrun"}  # fmt: skip
_AIMS = {"aim", "objective", "goal", "purpose", "mission", "target", "phase", "stage", "task", "result", "part",
         "frequency", "increase", "surge", "spate", "wave", "series", "serie", "rise", "intensity"}  # fmt: skip
_OPERATIONS = {"operation", "campaign", "offensive"}
_ARMS = {"aircraft", "artillery", "aviation", "cell", "column", "commando", "drone", "helicopter", "jet", "patrol",
         "plane", "squad", "unit", "warplane"}  # fmt: skip
_BANDS = {"cell", "column", "commando", "patrol", "squad"}
_KILLERS = {"abductor", "assassin", "captor", "criminal", "hijacker", "inmate", "invader", "killer", "murderer",
            "occupier", "prisoner", "sniper"}  # fmt: skip
_MEN = {"agent", "cadre", "element", "fighter", "follower", "force", "gunman", "member", "officer", "operative",
        "personnel", "section", "soldier", "team", "troop", "unit"}  # fmt: skip
_HEADS = {"chief", "commander", "commandant", "captain", "colonel", "general", "head", "leader", "major", "official",
          "source", "spokesman", "spokesperson", "spokeswoman"}  # fmt: skip
_OF_A_FORCE = PEOPLE_WORDS | _ARMS | _MEN | _HEADS
_FOES = {"enemy", "occupation", "occupier", "aggression", "entity", "aggressor", "invader", "government", "authority"}
_POWERS = {"authority", "government", "junta", "regime"}
_HANDLED = {"detonate", "fire", "hurl", "launch", "leave", "place", "plant", "set", "throw", "toss"}


def find_actor(context: Context, trigger: Trigger, outcome: Outcome) -> None:
    """Sets who did it: forces by their canonical names, an operation by its own, other agents as written."""
    p = context.parse
    suffers = bool(trigger.rules) and trigger.rules[0].target == "subject" and not gives_away(trigger)
    suffers = suffers and trigger.pos != "adjective"  # "the attack left six dead"
    heads = by_agents(p, trigger.at) if suffers else agents(p, trigger)
    for head in _no_places(context, heads) or _at_hands_of(p, trigger.at):
        for i in conjuncts(p, head):
            modifier = p.dep[head] in ("compound", "amod", "nmod") and trigger.pos == "noun"
            aim = p.lemma[i] in _OPERATIONS and trigger.pos == "verb" and is_infinitive(p, trigger.at)
            if aim:
                _agents_of_event(context, outcome, i)  # "an operation to clear the area": those who carry it out
            elif not modifier or _force_of(context, i) is not None:  # "terrorist attacks" name no actor
                _add_agent(context, outcome, i)
    if not outcome.actor and trigger.pos == "noun" and (accused := accused_of(p, trigger.at)) is not None:
        _add_agent(context, outcome, accused)
    if not outcome.actor and p.lemma[trigger.at] in _EVENTS and trigger.pos == "noun":
        _agents_of_event(context, outcome, trigger.at)
    if not outcome.actor and p.tag[trigger.at] == "VBG" and (strike := _strike_before(p, trigger.at)) is not None:
        _agents_of_event(context, outcome, strike)
    if not outcome.actor:
        _actor_of_setting(context, trigger, outcome)


def _no_places(context: Context, heads: list[int]) -> list[int]:
    """ "Troops at Garage, Borno State killed two": where the parser took the place for the subject, the troops."""
    p = context.parse
    out: list[int] = []
    for head in heads:
        begin = p.sents[p.sent[head]][0]
        is_place = head in context.place_at and head not in context.force_at
        before = (i for i in range(begin, head) if p.dep[i] == "nsubj" and _force_of(context, i) is not None)
        out.append(next(before, head) if is_place else head)
    return out


def _strike_before(p: Parse, gerund: int) -> int | None:
    """ "Blasts were heard, caused by air strikes, targeting a camp": the strikes, where the main verb is passive."""
    begin = p.sents[p.sent[gerund]][0]
    if p.dep[gerund] != "advcl" or not is_passive(p, p.head[gerund]):
        return None
    return next(
        (j for j in range(gerund - 1, begin - 1, -1) if p.lemma[j] in FROM_THE_AIR and p.pos[j] == "NOUN"), None
    )


def _at_hands_of(p: Parse, deed: int) -> list[int]:
    """ "Losses at the hands of the rebels": the rebels."""
    verb = governor(p, deed) if p.pos[deed] == "NOUN" else None
    for c in (*p.children[deed], *(p.children[verb] if verb is not None else ())):
        if p.dep[c] == "prep" and p.lower[c] in ("at", "by"):
            for hands in p.children[c]:
                if p.lower[hands] in ("hands", "hand"):
                    return list(preposition_objects(p, hands, "of"))
    return []


def _actor_of_setting(context: Context, trigger: Trigger, outcome: Outcome) -> None:
    """ "Two were killed in the attack": whoever attacked, unless the victim is of that side."""
    p = context.parse
    mention = outcome.target_at
    hit = owner_force(context, mention.head) if mention is not None else None
    for event in _events_around(p, trigger.at):
        if p.lemma[event] in _OPERATIONS and outcome.target_kind != "combatant":
            continue  # who fell in an army operation may be the army's own
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
                if p.dep[event] not in ("pobj", "pcomp"):
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
    i = core(p, i)  # "an unknown number of rebels", "a group of armed men"
    if (force := _force_of(context, i)) is not None:
        _add_force(outcome, force, p, i)
        return
    lemma = p.lemma[i] if p.tag[i] != "NNPS" else p.lower[i].removesuffix("s")
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
            elif p.dep[c] in ("acl", "relcl") and p.lemma[c] in _HANDLED and depth == 0:
                for hand in by_agents(p, c):  # "a bomb planted by rebels exploded"
                    _add_agent(context, outcome, hand, depth=1)
    elif i in context.person_at:
        _add_name(outcome, context.person_at[i].name, p, i)
    elif _may_act(context, i, lemma):
        start = phrase_start(p, i)
        while start < i and p.tag[start] in ("DT", "PRP$", "POS"):
            start += 1
        _add_name(outcome, p.slice(start, i), p, i)


def _may_act(context: Context, i: int, lemma: str) -> bool:
    if lemma in PEOPLE_WORDS | _KILLERS | _POWERS | _BANDS:
        return True
    kind = kind_of(context, i)[0] if context.parse.tag[i].startswith("NN") else ""
    return kind in ("combatant", "civilian", "security force")


def _agents_of_event(context: Context, outcome: Outcome, event: int) -> bool:
    """ "The Israeli strike killed ...", "an attack by ISIS wounded ...": the event's own agent did it."""
    p = context.parse
    before = len(outcome.actor)
    for head in agents(p, Trigger(event, event, "noun", ())):
        if head != event and (force := _force_of(context, head)) is not None:
            _add_force(outcome, force, p, head)
        elif head in by_agents(p, event):
            _add_agent(context, outcome, head, depth=1)
    if len(outcome.actor) == before:
        for head in laid_to(p, event):
            _add_agent(context, outcome, head, depth=1)
    if len(outcome.actor) == before and (earlier := _earlier_event(context, event)) is not None and earlier.actor:
        for name in earlier.actor:
            _add_name(outcome, name, p, event)
        outcome.actor_forces += [f for f in earlier.actor_forces if f not in outcome.actor_forces]
    if len(outcome.actor) == before:
        force = force_behind(context, event, lambda noun: author_of(context, noun))
        if force is not None:
            _add_force(outcome, force, p, event)
    return len(outcome.actor) > before


def author_of(context: Context, noun: int) -> Force | None:
    """The force that the words beside the noun of an attack make its author."""
    p = context.parse
    heads = (*agents(p, Trigger(noun, noun, "noun", ())), *laid_to(p, noun))
    return next((f for h in heads if h != noun and (f := _force_of(context, h)) is not None), None)


def _earlier_event(context: Context, event: int) -> Outcome | None:
    """The attack that "the attack" means: the last one before, in this paragraph or the one before."""
    p = context.parse
    if is_another(p, event) or not any(p.lower[c] in ("the", "this", "that", "ensuing") for c in p.children[event]):
        return None
    for o in reversed(context.outcomes):
        told = o.outcome == "attacked" or (o.outcome == "launched operation" and p.lemma[event] in _OPERATIONS)
        if told and o.trigger < event:
            return o if p.paragraph[event] - p.paragraph[o.trigger] <= 1 else None
    return None


def _force_of(context: Context, i: int) -> Force | None:
    if (force := resolve_actor(context, i)) is not None:
        return force
    p = context.parse
    if p.lemma[i] in _OF_A_FORCE:
        for c in p.children[i]:
            if c in context.force_at and p.dep[c] in ("compound", "amod", "poss", "nmod"):
                return context.force_at[c]
            if p.dep[c] == "prep" and p.lower[c] in ("of", "from", "in", "for"):
                for o in p.children[c]:
                    found = context.force_at.get(o) or (resolve_actor(context, o) if p.lower[c] == "of" else None)
                    if found is not None:
                        return found
    if p.lemma[i] in _FOES and (force := state_of_nation(context, i)) is not None:
        return force
    if (person := context.person_at.get(i)) is not None:
        return force_of_person(context, person)
    return _same_arms(context, i) if p.lemma[i] in _ARMS else None


def _same_arms(context: Context, i: int) -> Force | None:
    """ "Warplanes" after "Turkish warplanes": those."""
    p = context.parse
    before = [
        (m.head, f) for f in context.forces for m in f.mentions
        if m.head < i and any(p.lemma[j] == p.lemma[i] for j in range(m.first, max(m.last, m.head) + 1))
    ]  # fmt: skip
    return max(before, key=lambda x: x[0])[1] if before else None


def _add_force(outcome: Outcome, force: Force, p: Parse, i: int) -> None:
    if force not in outcome.actor_forces:
        outcome.actor_forces.append(force)
        _add_name(outcome, force.name, p, i)


def _add_name(outcome: Outcome, name: str, p: Parse, i: int) -> None:
    if name and name not in outcome.actor:
        outcome.actor.append(name)
        outcome.reasons.append(Reason("argument", f"actor: {name}", p.start[i], p.end[i]))
