"""The forces that the program knows by name (knowledge/forces.csv), found in a text whatever their spelling.

A strong alias stands for the force wherever it is written with a capital. A weak alias ("Federal Police", "IS") is
taken only where the text supports it: the force is named in full elsewhere, or belongs to the document's country.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...read.knowledge import knowledge, listed
from ...read.language import Parse
from ..words.phrases import Atoms, Phrases, fold_phrase

_ARTICLES = {"al", "el", "the", "as", "ash", "an", "ar", "ad", "at", "az"}
_SMALL = {"of", "in", "the", "for", "and", "-"}
_SIDES = ("pro-", "anti-", "ex-", "non-")
_MEASURES = {"caliber", "calibre", "standard", "style", "type", "grade", "made", "era"}
_BODIES = {"brigade", "force", "commando", "battalion", "militia", "guard", "unit", "service", "group", "faction"}
_MISSIONS = {"coalition", "peacekeepers"}
_ELEMENTS_AFTER = {
    "militants", "militant", "fighters", "fighter", "terrorists", "terrorist", "elements", "members", "insurgents",
    "gunmen", "jihadists", "group", "cell", "cells", "remnants", "forces", "troops", "rebels", "soldiers", "guerrillas",
    "militiamen", "positions", "mercenaries", "militia", "commander", "commanders", "operatives", "separatists",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class KnownForce:
    """One line of knowledge/forces.csv."""

    name: str
    kind: str
    actor_type: str
    country: str
    parent: str
    source: str


@dataclass(frozen=True, slots=True)
class Naming:
    """One way to write a known force."""

    force: KnownForce
    written: str
    weak: bool


@dataclass(slots=True)
class Match:
    """A naming in the text: tokens first..last, and every force that it can mean."""

    first: int
    last: int
    namings: list[Naming]


@cache
def known_forces() -> dict[str, KnownForce]:
    """The listed forces by their canonical names."""
    return {
        row["force"]: KnownForce(
            row["force"], row["kind"], row["actor_type"], row["country"], row["parent"], row["source"]
        )
        for row in knowledge("forces")
    }


@cache
def _phrases() -> Phrases[Naming]:
    entries: list[tuple[str, Naming]] = []
    for row in knowledge("forces"):
        if row["force"].startswith("Operation "):
            continue  # what an operation is called is no body
        force = known_forces()[row["force"]]
        strong = [row["force"], *listed(row["aliases"])]
        for weak, names in ((False, strong), (True, listed(row["weak_aliases"]))):
            seen: set[tuple[str, ...]] = set()
            for name in [*names, *(other for n in names if (other := _other_number(n)))]:
                if "(" in name or (atoms := fold_phrase(name)) in seen:
                    continue  # "Federal Police (Iraq)" tells namesakes apart; nobody writes it so
                seen.add(atoms)
                entries.append((name, Naming(force, name, weak)))
    return Phrases(entries)


def _other_number(name: str) -> str:
    """The plural or singular of a name that ends in a body's noun: "Danab Commando" of "Danab Commandos"."""
    words = name.split()
    last = words[-1].lower().removesuffix("s")
    if len(words) < 2 or last not in _BODIES:
        return ""
    return name.removesuffix("s") if name.endswith("s") else name + "s"


def find_known(p: Parse, atoms: Atoms) -> Iterator[Match]:
    """Every naming of a known force, the longest at each place; weak ones are not decided yet."""
    phrases, k, size = _phrases(), 0, len(atoms.atom)
    while k < size:
        step = 1
        for n, namings in phrases.at(atoms, k):
            first, last = atoms.token[k], atoms.token[k + n - 1]
            good = [naming for naming in namings if _written_as_name(p, first, last, naming.written)]
            good = [naming for naming in good if not _is_only_part(p, first, last, naming.written)]
            good = good if not _begins_longer(p, phrases, atoms, k, n) else []
            if good and p.sent[first] == p.sent[last] and is_unbroken(p, first, last):
                yield Match(first, last, good)
                step = n
                break
        k += step


