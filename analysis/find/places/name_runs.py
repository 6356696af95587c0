"""Runs of capitalised words: what could be a name at all, before anything says that it is a place.

Capital letters are evidence only where a sentence uses them sparingly. In headlines and in texts written in one case
the runs are the longest well-known names of the gazetteer instead.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from ...read.language import Parse
from .words import (
    country_names,
    cues,
    demonyms,
    feature_words,
    long_country_names,
    namesakes,
    prominence,
    two_word_demonyms,
)

Run = tuple[int, int]

_CLOSED = {"DT", "IN", "PRP", "PRP$", "CC", "WDT", "WP", "WP$", "WRB", "MD", "TO", "EX", "PDT", "RP", "UH", "POS"}
_NAMELIKE = {"NNP", "NNPS"}
_WITHIN = {"de", "del", "della", "di", "da", "do", "dos", "du", "des", "la", "las", "los", "le", "les", "el", "al",
           "ul", "ur", "sur", "er", "ez", "es", "abu", "bou", "ould", "bin", "wa"}  # fmt: skip
_OF_INSIDE = {"gulf", "strait", "straits", "bay", "sea", "horn", "cape", "isle", "isles", "plain", "plains"}
_ASSIMILATED = {"as": "s", "ash": "s", "an": "n", "ar": "r", "ad": "d", "at": "t", "az": "z"}
_ARTICLES = {"la", "los", "las", "el", "le", "les", "al", "ul"}
_SMALL_IN_TITLES = {"from", "with", "over", "into", "near", "after", "amid", "that", "than", "says", "said"}
_PREFIXES = {"anti", "ex", "mid", "non", "pan", "pro"}  # "pro-Russian" is no name
_SYLLABLES = {"than", "so", "no", "na", "da"}  # English words that begin many names of South-East Asia
_SHORT_MONTHS = {"jan", "mar", "dec", "sep", "nov", "sun", "sat", "mon"}
_POINTS = {"est", "este", "nord", "norte", "oeste", "ouest", "sud", "sur"}
_MARKS = {"-", "--", "---", "/", ",", ":", "("}
_LONGEST = 3  # words of a well-known name in a text without capitals


def is_name_word(word: str) -> bool:
    """Is it written as a name: a capital, also after a romanised article, or a script without capitals?

    >>> [is_name_word(w) for w in ("Rutba", "al-Asad", "N'Djamena", "rebel-held", "الرطبة")]
    [True, True, True, False, True]
    """
    first = word[0]
    if first.isupper():
        return True
    if first.isascii():
        if not first.isalpha():
            return first == "'" and word[1:2].isupper()
        hyphen = word.find("-")
        if word[:hyphen] in _PREFIXES:
            return False
        return 0 < hyphen <= 4 and word[hyphen + 1 : hyphen + 2].isupper()
    return first.isalpha() and not first.islower()


def find_runs(p: Parse, taken: Container[int]) -> list[Run]:
    """The runs of the text in order; no run holds a token of `taken` (names of persons and forces)."""
    out: list[Run] = []
    cased = _is_cased(p)
    for a, b in p.sents:
        if _has_telling_capitals(p, a, b):
            for first, last in _capital_runs(p, a, b):
                out += _split(p, first, last, taken)
        else:
            out += _known_runs(p, a, b, taken, cased)
    return out


def _is_cased(p: Parse) -> bool:
    """Does the text write names with capitals? Then "a turkey" is a bird, whatever a single sentence shows."""
    words = [word for n, word in enumerate(p.word) if word[0].isalpha() and (n == 0 or p.sent[n] == p.sent[n - 1])]
    return sum(word[0].isupper() for word in words) > 0.03 * len(words)


def _has_telling_capitals(p: Parse, a: int, b: int) -> bool:
    """Do capitals tell names from other words here? Not in headlines, capital paragraphs or texts in small letters."""
    words = [w for w in p.word[a:b] if len(w) > 3 and w[0].isalpha()]
    if len(words) < 4:
        return any(is_name_word(w) for w in p.word[a:b])
    small = sum(w[0].islower() and w.lower() not in _SMALL_IN_TITLES for w in words)
    return 0.1 * len(words) < small and (small < len(words) or any(is_name_word(w) for w in p.word[a + 1 : b]))


def _capital_runs(p: Parse, a: int, b: int) -> Iterator[Run]:
    i = a
    while i < b:
        if (end := _long_country(p, i, b)) is not None:
            yield i, end
            i = end + 1
            continue
        if not is_name_word(p.word[i]) or not _may_begin(p, i, a, b):
            i += 1
            continue
        last = i
        while (following := _goes_on(p, last, b)) is not None:
            last = following
        last = _joined_area(p, i, last, b)
        yield i, last
        i = last + 1


def _joined_area(p: Parse, first: int, last: int, b: int) -> int:
    """The end of an area's name with "and" inside: Jammu and Kashmir, Newfoundland and Labrador."""
    joined = last + 2 < b and p.lower[last + 1] == "and" and p.word[last + 2][0].isupper()
    if joined and any(c.feature == "province" for c in namesakes(p.slice(first, last + 2))):
        return last + 2
    return last


