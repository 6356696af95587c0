"""Unnamed actors and the named bodies that cover them: "the militants" of a report on ISIS are ISIS, "gunmen" that
nobody has identified are a row of their own."""

from __future__ import annotations

from dataclasses import dataclass

from ..context import Context
from ..records import STATES, Force, Mention
from .candidates import POSTS, Candidate, Scene
from .generic_actors import GenericActor
from .generic_groups import covering_group, is_class, is_definite, is_said_of, last_before, same_attackers
from .generic_links import linked_force

Key = tuple[str, ...]
_MILITARY = {"army", "military", "special forces"}
_SECURITY = {"security forces"}
_CLOSE = 2  # paragraphs back
_ARMS = {"aviation", "artillery", "warplanes", "jets", "helicopters"}  # of whoever the sentence names
_SHORT_NAMES = {"army", "military", "police", "navy", "air force", "gendarmerie", "coast guard", "national guard"}
_RANKS = {"constable", "constables", "trooper", "troopers", "jawan", "jawans", "gendarme", "gendarmes"}
_GENERAL_POLICE = {"state police", "federal police", "national police"}
_OCCUPIED = {"PSE": "ISR"}  # Palestine has no army: soldiers there are those of Israel
_BRANCHES = {"border", "reserve", "mobile", "traffic", "railway", "tourist", "local", "village", "military", "special",
             "commando", "auxiliary", "frontier", "coastal"}  # fmt: skip
_OF_THE_LAND = {"government", "governmental", "regime", "junta", "federal", "state", "loyalist", "national"}


@dataclass(slots=True)
class _Named:
    key: Key
    force: Force


def attach_generic(
    context: Context, scene: Scene, named: dict[Key, Force], unnamed: list[tuple[Candidate, GenericActor | None]]
) -> None:
    """Adds each unnamed actor to the force that covers it, or as a row of its own (one per kind of actor)."""
    forces = [_Named(key, force) for key, force in named.items()]
    rows: dict[Key, Force] = {}
    written = {scene.p.slice(c.first, c.last).lower() for c, _ in unnamed}
    before: Candidate | None = None
    for c, actor in unnamed:
        said_of, before = before, c
        if actor is None and (other := _glossed(context, scene, c)) is not None:
            _add(context, other, c)
            continue
        if actor is None and _is_anothers(scene, c):
            armed = [n.force for n in forces if n.force.kind != "command"]
            own = [f for f in armed if f.actor_type in STATES or f.kind == "army"]
            if (side := last_before(scene, own, c)) is not None:
                _add(context, side, c)
            continue
        if actor is None or _is_the_states(c):
            cover = linked_force(context, c) or _covering_state(scene, c, forces) or _covering_row(c, rows)
        else:
            cover = linked_force(context, c) or covering_group(scene, c, actor, [n.force for n in forces])
            cover = cover or same_attackers(scene, c, actor, rows)
        if cover is None and said_of is not None and actor is not None and is_said_of(scene, said_of, c):
            cover = rows.get(said_of.key)
            if cover is not None:
                rows.setdefault(c.key, cover)
        if cover is None:
            cover = rows.get(c.key)
        if cover is None and not is_class(scene, c, [n.force for n in forces]):
            rows[c.key] = _row(context, scene, c, written)
        elif cover is not None:
            _add(context, cover, c)


def _is_the_states(c: Candidate) -> bool:
    """ "Pro-regime forces", "pro-government troops": the state's own by another word."""
    return c.key[0] == "generic" and c.actor_type == "state forces"


def _glossed(context: Context, scene: Scene, c: Candidate) -> Force | None:
    """ "Gendarmes, or military police, were sent": the same men, explained."""
    p = scene.p
    if c.first < 3 or p.lower[c.first - 1] != "or" or p.word[c.first - 2] != ",":
        return None
    force = context.force_at.get(c.first - 3)
    return force if force is not None and force.actor_type in STATES else None


def _is_anothers(scene: Scene, c: Candidate) -> bool:
    """ "His troops", "our forces": those of whoever speaks or was named before, no force of their own."""
    p = scene.p
    return any(p.tag[i] == "PRP$" for i in p.children[c.head] if i < c.head) or p.lower[c.first - 1] == "own"


