"""States and their backers by what they do and own: states that strike ("Turkey bombed", "Syrian regime air strikes"),
what only their armed forces have ("Ukrainian positions", "a Russian Ka-52 helicopter"), coalitions that they lead."""

from __future__ import annotations

from collections.abc import Iterator

from ...read.language import Parse
from ..records import Reason
from .candidates import POSTS, Candidate, Scene
from .nations import Nation

_STRIKES = {
    "bomb", "shell", "strike", "bombard", "invade", "raid", "target", "attack", "hit", "pound", "pummel", "airstrike",
    "retaliate", "fire", "launch", "down", "intercept", "capture", "seize", "deploy",
}  # fmt: skip
_STRIKE_NOUNS = {
    "strike", "strikes", "airstrike", "airstrikes", "air", "shelling", "bombing", "bombings", "bombardment",
    "bombardments", "drone", "drones", "raid", "raids", "missile", "missiles", "artillery", "attack", "attacks",
    "rocket", "rockets", "invasion", "offensive", "incursion", "fire", "mortar", "shells", "gunfire", "assault",
}  # fmt: skip
_AMBIGUOUS_VERBS = {"target", "attack", "hit", "fire", "launch", "down", "strike", "capture", "seize", "deploy"}
_WEAPONS = {
    "strike", "strikes", "airstrike", "airstrikes", "raid", "raids", "missile", "missiles", "attack", "attacks",
    "rocket", "rockets", "offensive", "operation", "drone", "drones", "shell", "shells", "bomb", "bombs", "invasion",
    "assault", "troops", "incursion", "territory", "town", "city", "village", "villages", "positions", "targets",
    "forces", "camp", "camps", "base", "bases", "militants", "fighters",
}  # fmt: skip
_REGIMES = {"regime", "junta"}
_BETWEEN = {"military", "suspected", "-", "cross", "border", "cross-border", "naval", "heavy", "new", "regime", "and",
            ",", "or", "/", "alleged", "retaliatory", "intense", "deadly", "overnight", "ground"}  # fmt: skip
_OWNED = POSTS - {"station", "stations", "post", "posts", "base", "bases", "camp", "camps", "vehicle", "vehicles",
                  "truck", "trucks", "boat", "boats", "ship", "ships", "unit", "troops"}  # fmt: skip
_SOLD = {"drone", "drones", "aircraft", "jet", "jets", "warplane", "warplanes", "tank", "tanks", "helicopter",
         "helicopters", "artillery", "missile", "missiles", "rocket", "rockets", "shells"}  # fmt: skip
_HANDLING = {"use", "launch", "employ", "operate", "buy", "purchase", "acquire", "receive", "supply", "deliver", "fly",
             "deploy", "obtain", "import", "sell", "get", "order", "possess", "field", "provide"}  # fmt: skip
_TRADE = {"supply", "delivery", "purchase", "sale", "shipment", "donation", "transfer", "batch", "export", "import"}
_LED = {"coalition", "alliance", "forces", "force", "troops"}


def find_coalitions(scene: Scene) -> Iterator[Candidate]:
    """Coalitions by the nation that leads them: "the Saudi-led military coalition"."""
    p = scene.p
    for i, nation in scene.nations.items():
        at = nation.last + 1
        if i != nation.first or at + 2 >= len(p) or p.word[at] != "-" or p.lower[at + 1] != "led":
            continue
        noun = next((j for j in range(at + 2, min(at + 6, len(p))) if p.lower[j] in _LED), None)
        if noun is None or p.sent[noun] != p.sent[i] or any(j in scene.known for j in range(at, noun + 1)):
            continue
        reason = Reason("pattern", f"led by {nation.country}", p.start[nation.first], p.end[noun])
        yield Candidate(
            nation.first, noun, noun, f"{p.slice(nation.first, at + 1)} coalition", ("coalition", nation.iso3),
            "coalition", "external forces", rank=1, reason=reason,
        )  # fmt: skip