def _long_country(p: Parse, i: int, b: int) -> int | None:
    """The end of a country's name with small words inside that begins at token i: Democratic Republic of the Congo."""
    if not p.word[i][0].isupper():
        return None
    for words in long_country_names().get(p.lower[i], ()):
        if tuple(p.lower[i : min(b, i + len(words))]) == words:
            return i + len(words) - 1
    return None


def _may_begin(p: Parse, i: int, a: int, b: int) -> bool:
    low, tag = p.lower[i], p.tag[i]
    next_is_name = i + 1 < b and is_name_word(p.word[i + 1])
    if low in _ASSIMILATED:
        return next_is_name and p.lower[i + 1].startswith(_ASSIMILATED[low]) and (i > a or tag in _NAMELIKE)
    if low in _ARTICLES:
        return next_is_name
    if tag == "CD":
        return False
    named = (low in _SYLLABLES and next_is_name) or tag == "UH"  # the city of Bam
    if tag in _CLOSED and not (named and i > a):
        return low in country_names() and p.word[i].isupper() and i > a
    if i > a and p.word[i - 1] not in ('"', "'", ":", "-", "("):
        return True
    return (
        tag in _NAMELIKE
        or _opens_dateline(p, i, a)
        or (next_is_name and low not in demonyms() and tag != "VBG")
        or (p.ent[i] in ("GPE", "LOC") and prominence(p.word[i]) >= 4.5)
    )


def _opens_dateline(p: Parse, i: int, a: int) -> bool:
    """ "BOGOTA -", "PESHAWAR / MULTAN:": capitals at the head of a sentence, before a mark."""
    after = p.word[i + 1] if i + 1 < len(p) else ""
    twin = i > a + 1 and p.word[i - 1] == "/" and p.word[a].isupper()
    return p.word[i].isupper() and len(p.word[i]) > 3 and (twin or (i == a and after in _MARKS))


def _goes_on(p: Parse, last: int, b: int) -> int | None:
    """The token up to which the run that ends at `last` goes on, if it does."""
    n = last + 1
    if n >= b or p.start[n] - p.end[last] > 2:
        return None
    word, low = p.word[n], p.lower[n]
    if p.tag[n] == "CD" and word[0].isdigit():
        numbered = feature_words("before")
        return n if len(word) <= 3 and numbered.get(p.lower[last]) in ("road", "region", "camp", "base") else None
    if is_name_word(word):
        return n if p.tag[n] not in _CLOSED or low in _ARTICLES or low in _ASSIMILATED else None
    after = n + 1
    if after < b and low == "-" and p.lower[after] in _POINTS and p.start[after] == p.end[last] + 1:
        return after  # "Centre-nord"
    if after >= b or not is_name_word(p.word[after]):
        return None
    if _is_hamza(p, last, n):
        return after
    if low == "-" and p.start[after] == p.end[last] + 1:
        return after
    if low in _ASSIMILATED and p.lower[after].startswith(_ASSIMILATED[low]) and p.lower[after] not in demonyms():
        return None if p.word[after].isupper() or p.tag[after] in _CLOSED else after
    if (low in _WITHIN or (low == "of" and p.lower[last] in _OF_INSIDE)) and p.tag[after] not in _CLOSED:
        return after
    return None


