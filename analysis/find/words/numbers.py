"""Number words: what one number is worth, read from the tokens that spell it."""

from __future__ import annotations

import re
from functools import cache

from ...read.knowledge import knowledge
from ...read.language import Parse
from ..records import Count

_SLIP = re.compile(r"l\d+")  # a letter that was read for the figure one
HYPHENS = {"-", "--"}


@cache
def number_words(role: str) -> dict[str, tuple[str, str]]:
    """The words of one role with their two bounds as written in the file."""
    return {row["word"]: (row["low"], row["high"]) for row in knowledge("numbers") if row["role"] == role}


@cache
def number_phrases(role: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The bounds or the vague numbers by their last word, longest first: for matching leftwards."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for word in number_words(role):
        parts = tuple(word.split())
        out.setdefault(parts[-1], []).append(parts)
    return {k: tuple(sorted(v, key=len, reverse=True)) for k, v in out.items()}


@cache
def cardinals() -> dict[str, int]:
    """ "one" to "ninety"."""
    return {word: int(low) for word, (low, _) in number_words("cardinal").items()}


@cache
def multipliers() -> dict[str, int]:
    """ "dozen", "hundred", "million"."""
    return {word: int(low) for word, (low, _) in number_words("multiplier").items()}


@cache
def number_nouns() -> dict[str, Count]:
    """ "dozens", "scores", "hundreds": numbers that are nouns."""
    return {word: (int(low), int(high) if high else None) for word, (low, high) in number_words("noun").items()}


@cache
def _single_words() -> frozenset[str]:
    """Every single word that can be a number or the head of one."""
    return frozenset(cardinals()) | frozenset(multipliers()) | frozenset(number_nouns())


def digits(word: str) -> float | None:
    """The value of a number in digits: "12", "1,200", "3.2"."""
    plain = word.replace(",", "")
    if _SLIP.fullmatch(plain):
        plain = "1" + plain[1:]  # "l2 rifles"
    if plain.isascii() and plain.isdigit():
        return int(plain) if "," not in word or _grouped(word) else None
    whole, point, part = plain.partition(".")
    if point and whole.isascii() and part.isascii() and whole.isdigit() and part.isdigit():
        return float(plain)
    return None


def _grouped(word: str) -> bool:
    head, *rest = word.split(",")
    return 1 <= len(head) <= 3 and all(len(part) in (2, 3) for part in rest) and len(rest[-1]) == 3


def is_number(p: Parse, i: int) -> bool:
    """Can a number begin or stand at token i?"""
    word = p.lower[i]
    return word in _single_words() or (
        (word[0].isdigit() or _SLIP.fullmatch(word) is not None)
        and (digits(word) is not None or number_range(word) is not None)
    )


def number_range(word: str) -> tuple[int, int] | None:
    """ "5-7" in one token."""
    low, dash, high = word.partition("-")
    if dash and low.isdigit() and high.isdigit() and int(low) < int(high):
        return int(low), int(high)
    return None


def read_number(p: Parse, i: int, limit: int) -> tuple[float, int] | None:
    """The number that begins at token i, and its last token; at most up to token `limit`.

    A word number may go on through hyphens and "and": "twenty-one", "two hundred and fifty", "3.2 million".
    """
    word = p.lower[i]
    value = digits(word)
    if value is None:
        value = cardinals().get(word)
    if value is None:
        if word == "half" and i + 2 <= limit and p.lower[i + 1] == "a" and p.lower[i + 2] == "dozen":
            return 6, i + 2
        if word in ("a", "an") and i < limit and p.lower[i + 1] in multipliers():
            value = 1
        elif word in multipliers():
            return multipliers()[word], i
        else:
            return None
    total, current, last, j = 0.0, float(value), i, i + 1
    while j <= limit:
        word = p.lower[j]
        skip = j + 1 if (word in HYPHENS or word == "and") and j < limit else j
        word = p.lower[skip]
        if word in multipliers() and (skip == j or p.lower[j] != "and"):
            current *= multipliers()[word]
            if current >= 1000:
                total, current = total + current, 0.0
        elif (
            skip != j
            and word in cardinals()
            and (
                (p.lower[j] in HYPHENS and current % 100 >= 20 and current % 10 == 0 and cardinals()[word] < 10)
                or (p.lower[j] == "and" and p.lower[j - 1] in ("hundred", "thousand"))
            )
        ):
            current += cardinals()[word]
        elif skip == j and word in cardinals() and p.lower[j - 1] in ("hundred", "thousand"):
            current += cardinals()[word]
        else:
            break
        last, j = skip, skip + 1
    return total + current, last
