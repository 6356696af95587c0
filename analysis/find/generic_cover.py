"""Unnamed actors and the named bodies that cover them: "the militants" of a report on ISIS are ISIS, "gunmen" that
nobody has identified are a row of their own."""

from __future__ import annotations

from .context import Context
from .force_candidates import Candidate, Scene
from .generic_actors import GenericActor
from .records import Force, Mention

_MILITARY = {"army", "military", "security forces", "special forces"}
_HOSTILE = {"rebel group", "political militia", "identity militia"}
_DEFINITE = {"the", "these", "those", "this", "that", "its", "their"}


def attach_generic(
    context: Context,
    scene: Scene,
    named: dict[tuple[str, ...], Force],
    unnamed: list[tuple[Candidate, GenericActor | None]],
) -> None:
    """Adds each unnamed actor to the force that covers it, or as a row of its own (one per kind of actor)."""
    rows: dict[tuple[str, ...], Force] = {}
    forces = list(named.items())
    for c, actor in unnamed:
        cover = _covering_state(scene, c, forces) if actor is None else _covering_group(scene, c, actor, forces)
        if cover is None:
            cover = rows.get(c.key)
        if cover is None:
            cover = rows[c.key] = _row(context, scene, c)
        else:
            _add(context, cover, c)


def _covering_state(scene: Scene, c: Candidate, forces: list[tuple[tuple[str, ...], Force]]) -> Force | None:
    """The named state force that a bare "the army", "troops", "police" stands for."""
    service = c.key[2]
    states = [(k, f) for k, f in forces if f.actor_type in ("state forces", "external forces")]
    same = [f for k, f in states if (k[0] == "service" and k[2] == service) or (f.kind == c.kind and service == c.kind)]
    if not same and service in _MILITARY:
        same = [f for k, f in states if f.kind == "army" or (k[0] == "service" and k[2] in _MILITARY)]
    home = [f for f in same if f.country == scene.country]
    if len(home or same) == 1:
        return (home or same)[0]
    before = [f for f in home or same if f.start < scene.p.start[c.first]]
    return max(before, key=lambda f: max(m.start for m in f.mentions if m.start < scene.p.start[c.first]), default=None)


def _covering_group(
    scene: Scene, c: Candidate, actor: GenericActor, forces: list[tuple[tuple[str, ...], Force]]
) -> Force | None:
    """The named group that an unnamed hostile actor stands for: the one named last before it."""
    p = scene.p
    if actor.side == "unarmed":
        return None
    definite = any(p.lower[i] in _DEFINITE for i in p.children[c.head] if i < c.head)
    groups = [f for _, f in forces if f.actor_type in _HOSTILE]
    before = [f for f in groups if f.start < p.start[c.first]]
    if actor.side == "unknown" and not (definite and before):
        return None
    if not before:
        return groups[0] if len(groups) == 1 and actor.actor_type == "rebel group" else None
    return max(before, key=lambda f: max(m.start for m in f.mentions if m.start < p.start[c.first]))


def _row(context: Context, scene: Scene, c: Candidate) -> Force:
    p = scene.p
    mention = Mention(c.first, c.last, p.start[c.first], p.end[c.last], c.head)
    text = p.text[mention.start : mention.end]
    country = scene.country if c.actor_type == "state forces" else ""
    force = Force(
        mention.start, mention.end, c.name, text, [mention], kind=c.kind, actor_type=c.actor_type, country=country,
        generic=True, reasons=[c.reason],
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
    text = p.text[mention.start : mention.end]
    if (
        not force.generic
        and text not in (force.name, force.mention, *force.aliases)
        and p.word[c.first][0].isupper()
        and c.first not in {a for a, _ in p.sents}
    ):
        force.aliases.append(text)
    if mention.start < force.start:
        force.start, force.end = mention.start, mention.end
        force.mention = text
    for i in range(c.first, c.last + 1):
        context.force_at.setdefault(i, force)
