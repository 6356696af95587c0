"""What a place's name is worth: whether it is the place's own, a former or foreign one, or one that says nothing."""

from __future__ import annotations

from ..gazetteer.folding import fold, skeleton
from ..gazetteer.lookups import Candidate
from .words import cues, feature_words

SAME = 0.96  # similarity of the same spelling of a name in use


def by_its_name(name: str, found: list[Candidate]) -> list[Candidate]:
    """Without the places that only a former or foreign name of theirs speaks for, where others of their country have
    the name itself: Oleksandrivka is no name for the city of Donetsk."""
    named = {c.country for c in found if c.similarity >= SAME and c.lat is not None}
    return [c for c in found if c.similarity >= SAME or c.country not in named or sounds_alike(c.name, name)]


def is_generic(name: str) -> bool:
    """Is it made of words for directions and kinds alone, as many countries have it: North West, Western Desert?"""
    words = name.lower().replace("-", " ").split()
    return all(w in cues("direction") or w in cues("part") or w in feature_words("after") for w in words)


def sounds_alike(name: str, other: str) -> bool:
    """Dihok and Duhok; not Anchorage, which "Alaska" is a name of, too."""
    return skeleton(fold(name).key) == skeleton(fold(other).key)


def shorter(name: str) -> str:
    """The name without the words for its kind at the end; empty where it has none.

    >>> shorter("Maru Local Government Area"), shorter("Maru")
    ('Maru', '')
    """
    words, kinds = name.split(), feature_words("after")
    for width in (3, 2, 1):
        if len(words) > width and " ".join(words[-width:]).lower() in kinds:
            return " ".join(words[:-width])
    return ""