def _is_hamza(p: Parse, last: int, n: int) -> bool:
    """An apostrophe that is a letter: "Ra's al-Ayn", "Tal al-Sawa' Sharqi"; no quotation mark that closes."""
    if p.start[n] != p.end[last] or p.tag[n + 1] in _CLOSED:
        return False
    if p.word[n] in ("'s", "’s"):
        return p.lower[last] == "ra"
    if p.word[n] not in ("'", "’") or p.lower[last].endswith(("s", "z", "x")):
        return False
    begin = p.sents[p.sent[n]][0]
    return p.start[n + 1] - p.end[n] == 1 and not any(p.word[i] in ("'", "‘") for i in range(begin, n))


def _split(p: Parse, first: int, last: int, taken: Container[int]) -> Iterator[Run]:
    """The parts of a run between words that belong to no place's name: titles, days, peoples, taken names."""
    whole = p.slice(first, last)
    countries, whole_run = country_names(), not any(i in taken for i in range(first, last + 1))
    before = first - 1 if first else first
    placed = p.lower[before] in cues("locative") or p.lemma[before] in cues("verb")  # "raided Pashtun Kot district"
    known = last > first and prominence(whole) >= (0.1 if placed else 2)
    if whole_run and (whole.lower() in countries or known):
        yield first, last
        return
    breaks, titles, peoples, pairs = cues("break"), cues("title"), demonyms(), two_word_demonyms()
    begin = first
    for i in range(first + (placed and p.lower[first] in titles and last > first), last + 1):
        low = p.lower[i]
        month = low in _SHORT_MONTHS and not (i < last + 1 < len(p) and p.tag[i + 1] == "CD")  # "Zanda Jan district"
        broken = low in breaks and not (month and i > first)
        people = low in peoples and not (low in countries and first == last)
        pair = (i < last and (low, p.lower[i + 1]) in pairs) or (i > first and (p.lower[i - 1], low) in pairs)
        if i in taken or broken or (low in titles and last > first) or people or pair:
            if begin < i:
                yield from _town_and_area(p, begin, i - 1)
            begin = i + 1
    if begin <= last:
        yield from _town_and_area(p, begin, last)


def _town_and_area(p: Parse, first: int, last: int) -> Iterator[Run]:
    """ "Maiduguri Borno State" without its comma is two names."""
    if last - first >= 2 and p.lower[last] in feature_words("after") and prominence(p.slice(first, last)) == 0:
        for cut in range(first + 1, last):
            area = p.slice(cut, last)
            if prominence(p.slice(first, cut - 1)) >= 4 and any(c.feature == "province" for c in namesakes(area)):
                yield first, cut - 1
                yield cut, last
                return
    yield first, last


def _known_runs(p: Parse, a: int, b: int, taken: Container[int], cased: bool) -> Iterator[Run]:
    """The longest well-known names, where the parse or a preposition allows a name."""
    places, never = cues("locative") | cues("weak"), cues("never") | cues("break") | demonyms() | cues("title")
    i = a
    while i < b:
        low = p.lower[i]
        if cased and p.word[i][0].islower():
            i += 1
            continue
        if p.ent[i] in ("GPE", "LOC") and (last := _longest(p, i, b)) is not None and last > i:  # New Mexico
            yield i, last
            i = last + 1
            continue
        nominal = low[0].isalpha() and (p.pos[i] in ("PROPN", "NOUN") or p.ent[i] in ("GPE", "LOC"))
        # "Writing by Hereward Holland"
        signed = i > a + 1 and p.lower[i - 2] == "by" and p.ent[i - 1] == p.ent[i] == "PERSON"
        if i in taken or signed or not nominal or low in never or len(low) < 4:
            i += 1
            continue
        placed = (i > a and p.lower[i - 1] in places) or _opens_dateline(p, i, a)
        presented = placed or p.ent[i] in ("GPE", "LOC") or low in country_names()
        last = _longest(p, i, b)
        if presented and last is not None:
            yield i, last
            i = last
        i += 1


def _longest(p: Parse, i: int, b: int) -> int | None:
    """The last token of the longest well-known name that begins at token i."""
    return next((n for n in range(min(b, i + _LONGEST) - 1, i - 1, -1) if _well_known(p, i, n)), None)


def _well_known(p: Parse, first: int, last: int) -> bool:
    name = p.slice(first, last)
    words = cues("org") | feature_words("after")
    if not p.lower[last][0].isalpha() or p.lower[last] in words:
        return False
    return prominence(name.title() if name.isupper() else name) >= (5 if last == first else 4)
