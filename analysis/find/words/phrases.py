"""Many phrases looked up at once: the words of a text as folded atoms, and an index of phrases by first atom.

An atom is a word without hyphens, accents, apostrophes and full stops, so that "al-Shabaab" and "Al Shabaab", or
"U.S.-led" and "US-led", are the same phrase.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from ...read.language import Parse

T = TypeVar("T")
_SPLIT = re.compile(r"[\s\-–—/]+")
_MARKS = re.compile(r"['’‘ʼ`´ʿʾ.\"“”()]")
_POSSESSIVE = re.compile(r"['’]s$")


@lru_cache(200_000)
def fold_word(word: str) -> tuple[str, ...]:
    """The atoms of one word.

    >>> fold_word("al-Qa'ida"), fold_word("U.S.-led"), fold_word("'s")
    (('al', 'qaida'), ('us', 'led'), ())
    """
    plain = word.lower()
    if plain.isalnum() and plain.isascii():
        return (plain,)
    plain = _POSSESSIVE.sub("", plain)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
        plain = plain.replace("ı", "i").replace("ø", "o")
    return tuple(a for part in _SPLIT.split(plain) if (a := _MARKS.sub("", part)) and any(c.isalnum() for c in a))


def fold_phrase(phrase: str) -> tuple[str, ...]:
    """The atoms of a phrase.

    >>> fold_phrase("Kurdistan Workers' Party")
    ('kurdistan', 'workers', 'party')
    """
    return tuple(atom for word in phrase.split() for atom in fold_word(word))


def _is_compound_of_names(word: str) -> bool:
    """ "Province-ISWAP", "PDF-Kalay": an acronym and a name that a hyphen joins."""
    first, _, last = word.partition("-")
    return word.split("-")[-1].isupper() or (
        len(first) > 1 and first.isupper() and (last[:1].isupper() or last.isdigit())
    )


@dataclass(slots=True)
class Atoms:
    """The atoms of a parse: `token[k]` is the token that atom k comes from; `glued` holds the atoms that no name can
    begin with or end before, being inside a word ("based" of "Iraq-based", but not "ISWAP" of "Province-ISWAP").
    """

    atom: list[str] = field(default_factory=list)
    token: list[int] = field(default_factory=list)
    glued: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, p: Parse) -> Atoms:
        atoms = cls()
        for i, low in enumerate(p.lower):
            if low.isalnum() and low.isascii():
                atoms.atom.append(low)
                atoms.token.append(i)
            else:
                for n, atom in enumerate(fold_word(low)):
                    if n and not _is_compound_of_names(p.word[i]):
                        atoms.glued.add(len(atoms.atom))
                    atoms.atom.append(atom)
                    atoms.token.append(i)
        return atoms


class Phrases(Generic[T]):
    """Phrases with a value each. The longest phrase wins; one phrase may have several values."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], list[T]]] = {}
        for phrase, value in entries:
            if atoms := fold_phrase(phrase):
                self._by_first.setdefault(atoms[0], {}).setdefault(atoms, []).append(value)
        self._lengths = {f: sorted({len(a) for a in by}, reverse=True) for f, by in self._by_first.items()}

    def at(self, atoms: Atoms, k: int) -> Iterable[tuple[int, list[T]]]:
        """(length, values) of every phrase that begins at atom k and ends with a word, longest first."""
        lengths = self._lengths.get(atoms.atom[k])
        if lengths is None or k in atoms.glued:
            return
        table = self._by_first[atoms.atom[k]]
        size = len(atoms.atom)
        for n in lengths:
            end = k + n
            if end <= size and (values := table.get(tuple(atoms.atom[k:end]))):
                if end in atoms.glued:
                    continue
                yield n, values

    def starts(self, atom: str) -> bool:
        return atom in self._by_first
