"""The forces of a document: one record per armed body, with every mention of it.

Namings come from four sources, the surest first: names that knowledge/forces.csv lists, services of a nation, names
with a telling head noun, and unnamed actors. Namings of one body are joined; an unnamed actor is a row of its own only
where no named body covers it.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..context import Context
from ..places.frames import framed
from ..records import Force, Mention, Reason
from ..words.phrases import Atoms
from .actor_types import actor_type_here, has_come_to_power, report_countries
from .branches import branches, find_local_forces
from .candidates import Candidate, Scene, element_head
from .generic_actors import find_generic
from .generic_cover import attach_generic
from .group_cues import find_cued
from .joining import join
from .known_forces import KnownForce, Match, Naming, decide, extend_to_brackets, find_known, known_forces
from .loyal import find_loyal
from .missions import find_missions
from .named_forces import find_named
from .nations import find_nations
from .parents import find_parents
from .state_forces import find_services
from .strikes import find_coalitions, find_sharing_states, find_striking_states
from .unit_lists import find_unit_lists


def find_forces(context: Context) -> None:
    """Adds the forces of the document to the context."""
    p = context.parse
    atoms = Atoms.of(p)
    scene = Scene(p, atoms, find_nations(p, atoms), _sure_persons(context))
    matches = extend_to_brackets(p, list(find_known(p, atoms)))
    strong = [n.force for m in matches for n in m.namings if not n.weak]
    scene.country, scene.countries = report_countries(scene, strong)
    known = [_known_candidate(scene, *chosen) for chosen in decide(p, matches, scene.country, scene.countries)]
    scene.known = {i: c for c in known for i in range(c.first, c.last + 1)}
    services = list(find_services(scene))
    states = [*(c for c in services if not c.generic), *find_coalitions(scene), *find_striking_states(scene),
              *find_sharing_states(scene), *find_missions(scene), *find_loyal(scene)]  # fmt: skip
    telling = [c for c in find_named(scene) if not framed(p, c.first, c.last)]
    shaped = [b for c in [*telling, *find_cued(scene)] for b in branches(scene, c)]
    named = [*known, *states, *find_local_forces(scene), *find_unit_lists(scene), *shaped]
    chosen = _longest([c for c in named if not _is_person(scene, c)])
    chosen += _acronyms(scene, chosen)
    _release_persons(context, chosen)
    forces = {
        key: _record(context, scene, members, known_forces().get(key[1]) if key[0] == "known" else None)
        for key, members in join(chosen).items()
    }
    unnamed = _longest([*((c, None) for c in services if c.generic), *find_generic(scene)], taken=chosen)
    attach_generic(context, scene, forces, unnamed)
    find_parents(context)
    context.forces.sort(key=lambda f: (f.start, f.end))


def _sure_persons(context: Context) -> set[int]:
    """The tokens of persons whom more shows to be persons than that they speak, as groups do too."""
    return {i for i, person in context.person_at.items() if any(r.note != "speaks" for r in person.reasons)}


def _release_persons(context: Context, chosen: list[Candidate]) -> None:
    """A name that proved to be a group's is no person's."""
    for c in chosen:
        for i in range(c.first, c.last + 1):
            person = context.person_at.get(i)
            whole = person is not None and all(m.first >= c.first and m.last <= c.last for m in person.mentions)
            if person is not None and (whole or all(r.note == "speaks" for r in person.reasons)):
                context.persons.remove(person)
                for mention in person.mentions:
                    for j in range(mention.first, mention.last + 1):
                        context.person_at.pop(j, None)


def _is_person(scene: Scene, c: Candidate) -> bool:
    if c.key[0] == "known" and c.last > c.first:
        return False  # "Dan Na Ambassagou", though Dan is a given name
    return all(i in scene.persons for i in range(c.first, c.last + 1))


def _known_candidate(scene: Scene, match: Match, naming: Naming, why: str) -> Candidate:
    f, p = naming.force, scene.p
    return Candidate(
        match.first, match.last, element_head(p, match.last), f.name, ("known", f.name), f.kind, f.actor_type,
        f.country, f.parent, reason=Reason("knowledge", f"{why} ({f.source})", p.start[match.first], p.end[match.last]),
        words=tuple(p.lower[match.first : match.last + 1]),
    )  # fmt: skip


def _longest(candidates: list, taken: Iterable[Candidate] = ()) -> list:
    """The candidates that do not overlap, longer ones first, then the surer source."""
    used = {i for c in taken for i in range(c.first, max(c.last, c.head) + 1)}
    kept = []
    of = lambda x: x[0] if isinstance(x, tuple) else x  # noqa: E731
    for item in sorted(candidates, key=lambda x: (of(x).first - of(x).last, of(x).rank, of(x).first)):
        c = of(item)
        span = range(c.first, c.last + 1)
        if used.isdisjoint(span):
            used.update(span)
            kept.append(item)
    return sorted(kept, key=lambda x: of(x).first)


def _acronyms(scene: Scene, chosen: list[Candidate]) -> list[Candidate]:
    """Acronyms that the text defines in brackets after a name: "the People's Front (PF)", and their later uses."""
    p = scene.p
    defined: dict[str, Candidate] = {}
    used = {i for c in chosen for i in range(c.first, c.last + 1)}
    for c in chosen:
        at = c.last + 2
        if at + 1 < len(p) and p.word[at - 1] == "(" and p.word[at + 1] == ")" and at not in used:
            word = p.word[at]
            if sum(ch.isupper() for ch in word) >= 2 and len(word) <= 12:
                defined.setdefault(word, c)
    if not defined:
        return []
    return [
        Candidate(
            i, i, element_head(p, i), d.name, d.key, d.kind, d.actor_type, d.country, d.parent,
            reason=Reason("pattern", f"{word}, defined in brackets", p.start[i], p.end[i]),
        )
        for i, word in enumerate(p.word)
        if i not in used and (d := defined.get(word))
    ]  # fmt: skip


def _record(context: Context, scene: Scene, members: list[Candidate], known: KnownForce | None) -> Force:
    first = members[0]
    best = next((c for c in members if c.rank <= 1), first)
    mentions = [_mention(context, c) for c in members]
    country = known.country if known else next((c.country for c in members if c.country), "")
    described = _is_described(members, best)
    force = Force(
        mentions[0].start, mentions[0].end, _name(context, best, known, described),
        context.document.text[mentions[0].start : mentions[0].end], mentions,
        kind=known.kind if known else best.kind, country=country,
        parent=_parent(best, known, described), reasons=[c.reason for c in members[:3]],
    )  # fmt: skip
    actor_type = known.actor_type if known else best.actor_type
    if has_come_to_power(force.name, context.document.published):
        actor_type = "state forces"
    force.actor_type = actor_type_here(actor_type, force.country, scene.country)
    written = [context.document.text[m.start : m.end] for m in mentions]
    force.aliases = [w for w in dict.fromkeys(written) if w not in (force.name, force.mention)]
    context.forces.append(force)
    for c in members:
        for i in range(c.first, max(c.last, c.head) + 1):
            context.force_at[i] = force
    return force


def _is_described(members: list[Candidate], best: Candidate) -> bool:
    """Does the report only say whose men they are: "Colombian troops", "Turkey bombed"?"""
    military = best.key[0] == "service" and best.key[2] == "military" and best.rank <= 1
    return military and all(c.key[0] == "service" for c in members)


def _name(context: Context, best: Candidate, known: KnownForce | None, described: bool) -> str:
    """The listed name; of a force that is only described, the report's words."""
    if described:
        return context.parse.slice(best.first, best.last)
    return known.name if known else best.name


def _parent(best: Candidate, known: KnownForce | None, described: bool) -> str:
    """The listed parent; of men who are only described, the armed forces that they belong to."""
    if described and known:
        return known.name
    return known.parent if known else best.parent


def _mention(context: Context, c: Candidate) -> Mention:
    p = context.parse
    return Mention(c.first, c.last, p.start[c.first], p.end[c.last], c.head)
