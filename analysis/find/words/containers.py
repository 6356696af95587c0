"""Words that hold what is meant: "dozens of people", "the lives of two men", "100 kg of explosives"."""

from __future__ import annotations

from ...read.language import Parse
from .numbers import is_number, number_nouns
from .quantities import Quantity, find_quantity

_WEIGHTS = frozenset(
    """
    barrel gallon gram kg kilo kilogram kilogramme liter litre pound ton tonne
    """.split()
)
_CONTAINERS = _WEIGHTS | frozenset(
    """
    % all amount back batch boatload body chunk cluster concentration consignment couple dozen entrance few fifth
    floor front gate heap pile stack
    group half handful haul hundred kind life load lobby lot majority many most none number one outskirts pair
    part percent piece quantity quarter range rest roof score series several side some spate stash stretch
    string swath swathe third thousand total tract truckload type vicinity wave
    """.split()
)
_FRACTIONS = {"third", "quarter", "fifth", "half", "percent", "%", "most", "majority", "rest", "part", "some", "all"}


def core(p: Parse, i: int) -> int:
    """The noun that is meant: "dozens of people" people, "the lives of two men" men, "one of the soldiers" soldiers."""
    for _ in range(3):
        if (
            p.lemma[i] not in _CONTAINERS
            and p.lower[i] not in _CONTAINERS
            and p.lower[i] not in number_nouns()
            and not is_number(p, i)
        ):
            return i
        of = next((c for c in p.children[i] if c > i and p.lower[c] == "of" and p.dep[c] in ("prep", "quantmod")), None)
        if of is None:
            return i
        inner = next((o for o in p.children[of] if p.dep[o] in ("pobj", "pcomp")), None)
        if inner is None:
            return i
        i = _antecedent(p, inner)
    return i


def _antecedent(p: Parse, i: int) -> int:
    """ "the attackers, three of whom were killed": the attackers."""
    if p.lower[i] not in ("whom", "which"):
        return i
    above = i
    while p.head[above] != above and p.dep[above] != "relcl":
        above = p.head[above]
    return p.head[above] if p.dep[above] == "relcl" else i


def quantity_of(p: Parse, head: int, noun: int) -> Quantity | None:
    """The count of a target: that of the noun, or of the container above it ("one of the soldiers")."""
    if head == noun:
        return find_quantity(p, noun) or _shared_none(p, noun)
    if p.lower[head] == "some" and (p.tag[noun].endswith("S") or p.pos[noun] == "PRON"):
        return Quantity(p.word[head], (3, None), head, head, vague=True)
    if p.lemma[head] in _FRACTIONS:
        return None
    if p.lemma[head] in _WEIGHTS:  # "100 kg of explosives": no hundred explosives
        return None
    outer = find_quantity(p, head)
    if p.lemma[head] in ("group", "number", "total", "body", "life", "series", "lot", "most", "batch", "part", "piece",
                         "heap", "pile", "stack"):  # fmt: skip
        inner = find_quantity(p, noun)
        bare = outer is None or outer.text.lower() in ("a", "an", "another", "the")
        if p.lemma[head] == "body" and outer is not None and not bare:
            return outer
        return inner if bare or inner is not None else outer
    return outer or find_quantity(p, noun)


def _shared_none(p: Parse, noun: int) -> Quantity | None:
    """ "No injuries or deaths": no deaths either."""
    first = p.head[noun]
    if p.dep[noun] != "conj" or not any(p.lower[c] in ("or", "nor") for c in p.children[first]):
        return None
    none = next((c for c in p.children[first] if p.lower[c] == "no"), None)
    return None if none is None else Quantity(p.word[none], (0, 0), none, none)
