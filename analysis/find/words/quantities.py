"""How many: from the number words around a noun to a range of counts.

The grammar is small: bounds ("at least", "up to"), then a number (digits, words, "two dozen", "3.2 million"), then
perhaps a second one ("to seven", "or three"), then perhaps "or more". What looks like a number and counts nothing
(ages, ordinals, calibres, years, money, distances) is refused by what stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...read.language import Parse
from ..records import Count
from .numbers import (
    HYPHENS,
    is_number,
    multipliers,
    number_nouns,
    number_phrases,
    number_range,
    number_words,
    read_number,
)


@dataclass(slots=True, frozen=True)
class Quantity:
    """A count: its words, its range, and the tokens that it covers (both included)."""

    text: str
    count: Count
    first: int
    last: int
    vague: bool = False


_DASHES = {"--", "–", "—"}
_CURRENCY = {"$", "€", "£", "usd", "us$", "rs", "rs."}
_LABELS = frozenset(
    """
    # age aged area article brigade chapter district division highway hill no no. number phase resolution room
    route section sector unit ward zone
    """.split()
)
_UNITS = frozenset(
    """
    % a.m. acres am caliber calibre cm day days dollars euros feet foot gallons gauge gmt gram grams hectares hour
    hours kg kgs kilo kilogram kilograms kilometer kilometers kilometre kilometres kilos km kms liter liters litre
    litres m meter meter-long meters metre metres mile miles millimeter millimeters millimetre minute minutes mm
    month months p.m. pct per percent pm pound pounds rupees sq square times ton tonne tonnes tons week weeks year
    years
    """.split()
)
_INSIDE = frozenset("CD JJ JJR JJS NN NNS NNP NNPS DT PDT HYPH POS VBN VBG RB AFX VBD".split())


_ADJECTIVES = {"JJ", "NNP", "VBN"}


def _refused(p: Parse, first: int, last: int, noun: int) -> bool:
    """Does the number count something else, or nothing: an age, a year, money, a distance, a label?"""
    before = p.lower[first - 1] if first else ""
    after = p.lower[last + 1] if last + 1 < len(p) else ""
    if before in _CURRENCY or (before in _LABELS and p.sent[first - 1] == p.sent[first]):
        return True
    if last < noun and (after in HYPHENS or after in _UNITS or after.startswith("-")):
        return True
    if p.end[last] - p.start[first] == 4 and p.word[first].isdigit() and 1900 <= int(p.word[first]) <= 2099:
        return p.lower[first - 1] in ("the", "in", "of", "since", "from") if first else True
    return False


def _match_left(p: Parse, at: int, role: str) -> tuple[int, str] | None:
    """The longest phrase of a role that ends right before token `at`: its first token and its words."""
    if at < 1:
        return None
    for parts in number_phrases(role).get(p.lower[at - 1], ()):
        start = at - len(parts)
        if start >= 0 and all(p.lower[start + k] == w for k, w in enumerate(parts)) and p.sent[start] == p.sent[at - 1]:
            return start, " ".join(parts)
    return None


def _bounded(value: int, rule: tuple[str, str]) -> Count:
    out: list[int | None] = []
    for side in rule:
        out.append(None if not side else value + int(side[1:] or 0))
    return out[0], out[1]


def _widen(p: Parse, first: int, last: int, low: int, high: int, noun: int) -> Quantity:
    """The number with its bounds, to the left ("at least 12") and to the right ("12 or more")."""
    count: Count = (low, high)
    at = first
    while (found := _match_left(p, at, "bound")) is not None:
        start, words = found
        if words in ("the", "other", "all", "different", "some", "another", "an additional") and at != first:
            break
        rule = number_words("bound")[words]
        lower, upper = _bounded(low, rule)[0], _bounded(high, rule)[1]
        if rule != ("n", "n"):
            count = (lower, upper)
        at = start
        if words in ("the", "another", "an additional"):
            break
    begin = at if at == first or p.lower[at] not in ("the", "other", "all", "different") else first
    after = " ".join(p.lower[last + 1 : last + 3])
    if after in ("or more", "and more"):
        count, last = (low, None), last + 2
    elif p.lower[last + 1 : last + 2] in (["plus"], ["+"]):
        count, last = (low, None), last + 1
    elif after == "at least" and noun <= last:
        count, last = (low, None), last + 2
    return Quantity(p.slice(begin, last), count, begin, last)


def _numbers_between(p: Parse, first: int, noun: int) -> Quantity | None:
    """The first number that counts the noun among the tokens first..noun."""
    i = first
    while i <= noun:
        if not is_number(p, i) and p.lower[i] not in ("a", "an", "half"):
            i += 1
            continue
        if (pair := number_range(p.lower[i])) is not None:
            if not _refused(p, i, i, noun):
                return _widen(p, i, i, *pair, noun)
            i += 1
            continue
        if p.lower[i] in number_nouns():
            i += 1
            continue
        read = read_number(p, i, noun)
        if read is None:
            i += 1
            continue
        value, last = read
        if value != int(value) or _refused(p, i, last, noun):
            i = last + 1
            continue
        joint = p.lower[last + 1] if last + 2 <= noun else ""
        if joint in ("to", "or", "-") or (joint == "and" and i and p.lower[i - 1] == "between"):
            second = read_number(p, last + 2, noun)
            if (
                second is not None
                and value < second[0] == int(second[0])
                and not _refused(p, last + 2, second[1], noun)
            ):
                begin = i - 1 if i and p.lower[i - 1] in ("between", "from") else i
                return _widen(p, begin, second[1], int(value), int(second[0]), noun)
        return _widen(p, i, last, int(value), int(value), noun)
    return None


def phrase_start(p: Parse, noun: int) -> int:
    """First token of the noun's base phrase, number words and their bounds included, found by adjacency.

    The parser often hangs "at least" or "up to" elsewhere; what stands beside the number is what counts.
    """
    first = noun
    while first > 0 and noun - first < 14:
        j = first - 1
        if p.sent[j] != p.sent[noun] or p.word[j] in _DASHES:
            break
        if p.tag[j] == "-RRB-" and (opened := _bracket(p, j)) is not None:
            first = opened
            continue
        if p.word[j] == "/" and j > 0 and p.pos[j - 1] in ("PROPN", "NOUN"):  # "25 Boko Haram/ISWAP fighters"
            first = j - 1
            while first > 0 and p.tag[first - 1] in ("NNP", "NN") and p.sent[first - 1] == p.sent[noun]:
                first -= 1
            continue
        if p.lower[j] == "both" and p.head[j] == noun and not any(p.dep[c] == "conj" for c in p.children[noun]):
            return j
        if p.tag[j] not in _INSIDE and not _joins_adjectives(p, j, noun):
            quoted = p.word[j] in ('"', "'", ",") and p.head[j] == noun and j > 0 and p.tag[j - 1] in ("JJ", "CD")
            if not quoted and not _in_number(p, j):
                break
        elif not _belongs(p, j, noun) and not is_number(p, j) and p.lower[j] not in ("several", "some", "a", "an"):
            break
        first = j
    return first


def _joins_adjectives(p: Parse, j: int, noun: int) -> bool:
    """ "and" in "six Kurdish and Arab guards"."""
    joins = p.lower[j] in ("and", "or") and p.dep[j] == "cc" and j > 0 and _belongs(p, j, noun)
    return joins and p.tag[j - 1] in _ADJECTIVES and p.tag[j + 1] in _ADJECTIVES and _belongs(p, j - 1, noun)


def _bracket(p: Parse, close: int) -> int | None:
    """The bracket that opens what this one closes: "a Bar Association (BA) member"."""
    return next((k for k in range(close - 1, max(0, close - 6), -1) if p.tag[k] == "-LRB-"), None)


def _in_number(p: Parse, j: int) -> bool:
    """ "of" in "tens of thousands", "to" in "five to seven", "or" in "12 or more"."""
    if j == 0 or p.sent[j - 1] != p.sent[j]:
        return False
    before, word = p.lower[j - 1], p.lower[j]
    if word == "of":
        return before in number_nouns() or before in ("number", "handful", "total", "pair", "couple")
    return word in ("to", "or", "and") and is_number(p, j - 1) and (is_number(p, j + 1) or p.lower[j + 1] == "more")


def _belongs(p: Parse, j: int, noun: int) -> bool:
    for _ in range(6):
        j = p.head[j]
        if j == noun:
            return True
        if j > noun or p.head[j] == j:
            return False
    return False


def find_quantity(p: Parse, noun: int) -> Quantity | None:
    """How many of the noun: None where no word tells (a bare plural, "many", "the soldier").

    >>> from analysis.read.language import parse
    >>> def count(text, word):
    ...     p = parse(text)
    ...     found = find_quantity(p, p.lower.index(word))
    ...     return found and (found.text, found.count)
    >>> count("At least 12 people died.", "people")
    ('At least 12', (12, None))
    >>> count("Between two and three dozen men fled.", "men")
    ('Between two and three dozen', (2, 36))
    >>> count("The 12-year-old boy died.", "boy")
    """
    first = phrase_start(p, noun)
    vague = _vague(p, first, noun)
    exact = _numbers_between(p, first, noun)
    if exact is not None and (vague is None or vague.last < exact.last):
        return exact
    if vague is not None:
        return vague
    if p.lower[noun] in number_nouns():
        return Quantity(p.word[noun], number_nouns()[p.lower[noun]], noun, noun, vague=True)
    if p.lower[noun] == "another":
        return Quantity(p.word[noun], (1, 1), noun, noun)
    if p.lower[noun] in ("few", "several") and (found := _match_left(p, noun + 1, "vague")) is not None:
        low, _ = number_words("vague")[found[1]]  # "several of them", "a few were hurt"
        return Quantity(p.slice(found[0], noun), (int(low), None), found[0], noun, vague=True)
    if p.tag[noun] in ("NNS", "NNPS") and p.lower[first] not in ("no", "both"):
        return None
    articles = number_words("article")
    for j in range(first, noun):
        if p.lower[j] in articles and (p.head[j] == noun or j == first):
            if p.lower[j] == "another" or not _uncounted(p, noun):
                low, high = articles[p.lower[j]]
                return Quantity(p.word[j], (int(low), int(high)), j, j)
            break
    return None


_MASS = frozenset(
    """
    amount array crowd gang group half host lot majority number part portion quantity quarter range rest section
    series spate string third variety wave
    """.split()
)


def _uncounted(p: Parse, noun: int) -> bool:
    if p.lower[noun] == "third" and p.lower[noun + 1 : noun + 2] != ["of"]:
        return False  # "and a third was hurt": one more
    return p.lemma[noun] in _MASS


def _vague(p: Parse, first: int, noun: int) -> Quantity | None:
    """ "several", "dozens of", "a number of" within the phrase; never what is "unknown"."""
    alone = f"{' '.join(p.lower[noun - 2 : noun + 1])} of" if p.lower[noun] in number_nouns() else ""
    if alone in number_words("vague"):  # "killed tens of thousands"
        return Quantity(
            p.slice(noun - 2, noun), (int(number_words("vague")[alone][0]), None), noun - 2, noun, vague=True
        )
    for j in range(noun, first - 1, -1):
        if (found := _match_left(p, j, "vague")) is None:
            continue
        start, words = found
        if words == "some" and p.tag[noun] not in ("NNS", "NNPS") and p.pos[noun] != "PRON":
            continue
        low, high = number_words("vague")[words]
        count: Count = (int(low), int(high) if high else None)
        last = j - 1
        multiplier = multipliers().get(p.lower[j]) if j < noun else None
        if multiplier:  # "several hundred": three hundred at least
            count, last = (3 * multiplier, None), j
        return Quantity(p.slice(start, last), count, start, last, vague=True)
    return None
