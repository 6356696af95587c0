"""Forces of states by pattern: a nation and a service ("the Iraqi army", "Nigeria's military", "Russian warplanes"),
a service alone ("the army", "federal police")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...read.knowledge import knowledge
from ...read.language import Parse
from ..records import Reason
from ..words.names import in_title_case, title_kind
from ..words.phrases import Phrases
from .candidates import POSTS, Candidate, Scene
from .generic_actors import is_former
from .nations import Nation, usual_adjective
from .strikes import in_others_hands

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
    "build-up", "area", "areas", "superintendent", "inspector", "director", "clearance",
}  # fmt: skip
_FIXED = {"station", "stations", "post", "posts", "base", "bases", "camp", "camps", "barracks", "outpost", "outposts",
          "checkpoint", "checkpoints", "garrison", "position", "positions", "detachment"}  # fmt: skip
_PLACE = 3  # tokens of a place's name
_LEAVING = {"withdraw", "pull", "remove", "evacuate", "expel", "oust", "drive", "push", "bring", "recall", "move"}
_ACTS = {"operation", "operations", "campaign", "action", "presence"}
_HITS = {
    "attack", "target", "hit", "storm", "raid", "shell", "bomb", "ambush", "strike", "destroy", "damage", "torch",
    "burn", "overrun", "capture", "seize", "fire", "throw", "detonate", "explode", "plant", "assault", "besiege",
    "loot", "ram", "explosion", "blast", "bombing", "shelling", "offensive", "launch", "hurl",
    "strafe", "set",
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
    if p.sent[first] != p.sent[last] or "," in p.word[first:last]:  # "in X village, police said"
        return None
    if last in scene.persons or _is_only_an_epithet(p, last) or is_former(p, first):
        return None
    start, nation = _nation_before(scene, first)
    end = last
    if nation is None and (after := _nation_after(scene, last)) is not None:
        nation, end = after, after.last
    if nation is None and (owner := _ministry_before(p, first)) is not None:
        return _of_ministry(scene, owner, last, service)
    if nation is None:
        mere = p.lower[first] == p.lemma[first] == "military" and p.tag[last] == "JJ"
        if not service.alone or (mere and p.lower[last + 1 : last + 2] and p.lower[last + 1] not in POSTS):
            return None
        if first and p.word[first - 1].endswith(("-backed", "-aligned")):
            return None
        reason = Reason("pattern", f"service of the state: {service.service}", p.start[first], p.end[last])
        start = _with_its_place(scene, first) if service.kind == "police" else first
        return Candidate(
            start, last, last, service.service, ("service", "", service.service), service.kind, service.actor_type,
            generic=True, rank=3, reason=reason,
        )  # fmt: skip
    if in_others_hands(p, last):
        return None
    name = f"{usual_adjective(nation.iso3)} {service.service}"
    owned = "owner of " if p.lower[last] in POSTS or p.lower[last].endswith(("planes", "jets", "ships")) else ""
    note = f"nation {nation.country} and {owned}service {service.service}"
    reason = Reason("pattern", note, p.start[start], p.end[end])
    return Candidate(
        start, end, last, name, ("service", nation.iso3, service.service), service.kind, service.actor_type,
        country=nation.iso3, rank=1, reason=reason,
    )  # fmt: skip


def _of_ministry(scene: Scene, owner: int, last: int, service: Service) -> Candidate:
    """The forces of a ministry, a body of their own: "Interior Ministry troops"."""
    p = scene.p
    name = p.slice(owner, last).replace("'s ", " ").replace("’s ", " ")
    before = owner - 2 if owner > 1 and p.lower[owner - 1] in ("'s", "’s") else owner - 1
    nation = scene.nations.get(before)
    reason = Reason("pattern", f"{service.service} of a ministry", p.start[owner], p.end[last])
    return Candidate(
        owner, last, last, name, ("service", "", name.lower()), "security forces", "state forces",
        country=nation.iso3 if nation else "", rank=1, reason=reason,
    )  # fmt: skip


def _ministry_before(p: Parse, first: int) -> int | None:
    """Where "the Interior Ministry's security forces" begin."""
    noun = first - 2 if p.lower[first - 1] in ("'s", "’s") else first - 1
    if (
        noun < 1
        or p.lower[noun] != "ministry"
        or p.sent[noun - 1] != p.sent[first]
        or not p.word[noun - 1][0].isalpha()
    ):
        return None
    return noun - 1 if p.tag[noun - 1].startswith(("NN", "JJ")) else None


def _with_its_place(scene: Scene, first: int) -> int:
    """Where "Kupwara police" begins: with the name of its place."""
    p, begin = scene.p, scene.p.sents[scene.p.sent[first]][0]
    start = first
    while (
        start > begin
        and first - start < _PLACE
        and p.tag[start - 1] == "NNP"
        and p.word[start - 1][0].isupper()
        and p.dep[start - 1] in ("compound", "nmod")
        and start - 1 not in scene.persons
        and start - 1 not in scene.nations
        and start - 1 not in scene.known
    ):
        start -= 1
    return first if in_title_case(p, p.sent[first]) else start


def _coordinated(scene: Scene, c: Candidate) -> Iterator[Candidate]:
    """The other nations of "Mozambican and Rwandan forces", "Russian, Syrian and Iranian troops"."""
    p, at = scene.p, c.first - 1
    while c.country and at > 0 and p.lower[at] in ("and", ",", "or", "&") and (nation := scene.nations.get(at - 1)):
        if p.sent[nation.first] != p.sent[c.first] or (nation.form != "adjective" and not _opens(p, nation.first)):
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


def _opens(p: Parse, i: int) -> bool:
    """Does the name of a country stand where a list of nations begins: "Belarus and Russian forces started"?"""
    return i == p.sents[p.sent[i]][0] or p.lower[i - 1] in (",", ":", "by", "between", "joint")


def _is_only_an_epithet(p: Parse, last: int) -> bool:
    """ "military operation", "police station", "army chief": the word describes something that is no force."""
    after = last + 1
    if last > 1 and p.lower[last - 1] == "of" and title_kind(p, last - 2):
        return True  # "the inspector general of police"
    if after >= len(p) or p.sent[after] != p.sent[last]:
        return False
    if p.lower[after] in POSTS:
        mobile = p.lower[after] not in _FIXED and p.tag[last].startswith("NN")
        return not mobile and not is_hit(p, after)
    if p.tag[last] == "JJ" and p.head[last] > last and p.lower[p.head[last]] not in POSTS:
        return True
    acts = p.lower[last] in ("police", "army", "navy", "gendarmerie") and p.lower[after] in _ACTS
    return p.lower[after] in _PLACES_OF_SERVICE and p.tag[after].startswith("NN") and not acts


def is_hit(p: Parse, i: int) -> bool:
    """Is the post or vehicle at i what an attack is on? Then so are those whom it belongs to."""
    if p.dep[i] in ("compound", "amod", "nmod") and p.lower[p.head[i]] in POSTS:
        i = p.head[i]
    above = p.head[i]
    if p.dep[i] in ("dobj", "nsubjpass"):
        return p.lemma[above] in _HITS
    if p.dep[i] == "pobj" and p.lower[above] in ("on", "at", "against", "to", "near", "by", "of"):
        return p.lemma[p.head[above]] in _HITS
    return False


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
    if last + 2 >= len(p) or p.lower[last + 1] not in ("of", "from"):
        return None
    at = last + 3 if p.lower[last + 2] == "the" and last + 3 < len(p) else last + 2
    nation = scene.nations.get(at)
    if nation is None or nation.form != "name" or nation.first != at or nation.last + 1 in scene.known:
        return None
    if at in scene.known or _is_no_origin(p, last, nation):
        return None
    return nation


def _is_no_origin(p: Parse, last: int, nation: Nation) -> bool:
    """ "Withdraws troops from Mali", "soldiers from Niger's south", "troops from Kenya Wildlife Service"."""
    after = nation.last + 1
    goes_on = p.lower[after : after + 1] in (["'s"], ["'"]) or (p.head[nation.last] >= after < len(p))
    if goes_on and p.sent[after] == p.sent[last]:
        return p.lower[after] in ("'s", "'") or p.tag[after] in ("NNP", "NNPS")
    return p.lower[last + 1] == "from" and p.lemma[p.head[last]] in _LEAVING