def _covering_state(scene: Scene, c: Candidate, forces: list[_Named]) -> Force | None:
    """The named state force that a bare "the army", "troops", "police" stands for: that of the report's country, or
    the one named last before it."""
    service = "military" if _is_the_states(c) else c.key[2]
    states = [n for n in forces if n.force.actor_type in STATES]
    if service in _MILITARY and (unit := _unit_before(scene, c, [n.force for n in states])) is not None:
        return unit
    same = [n.force for n in states if n.key[0] == "service" and n.key[2] == service]
    if service in _SECURITY:  # "the defence and security forces" that were named with their nation
        same += [n.force for n in states if n.force.kind == service and "security" in n.force.name.lower().split()]
    if service in _MILITARY | _SECURITY:
        same += [n.force for n in states if n.force.kind == "army" and n.force not in same]
    elif service == "police":
        same += [n.force for n in states if _is_general_police(n.force) and n.force not in same]
    else:
        same += [n.force for n in states if _does_the_same(n.force, service) and n.force not in same]
    if scene.p.lower[c.first] in _ARMS:
        a, b = scene.p.sents[scene.p.sent[c.first]]
        beside = [n.force for n in states if any(a <= m.head < b for m in n.force.mentions)]
        if beside:
            return last_before(scene, beside, c) or beside[0]
    here = _OCCUPIED.get(scene.country, "") if service in _MILITARY | {"border guard"} else ""
    home = [f for f in same if f.country in (scene.country, here) or not f.country]
    if not scene.country and not home:
        home = same
    if service == "army":  # among the army and the armed forces as a whole
        home = [f for f in home if "army" in f.name.lower().split()] or home
    if home:
        return last_before(scene, home, c) or home[0]
    if scene.p.lower[c.last] in _RANKS:  # "head constable" of the reserve guard that was named
        return last_before(scene, [n.force for n in states if n.force.kind in ("police", "gendarmerie")], c)
    if service == "paramilitary forces" and is_definite(scene, c):
        return last_before(scene, [n.force for n in states], c)  # "the paramilitary force" that was named
    of_the_land = set(scene.p.lower[c.first : c.last + 1]) & _OF_THE_LAND
    if scene.country and not of_the_land and service in _MILITARY and (side := _army_just_named(scene, c, same)):
        return side
    if scene.country and (of_the_land or not is_definite(scene, c)):
        return None
    if service in _MILITARY and scene.p.lower[c.last] in ("troops", "soldiers", "forces"):
        same = same or [n.force for n in states if n.force.kind in ("coalition", "peacekeepers")]
    return last_before(scene, same, c)


def _army_just_named(scene: Scene, c: Candidate, armies: list[Force]) -> Force | None:
    """ "One soldier was injured" right after "the Israeli army said": theirs, where the report names no other army."""
    p = scene.p
    if len(armies) != 1:
        return None
    near = (m for m in armies[0].mentions if m.head < c.first and p.paragraph[c.first] - p.paragraph[m.head] <= 1)
    return armies[0] if any(near) else None


def _unit_before(scene: Scene, c: Candidate, states: list[Force]) -> Force | None:
    """ "The troops" after "elements of the 25 Brigade": those of the brigade, where it was named last and close by."""
    p = scene.p
    if p.lower[c.last] not in ("troops", "soldiers") or not is_definite(scene, c) or c.first != c.last:
        return None
    own = [f for f in states if f.kind in ("unit", "army")]
    last = last_before(scene, own, c)
    if last is None or last.kind != "unit":
        return None
    near = any(m.head < c.first and p.paragraph[c.first] - p.paragraph[m.head] <= _CLOSE for m in last.mentions)
    return last if near else None


def _does_the_same(force: Force, service: str) -> bool:
    """Is the named force of this service, by its kind or its name ("Israel Border Police" of the border guard)?"""
    first = service.split()[0]
    return force.kind == service or (first in _BRANCHES and first in force.name.lower().split())


def _is_general_police(force: Force) -> bool:
    """Is the force the police that "police" means, none of its branches ("Border Police", "Reserve Police Force")?"""
    words = set(force.name.lower().replace("-", " ").split())
    return force.kind == "police" and "police" in words and not words & _BRANCHES


def _covering_row(c: Candidate, rows: dict[Key, Force]) -> Force | None:
    """ "Troops" after "the army", "law enforcement" after "police": one row where nothing is named."""
    service = "military" if _is_the_states(c) else c.key[2]
    if service == "police" and c.first == c.last:  # "the police" after "state police"
        police = [f for k, f in rows.items() if k[0] == "service" and k[2] in _GENERAL_POLICE]
        return police[0] if len(police) == 1 else None
    if service in _MILITARY | _SECURITY:
        return next((f for k, f in rows.items() if k[0] == "service" and k[2] in _MILITARY | _SECURITY), None)
    return None


def _row(context: Context, scene: Scene, c: Candidate, written: set[str]) -> Force:
    """A row for the unnamed actor, under a word that the text uses for it."""
    p = scene.p
    inside = c.key[0] == "service" and c.name in p.lower[c.first : c.last + 1]  # "army" of "Army soldier"
    name = c.name if c.name in written or len(c.key) > 3 or inside else p.slice(c.first, c.last)
    name = name[0].lower() + name[1:] if c.first in {a for a, _ in p.sents} and len(c.key) < 3 else name
    mention = Mention(c.first, c.last, p.start[c.first], p.end[c.last], c.head)
    country = c.country or (scene.country if c.actor_type == "state forces" else "")
    force = Force(
        mention.start, mention.end, name, p.text[mention.start : mention.end], [mention], kind=c.kind,
        actor_type=c.actor_type, country=country, generic=True, reasons=[c.reason],
    )  # fmt: skip
    context.forces.append(force)
    for i in range(c.first, c.last + 1):
        context.force_at[i] = force
    return force


def _add(context: Context, force: Force, c: Candidate) -> None:
    p = context.parse
    mention = Mention(c.first, c.last, p.start[c.first], p.end[c.last], c.head)
    force.mentions.append(mention)
    force.mentions.sort(key=lambda m: m.start)
    written = p.slice(c.first, c.last)
    if (
        force.actor_type in STATES
        and not force.generic
        and c.key[0] == "service"
        and c.key[2] in _SHORT_NAMES
        and written.lower() == c.key[2]
    ):
        force.aliases += [written] if written not in force.aliases else []  # "the Army" is short for its full name
    known = {w.lower() for w in (force.name, force.mention, *force.aliases)}
    if force.generic and c.head == c.last and p.lower[c.last] not in POSTS and written.lower() not in known:
        force.aliases.append(written)
    for i in range(c.first, c.last + 1):
        context.force_at.setdefault(i, force)
