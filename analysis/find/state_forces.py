"""Forces of states by pattern: a nation and a service ("the Iraqi army", "Nigeria's military", "Russian warplanes"),
a service alone ("the army", "federal police"), and states that strike ("Turkey bombed")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..read.knowledge import knowledge
from ..read.language import Parse
from .force_candidates import Candidate, Scene
from .generic_actors import is_former
from .nations import Nation, usual_adjective
from .phrases import Phrases
from .records import Reason

_MODIFIERS = {
    "national", "federal", "local", "government", "regime", "occupation", "occupying", "state", "special", "elite",
    "regular", "joint", "ground", "paramilitary", "royal", "allied", "armed", "military", "security", "invading",
    "arab", "democratic", "people", "revolutionary", "islamic", "defense", "defence", "naval", "air", "combat", "army",
    "loyalist", "proxy", "colonial", "counter-terrorism", "counterterrorism", "anti-terrorism", "republican",
}  # fmt: skip
_PLACES_OF_SERVICE = {
    "station", "stations", "academy", "college", "school", "hospital", "cemetery", "day", "training", "report",
    "reports", "sources", "source", "chief", "chiefs", "commander", "commanders", "spokesman", "spokesperson",
    "spokeswoman", "statement", "court", "courts", "council", "rule", "junta", "government", "operation", "operations",
    "coup", "intervention", "action", "solution", "aid", "equipment", "hardware", "uniform", "uniforms", "fatigues",
    "custody", "investigation", "record", "records", "general", "captain", "colonel", "major", "doctrine", "ruler",
    "leader", "leaders", "zone", "service", "budget", "prosecutor", "prosecutors", "analyst", "expert", "experts",
    "campaign", "brutality", "headquarters", "radio", "veterans", "veteran", "reform", "presence", "exercise",
    "exercises", "cooperation", "activity", "activities", "wing", "support", "assistance", "power", "might", "buildup",
    "build-up", "superintendent", "inspector", "director", "clearance",
}  # fmt: skip
_STRIKES = {
    "bomb", "shell", "strike", "bombard", "invade", "raid", "target", "attack", "hit", "pound", "pummel", "airstrike",
    "retaliate", "fire", "launch", "down", "intercept", "capture", "seize", "deploy",
}  # fmt: skip
_STRIKE_NOUNS = {
    "strike", "strikes", "airstrike", "airstrikes", "air", "shelling", "bombing", "bombings", "bombardment",
    "bombardments", "drone", "drones", "raid", "raids", "missile", "missiles", "artillery", "attack", "attacks",
    "rocket", "rockets", "invasion", "offensive", "incursion", "fire", "mortar", "shells", "gunfire", "assault",
}  # fmt: skip
_LED = {"coalition", "alliance", "forces", "force", "troops"}
_AMBIGUOUS_VERBS = {"target", "attack", "hit", "fire", "launch", "down", "strike", "capture", "seize", "deploy"}
_WEAPONS = {
    "strike", "strikes", "airstrike", "airstrikes", "raid", "raids", "missile", "missiles", "attack", "attacks",
    "rocket", "rockets", "offensive", "operation", "drone", "drones", "shell", "shells", "bomb", "bombs", "invasion",
    "assault", "troops", "incursion", "territory", "town", "city", "village", "villages", "positions", "targets",
    "forces", "camp", "camps", "base", "bases", "militants", "fighters",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Service:
    service: str
    kind: str
    alone: bool  # may stand without a nation

    @property
    def actor_type(self) -> str:
        return "external forces" if self.kind in ("coalition", "peacekeepers") else "state forces"


@cache
def _services() -> Phrases[Service]:
    return Phrases(
        (row["phrase"], Service(row["service"], row["kind"], row["alone"] == "state")) for row in knowledge("services")
    )


def find_services(scene: Scene) -> Iterator[Candidate]:
    """Every service of a state, with its nation where the text gives one."""
    atoms, k = scene.atoms, 0
    phrases = _services()
    while k < len(atoms.atom):
        step = 1
        for n, values in phrases.at(atoms, k):
            first, last = atoms.token[k], atoms.token[k + n - 1]
            candidate = _service(scene, first, last, values[0])
            if candidate is not None:
                yield candidate
                yield from _coordinated(scene, candidate)
                step = n
                break
        k += step


def _service(scene: Scene, first: int, last: int, service: Service) -> Candidate | None:
    p = scene.p
    if p.sent[first] != p.sent[last] or last in scene.persons or _is_only_an_epithet(p, last) or is_former(p, first):
        return None
    start, nation = _nation_before(scene, first)
    end = last
    if nation is None and (after := _nation_after(scene, last)) is not None:
        nation, end = after, after.last
    if nation is None:
        if not service.alone or (p.lower[first] == p.lemma[first] == "military" and p.tag[last] == "JJ"):
            return None
        if first and p.word[first - 1].endswith(("-backed", "-aligned")):
            return None
        reason = Reason("pattern", f"service of the state: {service.service}", p.start[first], p.end[last])
        return Candidate(
            first, last, last, service.service, ("service", "", service.service), service.kind, service.actor_type,
            generic=True, rank=3, reason=reason,
        )  # fmt: skip
    name = f"{usual_adjective(nation.iso3)} {service.service}"
    reason = Reason("pattern", f"nation {nation.country} and service {service.service}", p.start[start], p.end[end])
    return Candidate(
        start, end, last, name, ("service", nation.iso3, service.service), service.kind, service.actor_type,
        country=nation.iso3, rank=1, reason=reason,
    )  # fmt: skip


def _coordinated(scene: Scene, c: Candidate) -> Iterator[Candidate]:
    """The other nations of "Mozambican and Rwandan forces", "Russian, Syrian and Iranian troops"."""
    p, at = scene.p, c.first - 1
    while c.country and at > 0 and p.lower[at] in ("and", ",", "or", "&") and (nation := scene.nations.get(at - 1)):
        if nation.form != "adjective" or p.sent[nation.first] != p.sent[c.first]:
            return
        service = c.key[2]
        reason = Reason(
            "pattern",
            f"nation {nation.country}, joined to {p.slice(c.first, c.last)}",
            p.start[nation.first],
            c.reason.end,
        )
        yield Candidate(
            nation.first, nation.last, nation.last, f"{usual_adjective(nation.iso3)} {service}",
            ("service", nation.iso3, service), c.kind, c.actor_type, country=nation.iso3, rank=1, reason=reason,
        )  # fmt: skip
        at = nation.first - 1


def _is_only_an_epithet(p: Parse, last: int) -> bool:
    """ "military operation", "police station", "army chief": the word describes something that is no force."""
    after = last + 1
    if after >= len(p) or p.sent[after] != p.sent[last]:
        return False
    if p.tag[last] == "JJ" and p.head[last] > last and p.lower[p.head[last]] not in ("post", "convoy", "patrol"):
        return True
    return p.lower[after] in _PLACES_OF_SERVICE and p.tag[after].startswith("NN")


def _nation_before(scene: Scene, first: int) -> tuple[int, Nation | None]:
    """The nation's adjective, or its name with 's, before the service and its modifiers."""
    p, i = scene.p, first - 1
    while i >= 0 and p.sent[i] == p.sent[first] and (p.lower[i] in _MODIFIERS or p.word[i] == "-"):
        i -= 1
    if i < 0 or p.sent[i] != p.sent[first]:
        return first, None
    if p.lower[i] in ("'s", "'") and i > 0 and (nation := scene.nations.get(i - 1)) and nation.form == "name":
        return i + 1, nation
    nation = scene.nations.get(i)
    if nation is None or nation.last != i:
        return first, None
    if nation.form == "name" and i + 1 != first and p.lower[i + 1] not in _MODIFIERS:
        return first, None
    before = nation.first - 1
    if before >= 0 and p.lower[before].endswith(("pro-", "anti-")):
        return first, None
    return nation.first, nation


def _nation_after(scene: Scene, last: int) -> Nation | None:
    """ "the armed forces of Mali"."""
    p = scene.p
    if last + 2 >= len(p) or p.lower[last + 1] != "of":
        return None
    at = last + 3 if p.lower[last + 2] == "the" and last + 3 < len(p) else last + 2
    nation = scene.nations.get(at)
    if nation is None or nation.form != "name" or nation.first != at or nation.last + 1 in scene.known:
        return None
    return None if at in scene.known else nation


def find_coalitions(scene: Scene) -> Iterator[Candidate]:
    """Coalitions by the nation that leads them: "the Saudi-led military coalition"."""
    p = scene.p
    for i, nation in scene.nations.items():
        at = nation.last + 1
        if i != nation.first or at + 2 >= len(p) or p.word[at] != "-" or p.lower[at + 1] != "led":
            continue
        noun = next((j for j in range(at + 2, min(at + 6, len(p))) if p.lower[j] in _LED), None)
        if noun is None or p.sent[noun] != p.sent[i]:
            continue
        reason = Reason("pattern", f"led by {nation.country}", p.start[nation.first], p.end[noun])
        yield Candidate(
            nation.first, noun, noun, f"{p.slice(nation.first, at + 1)} coalition", ("coalition", nation.iso3),
            "coalition", "external forces", rank=1, reason=reason,
        )  # fmt: skip


def find_striking_states(scene: Scene) -> Iterator[Candidate]:
    """States that strike: the subject of a verb of striking, or the owner of a strike ("an Israeli airstrike")."""
    p = scene.p
    for i, nation in scene.nations.items():
        if i != nation.first:
            continue
        noun = _strike(p, nation) if nation.form == "adjective" else _strikes(p, nation)
        if noun is None:
            continue
        reason = Reason("trigger", f"{nation.country} strikes: {p.word[noun]}", p.start[noun], p.end[noun])
        yield Candidate(
            nation.first, nation.last, nation.last, nation.country, ("service", nation.iso3, "military"), "army",
            "state forces", country=nation.iso3, rank=2, reason=reason,
        )  # fmt: skip


def _strike(p: Parse, nation: Nation) -> int | None:
    """The strike that the adjective describes: "Israeli air strikes", "Turkish drone strike"."""
    i, struck = nation.last + 1, None
    while i < len(p) and p.sent[i] == p.sent[nation.last] and i <= nation.last + 4:
        if p.lower[i] in _STRIKE_NOUNS:
            struck = i
        elif p.lower[i] not in (
            "military",
            "suspected",
            "-",
            "cross",
            "border",
            "cross-border",
            "naval",
            "heavy",
            "new",
        ):
            break
        i += 1
    if struck is None or (p.lower[struck] in ("air", "drone", "fire") and p.dep[struck] in ("amod", "compound")):
        return None
    return struck


def _strikes(p: Parse, nation: Nation) -> int | None:
    """The verb of striking whose subject the country's name is, or the strike that it owns."""
    head_token = nation.last
    verb = p.head[head_token]
    if p.dep[head_token] == "nsubj" and p.lemma[verb] in _STRIKES:
        if p.lemma[verb] in _AMBIGUOUS_VERBS:
            below = [c for c in range(verb, min(p.right[verb] + 1, len(p))) if p.lower[c] in _WEAPONS]
            return verb if below else None
        return verb
    if p.dep[head_token] == "poss":
        noun = p.head[head_token]
        if p.lower[noun] in _STRIKE_NOUNS - {"fire", "drone", "drones", "air", "missile", "missiles"}:
            return noun
    return None