def _begins_longer(p: Parse, phrases: Phrases[Naming], atoms: Atoms, k: int, n: int) -> bool:
    """Does a longer name begin inside this one: "Colombian Army of National Liberation" is no Colombian Army?"""
    for inner in range(k + 1, k + n):
        size, namings = next(iter(phrases.at(atoms, inner)), (0, []))
        first, last = atoms.token[inner], atoms.token[inner + size - 1]
        if inner + size > k + n and size > n and any(_written_as_name(p, first, last, x.written) for x in namings):
            return is_unbroken(p, first, last)
    return False


def _is_only_part(p: Parse, first: int, last: int, written: str) -> bool:
    """ "Pro-SAF sources", "NATO-calibre shells": a word that only has the name in it."""
    if p.lower[first].startswith(_SIDES) and not written.lower().startswith(_SIDES):
        return True
    return last + 2 < len(p) and p.word[last + 1] == "-" and p.lower[last + 2] in _MEASURES


def is_unbroken(p: Parse, first: int, last: int) -> bool:
    """Does no bracket or stop part the tokens, as it does in "the Allied Democratic Forces (ADF) rebels"?"""
    inside = p.word[first + 1 : last]
    return inside.count("(") == inside.count(")") and not {";", ":", "["} & set(inside)


def _written_as_name(p: Parse, first: int, last: int, written: str) -> bool:
    """Capitals as the name has them: an acronym in capitals, any other name with a capital on its first full word."""
    word = p.word[first]
    if first == last and "-" in word and "-" not in written:
        word = next((part for part in word.split("-") if part.lower() == written.lower()), word)  # of "PDF-Kalay"
    if first == last:
        if written.isupper() and len(written) <= 6:
            return word.isupper() or (len(written) >= 4 and word[0].isupper() and word[1:].islower())
        if len(written) <= 5 and any(c.isupper() for c in written[1:]):
            return word == written  # "LeT" is a force, "Let" a verb
        return any(c.isupper() for c in word) or not any(c.isupper() for c in written)
    for i in range(first, last + 1):
        if p.lower[i] not in _ARTICLES and p.word[i] not in ("-", "'"):
            return any(c.isupper() for c in p.word[i]) or p.word[i][0].isdigit()
    return False


def extend_to_brackets(p: Parse, matches: list[Match]) -> list[Match]:
    """Names whose acronym in brackets says more than the part of them that is listed: in "Islamic State of the West
    African Province (ISWAP)" the whole is ISWAP, no mention of the Islamic State."""
    out: list[Match] = []
    own = {p.word[m.first] for n, m in enumerate(matches) if _is_defined_otherwise(p, m, matches[n - 1] if n else None)}
    for match in matches:
        if match.first == match.last and p.word[match.first] in own:
            continue
        before = out[-1] if out else None
        if (
            before
            and p.word[match.first - 1] == "("
            and 1 < match.first - before.last <= 7
            and match.first == match.last
        ):
            gap = range(before.last + 1, match.first - 1)
            same = {n.force.name for n in before.namings} & {n.force.name for n in match.namings}
            if gap and not same and all(p.word[i][0].isupper() or p.lower[i] in _SMALL for i in gap):
                out[-1] = Match(before.first, gap[-1], match.namings)
            elif not gap and not same and {n.force.kind for n in (*before.namings, *match.namings)} <= _MISSIONS:
                out[-1] = Match(before.first, before.last, match.namings)  # "African Union Mission in Somalia (ATMIS)"
        out.append(match)
    return out


@cache
def _theatres() -> dict[str, list[str]]:
    """The countries abroad where a force acts."""
    return {row["force"]: listed(row["countries"]) for row in knowledge("theatres")}


def _is_at_home(force: KnownForce, country: str) -> bool:
    return force.country == country or country in _theatres().get(force.name, [])