def find_striking_states(scene: Scene) -> Iterator[Candidate]:
    """States that strike: the subject of a verb of striking, the owner of a strike ("an Israeli airstrike") or of what
    only armed forces have ("Russian positions")."""
    p = scene.p
    for i, nation in scene.nations.items():
        if i != nation.first:
            continue
        modifies = nation.form == "adjective" or p.dep[nation.last] in ("compound", "nmod", "amod")
        last = nation.last + 1 if _has_regime(p, nation) else nation.last
        noun = _strikes(p, nation, last)
        if noun is None and modifies:
            noun = _strike(scene, nation, last)
        why = "strikes"
        if noun is None and modifies:
            noun, why = _owned(p, nation), "has"
        if noun is not None:
            reason = Reason("trigger", f"{nation.country} {why}: {p.word[noun]}", p.start[noun], p.end[noun])
            yield _military(nation, last, reason)


def find_sharing_states(scene: Scene) -> Iterator[Candidate]:
    """The nation that shares the noun of a known force: "Turkish and SNA forces", "Uganda and FARDC troops"."""
    p = scene.p
    for known in {id(k): k for k in scene.known.values()}.values():
        at = known.first - 1
        if known.head == known.last or at < 1 or p.lower[at] not in ("and", "or", "&"):
            continue
        nation = scene.nations.get(at - 1)
        if nation is not None and p.lower[known.head] in _LED and p.sent[nation.first] == p.sent[known.first]:
            reason = Reason(
                "pattern", f"joined to {p.slice(known.first, known.head)}", p.start[at - 1], p.end[known.head]
            )
            yield _military(nation, nation.last, reason)


def _military(nation: Nation, last: int, reason: Reason) -> Candidate:
    return Candidate(
        nation.first, last, last, nation.country, ("service", nation.iso3, "military"), "army", "state forces",
        country=nation.iso3, rank=2, reason=reason,
    )  # fmt: skip


def _has_regime(p: Parse, nation: Nation) -> bool:
    after = nation.last + 1
    return after < len(p) and p.lower[after] in _REGIMES and p.sent[after] == p.sent[nation.last]


def _strike(scene: Scene, nation: Nation, last: int) -> int | None:
    """The strike that the adjective describes: "Israeli air strikes", "Syrian regime and Russian airstrikes"."""
    p = scene.p
    i, struck = last + 1, None
    while i < len(p) and p.sent[i] == p.sent[last] and i <= last + 6:
        if p.lower[i] in _STRIKE_NOUNS:
            struck = i
        elif struck is not None or (p.lower[i] not in _BETWEEN and i not in scene.nations):
            break
        i += 1
    if (
        struck is None
        or in_others_hands(p, struck)
        or (p.lower[struck] in ("air", "drone", "fire") and p.dep[struck] in ("amod", "compound"))
    ):
        return None
    return struck


def _owned(p: Parse, nation: Nation) -> int | None:
    """The military thing after the adjective: "Ukrainian positions", "Russian Ka-52 and Mi-8 helicopters"."""
    for i in range(nation.last + 1, min(nation.last + 8, p.sents[p.sent[nation.last]][1])):
        if p.lower[i] in _OWNED:
            return None if in_others_hands(p, i) else i
        if not (p.tag[i].startswith(("NN", "JJ", "CD")) and p.word[i] != "-") and p.lower[i] != "and":
            return None
    return None


def in_others_hands(p: Parse, i: int) -> bool:
    """ "Launching Turkish drones at them", "armed with Iranian drones": weapons that somebody else has."""
    if p.lower[i] not in _SOLD:
        return False
    while p.dep[i] == "conj" and p.head[i] != i:
        i = p.head[i]
    above = p.head[i]
    if p.dep[i] == "dobj":
        return p.lemma[above] in _HANDLING
    if p.dep[i] != "pobj":
        return False
    return p.lower[above] in ("with", "using", "for") or p.lemma[p.head[above]] in _TRADE


def _strikes(p: Parse, nation: Nation, last: int) -> int | None:
    """The verb of striking whose subject the country (or its regime) is, or the strike that it owns."""
    if nation.form == "adjective" and last == nation.last:
        return None
    verb = p.head[last]
    if p.dep[last] == "nsubj" and p.lemma[verb] in _STRIKES:
        if p.lemma[verb] in _AMBIGUOUS_VERBS:
            below = [c for c in range(verb, min(p.right[verb] + 1, len(p))) if p.lower[c] in _WEAPONS]
            return verb if below else None
        return verb
    if p.dep[last] == "poss":
        noun = p.head[last]
        if p.lower[noun] in _STRIKE_NOUNS - {"fire", "drone", "drones", "air", "missile", "missiles"}:
            return noun
    return None
