"""Which namings are the same force: one key for "Iraqi army", "the Army of Iraq" and the listed Iraqi Army, for
"Russian forces" and "the Russian military", for "West Virginia State Police" and "State Police"."""

from __future__ import annotations

from functools import cache

from ...read.knowledge import knowledge, listed
from ..words.phrases import fold_phrase
from .candidates import Candidate
from .kinds import ARMS, WHOLE
from .known_forces import KnownForce, known_forces
from .missions import body_of
from .nations import usual_adjective
from .units import unit_key

Key = tuple[str, ...]
_MILITARY = "military"
_LOOSE = {"military", "troops", "soldiers", "soldier", "forces"}
_SEVERAL = 3
_BODIES = {"department", "force", "forces", "service", "command", "officers", "division"}


@cache
def _by_name() -> dict[Key, KnownForce]:
    """Known forces by the folded names that they go by."""
    out: dict[Key, KnownForce] = {}
    for row in knowledge("forces"):
        for name in [row["force"], *listed(row["aliases"])]:
            out.setdefault(fold_phrase(name), known_forces()[row["force"]])
    return out


@cache
def _armies() -> dict[str, list[KnownForce]]:
    """The listed armies and armed forces of each state."""
    out: dict[str, list[KnownForce]] = {}
    for force in known_forces().values():
        if force.kind == "army" and force.actor_type == "state forces" and force.country:
            out.setdefault(force.country, []).append(force)
    return out


def _armed_forces(country: str) -> KnownForce | None:
    """The listed armed forces of a state as a whole: its only army, or the only one that is no part of another."""
    armies = _armies().get(country, [])
    whole = [f for f in armies if not f.parent] or armies
    return whole[0] if len(whole) == 1 else None


def join(candidates: list[Candidate]) -> dict[Key, list[Candidate]]:
    """The candidates by the force that they name."""
    groups: dict[Key, list[Candidate]] = {}
    for c in candidates:
        groups.setdefault(_key(c), []).append(c)
    _join_aircraft(groups)
    _part_many(groups)
    _join_missions(groups)
    _join_branches(groups)
    _join_spellings(groups)
    _join_whole(groups)
    _join_short_names(groups)
    for members in groups.values():
        members.sort(key=lambda c: c.first)
    return groups


def _key(c: Candidate) -> Key:
    if c.key[0] == "known":
        return c.key
    if found := _by_name().get(fold_phrase(c.name)):
        return ("known", found.name)
    if c.key[0] == "service" and c.key[2] == _MILITARY and (whole := _armed_forces(c.key[1])) is not None:
        return ("known", whole.name)
    return ("named", *unit_key(c.key[1:])) if c.key[0] == "named" else c.key


def _part_many(groups: dict[Key, list[Candidate]]) -> None:
    """ "Israeli forces" of a report that names the army, the police and the secret service are all of them."""
    for key in [k for k in groups if k[0] == "known"]:
        loose = [c for c in groups[key] if c.key[0] == "service" and c.key[2] == _MILITARY]
        country = groups[key][0].country
        others = [k for k, cs in groups.items() if k != key and _is_branch(cs[0], country) and k[0] == "known"]
        if loose and len(loose) < len(groups[key]) and len(others) + 1 >= _SEVERAL:
            groups[key] = [c for c in groups[key] if c not in loose]
            several = ("service", country, "security forces")
            groups[loose[0].key] = loose + groups.pop(several, [])


def _join_aircraft(groups: dict[Key, list[Candidate]]) -> None:
    """ "Israeli warplanes" are the Israeli military, where the report names it: aircraft are no force of their own."""
    for key in [k for k, cs in groups.items() if all(_is_aircraft(c) for c in cs)]:
        country = groups[key][0].country
        owners = [k for k, cs in groups.items() if k != key and _is_branch(cs[0], country) and _flies(k, cs)]
        commands = [k for k, cs in groups.items() if k[0] == "known" and cs[0].kind == "command" and "Command" in k[1]]
        owners = owners or [k for k in commands if groups[k][0].country == country]
        if owners:
            groups[owners[0]] += groups.pop(key)


def _is_aircraft(c: Candidate) -> bool:
    """Only the aircraft or the strikes of a nation: "US air strikes" are those of the command that the report names."""
    if c.reason.kind == "trigger":
        return True
    return c.key[0] == "service" and c.kind == "air force" and "owner" in c.reason.note


def _flies(key: Key, members: list[Candidate]) -> bool:
    """May the army have the aircraft: the armed forces as a whole, not the land army beside them?"""
    whole = _armed_forces(members[0].country)
    return members[0].kind == "army" and (
        key[-1] != "army" if key[0] != "known" else whole is None or key[1] == whole.name
    )