def _is_defined_otherwise(p: Parse, match: Match, before: Match | None) -> bool:
    """Does the text define the acronym for another name: "Police Mobile Force (PMF)"?"""
    i, word = match.first, p.word[match.first]
    size = len(word)
    if match.first != match.last or not word.isupper() or i < size + 1 or p.word[i - 1] != "(":
        return False
    if "".join(w[0] for w in p.word[i - 1 - size : i - 1]) != word:
        return False
    names = {n.force.name for n in match.namings}
    return before is None or before.last != i - 2 or not names & {n.force.name for n in before.namings}


def decide(p: Parse, matches: list[Match], country: str, countries: set[str]) -> Iterator[tuple[Match, Naming, str]]:
    """The force that each naming means, with the reason; namings without support are left out. `country` is what the
    report is about, `countries` what it may be about."""
    named = {n.force.name for m in matches for n in m.namings if not n.weak and len(m.namings) == 1}
    for match in matches:
        strong = [n for n in match.namings if not n.weak]
        choices = strong or match.namings
        if len(choices) == 1 and strong:
            yield match, choices[0], f"known force, written {choices[0].written!r}"
            continue
        elsewhere = [n for n in choices if n.force.name in named]
        at_home = [n for n in choices if country and _is_at_home(n.force, country)]
        likely = [n for n in choices if n.force.country in countries]
        if not strong and _is_placed(p, match):
            continue
        for supported, why in (
            (elsewhere, "named in full elsewhere"),
            (at_home, "of the document's country"),
            (likely, "of a country of the document"),
        ):
            if len(supported) == 1:
                yield match, supported[0], f"known force, {why}"
                break
        else:
            after = match.last + 1
            if strong:
                yield match, strong[0], "known force, several of the name"
            elif len(choices) == 1 and _is_foreign(choices[0].force, country):
                continue
            elif len(choices) == 1 and after < len(p) and p.lower[after] in _ELEMENTS_AFTER:
                yield match, choices[0], "known force before its members"
            elif len(choices) == 1 and _stands_beside_a_force(p, match, matches):
                yield match, choices[0], "known force beside another"


def _is_foreign(force: KnownForce, country: str) -> bool:
    """A state's force that the report's country does not have: "the National Police" there is another."""
    return bool(country) and force.actor_type == "state forces" and not _is_at_home(force, country)


_PLACING = {"in", "inside", "across", "throughout", "within"}
_PLACES = {"area", "areas", "part", "parts", "region", "territory", "capital", "head", "leader", "president", "city",
           "town", "court", "residents", "authorities", "border", "borders", "village", "towns"}  # fmt: skip


def _is_placed(p: Parse, match: Match) -> bool:
    """ "In the DPR", "areas of the Donetsk People's Republic": the land, not those who hold it."""
    before = match.first - 1
    while before > 0 and p.lower[before] in ("the", "(", "self-proclaimed", "so-called"):
        before -= 1
    after = match.last + 1
    if before < 0 or p.sent[before] != p.sent[match.first] or (after < len(p) and p.lower[after] in _ELEMENTS_AFTER):
        return False
    return p.lower[before] in _PLACING or (p.lower[before] == "of" and before > 0 and p.lower[before - 1] in _PLACES)


def _stands_beside_a_force(p: Parse, match: Match, matches: list[Match]) -> bool:
    """ "Wagner and Malian forces", "JNIM and Wagner": joined to what is a force."""
    after = match.last + 2
    if after < len(p) and p.lower[after - 1] in ("and", "or", "/"):
        near = [p.lower[i] for i in range(after, min(after + 3, p.sents[p.sent[match.last]][1]))]
        if set(near[1:]) & {"forces", "troops", "soldiers", "army", "military"}:
            return True
    sure = {i for m in matches if any(not n.weak for n in m.namings) for i in (m.first, m.last)}
    joined = match.first > 1 and p.lower[match.first - 1] in ("and", "or", "/") and match.first - 2 in sure
    return joined or (after < len(p) and p.lower[after - 1] in ("and", "or", "/") and after in sure)