def _join_missions(groups: dict[Key, list[Candidate]]) -> None:
    """ "The UN peacekeepers" are the one mission of the United Nations that the report names."""
    for key in [k for k in groups if k[0] == "mission"]:
        missions = [k for k in groups if k[0] == "known" and body_of(k[1]) == key[1]]
        if len(missions) == 1:
            groups[missions[0]] += groups.pop(key)


def _join_branches(groups: dict[Key, list[Candidate]]) -> None:
    """A nation's "military", "forces", "troops" are its army, unless the report lists several of its branches: then
    they are the armed forces as a whole."""
    loose = [k for k in groups if _is_loose(k, groups[k])]
    for key in sorted(loose, key=lambda k: not _is_called_army(groups[k][0])):
        country = groups[key][0].country
        branches = [k for k, cs in groups.items() if k != key and _is_branch(cs[0], country)]
        armies = [k for k in branches if groups[k][0].kind == "army"]
        if len(armies) == 1 and len(branches) < _SEVERAL:
            groups[armies[0]] += groups.pop(key)


def _join_whole(groups: dict[Key, list[Candidate]]) -> None:
    """ "The Armed Forces" are those of the nation whose army or forces the report names, where it names but one."""
    if (key := ("named", *WHOLE)) not in groups:
        return
    other = [k for k, cs in groups.items() if k[0] != "named" and cs[0].kind == "army"]
    whole = [k for k in other if _is_branch(groups[k][0], groups[k][0].country)]
    if len(whole) == 1:
        groups[whole[0]] += groups.pop(key)


def _is_loose(key: Key, members: list[Candidate]) -> bool:
    """Named by nothing but "military", "forces", "troops" and the like."""
    military = [c for c in members if c.key[0] == "service" and c.key[2] == _MILITARY]
    return len(military) == len(members) or (
        key[0] == "known" and all(c in military or _is_loosely_named(c) for c in members)
    )


def _is_loosely_named(c: Candidate) -> bool:
    state = c.kind == "army" and c.actor_type == "state forces"
    return state and "armed" not in c.words and (bool(set(c.words) & _LOOSE) or _is_called_army(c))


def _is_called_army(c: Candidate) -> bool:
    """ "The Turkish army": by its name the branch is the Land Forces, but so writes whoever means all of them."""
    return "army" in c.words and "army" not in c.name.lower()


def _is_branch(c: Candidate, country: str) -> bool:
    return c.country == country and c.actor_type == "state forces" and c.kind != "command"


def _join_short_names(groups: dict[Key, list[Candidate]]) -> None:
    """A name that ends, or but for "Department" begins, a longer one of the report is short for it."""
    named = sorted((k for k in groups if k[0] == "named"), key=len)
    for n, short in enumerate(named):
        words = short[1:]
        longer = [k for k in named[n + 1 :] if len(k) > len(short) and _is_short_for(words, k[1:])]
        longer = [k for k in longer if not any(_is_of(c, words) for c in groups[k])]
        longer = longer or [k for k in groups if k[0] in ("known", "service") and _ends_name(words, groups[k])]
        if len(longer) == 1 and len(words) >= 2:
            groups[longer[0]] += groups.pop(short)


def _is_of(c: Candidate, short: Key) -> bool:
    """ "The Joint Command of the Armed Forces" is a body of the armed forces, not they by a longer name."""
    name = " " + c.name.lower()
    return name.endswith((" of " + " ".join(short), " of the " + " ".join(short)))


def _join_spellings(groups: dict[Key, list[Candidate]]) -> None:
    """ "Civil Guards" are the Civil Guard that the report names, "the 6th Division" is its 6th Infantry Division."""
    for key in [k for k in groups if k[0] == "named" and len(k) > 2]:
        same = [k for k in groups if k != key and k[0] == "named" and _is_same_unit(key[1:], k[1:])]
        if len(same) == 1:
            groups[same[0]] += groups.pop(key)


def _is_same_unit(plain: Key, full: Key) -> bool:
    """A plural of the other name, or the number and noun of it without its arm."""
    if plain[-1] == full[-1] + "s" and plain[:-1] == full[:-1]:
        return True
    return len(plain) == 2 and plain[-1].isdigit() and plain == full[-2:] and set(full[:-2]) <= ARMS


def _ends_name(short: Key, members: list[Candidate]) -> bool:
    """Does the report write the force as its nation and the short name: "Afghan Special Forces"?"""
    nation = usual_adjective(members[0].country).lower() if members[0].country else ""
    return any(c.words == (nation, *short) for c in members)


def _is_short_for(short: Key, long: Key) -> bool:
    if long[-len(short) :] == short:
        return True
    return long[: len(short)] == short and set(long[len(short) :]) <= _BODIES
