"""The folding key: one spelling for the many spellings of a place's name.

Reports write the same town as Heet, Hit and Hīt, as Al-Qa'im, Qaim and Al Kaim. `fold` maps them to one key, so that
an index can look up by equality. The key is built for romanised Arabic, and helps with Turkish, Persian, Pashto,
Hausa and Cyrillic romanisations; Arabic and Cyrillic script are looked up as written, cleaned of variant letters.

The rules, in order:

1. Accents and apostrophes go; hyphens are spaces.
2. The article goes: al, el, ul, and its assimilated forms where the next word starts with that letter (ar-Raqqah,
   Deir ez-Zor), also glued to the word (Deir Ezzor, Albukamal).
3. Words with many spellings get one: abu, bu and abou; bin and ibn; tal, tel, tell and tall; deir, dair and dayr.
4. Type words (wadi, jabal, district, desert, road) name the feature. The key with them and the key without are both
   given: `peeled` may only meet a place of that feature, so that Wadi Houran is never the district of Hiran.
5. Letters that romanisations confuse become one: q, c, k; gh and g; kh and x; ph and f; dh and d; th and t;
   ee, i, y, ay, ai, ei; ou, oo, o, au, aw, w, u. Other a and e go, except at the start of the name.
   Doubled letters are single; the final h goes.

`skeleton` keeps the consonants alone: the second chance, which needs a similarity of the plain spellings as well.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from ...read.knowledge import knowledge, listed

_LETTERS = str.maketrans(
    {
        "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a",
        "ŋ": "n", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ħ": "h", "ʿ": "", "ʾ": "", "ʼ": "", "ʻ": "", "’": "",
        "‘": "", "'": "", "`": "", "´": "", "ʹ": "", "ʺ": "", "″": "", "′": "", "“": "", "”": "", '"': "", ".": "",
        "-": " ", "‐": " ", "‑": " ", "–": " ", "—": " ", "/": " ", ",": " ", "_": " ", "(": " ", ")": " ",
    }
)  # fmt: skip
_ARABIC = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و", "ک": "ك", "ڪ": "ك",
        "ة": "ه", "ۀ": "ه", "ھ": "ه", "ە": "ه", "ہ": "ه", "ء": "", "ـ": "", "\u200c": "", "\u200d": "",
    }
)  # fmt: skip
_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f\u0670]")

_ARTICLES = {"al", "el", "ul", "l"}
_ASSIMILATED = {
    vowel + letters: letters
    for letters in ("r", "n", "s", "sh", "d", "t", "z", "th", "dh")
    for vowel in ("a", "e", "u", "i")
}
_OF = {"of", "de", "du", "la", "del"}
_ONE_SPELLING = {
    "abou": "abu", "bou": "bu", "abu": "bu", "abi": "bu", "ibn": "bin", "ben": "bin", "bani": "bani", "beni": "bani",
    "tel": "tal", "tell": "tal", "tall": "tal", "deir": "dir", "dayr": "dir", "dair": "dir", "dier": "dir",
    "umm": "um", "oum": "um", "om": "um", "ayn": "in", "ain": "in", "ein": "in", "ayin": "in", "kafar": "kafr",
    "kafer": "kafr", "kufr": "kafr", "kfar": "kafr", "kefar": "kafr", "st": "saint", "ste": "saint", "mt": "mount",
    "ft": "fort", "hajji": "haj", "hajj": "haj", "haji": "haj", "sayyid": "said", "sayid": "said", "seyid": "said",
    "sheikh": "shikh", "shaykh": "shikh", "sheik": "shikh", "cheikh": "shikh", "shaikh": "shikh",
    "abdul": "abd", "abdel": "abd", "wad": "uad", "oued": "uadi", "ouadi": "uadi", "wady": "uadi", "wadi": "uadi",
}  # fmt: skip
_GLUED_DIN = re.compile(r"^(\w{3,}?)[aeiu]d?-?d(?:i|ee|ie)n$")
_GLUED_BU = re.compile(r"^al(?=a?bu)|^a(?=bu)")
_PAIRS = (
    ("kh", "x"), ("gh", "g"), ("ph", "f"), ("dh", "d"), ("th", "t"), ("tch", "C"), ("sch", "S"), ("ch", "C"),
    ("cz", "C"), ("sh", "S"), ("dzh", "j"), ("zh", "j"), ("dj", "j"), ("ck", "k"), ("q", "k"), ("c", "k"),
)  # fmt: skip
_DOUBLED = re.compile(r"([^aeiouyw])\1+")
_FINAL = set("aeiou")  # the vowels after which an h is no letter of its own
_VOWELS = re.compile(r"[aeiouyw]+")
_VOWEL_STEPS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"a[eiy]+|e[iy]+|ee", "i"), (r"[aeo]+[uw]+|oo|o|w", "u"), (r"[iy]+", "i"), (r"[ae]+", ""),
        (r"([iu])\1+", r"\1"),
    )
)  # fmt: skip
_NO_VOWELS = str.maketrans({"i": "", "u": "", "A": "", "g": "k", "x": "k", "h": "", "S": "s", "C": "s", "z": "s"})


@dataclass(frozen=True, slots=True)
class Folded:
    """What a name is looked up by. `kind` is the feature that a type word of the name gives; `peeled` the key without
    that word; both empty where the name has none."""

    plain: str
    key: str
    peeled: str = ""
    kind: str = ""
    peeled_plain: str = ""


@cache
def type_words() -> dict[str, str]:
    """Word -> feature of the codebook, from knowledge/place_types.csv."""
    return {word: row["feature"] for row in knowledge("place_types") for word in listed(row["words"])}


@lru_cache(maxsize=4096)
def fold(name: str) -> Folded:
    """The keys of a name.

    >>> fold("Ar Ruţbah").key == fold("al-Rutba").key == fold("Rutbah").key
    True
    >>> fold("Deir ez-Zor").key == fold("Dayr az-Zawr").key == fold("Deir Ezzor").key
    True
    >>> fold("Wadi Houran").peeled == fold("Hawran").key, fold("Wadi Houran").kind
    (True, 'wadi')
    """
    return Folded(*keys_of(plain(name)))


def keys_of(text: str) -> tuple[str, ...]:
    """The fields of Folded for a name that is plain already; the last three only where a type word was peeled."""
    if not text.isascii():
        return text, " ".join(_bare(word) for word in text.split())
    words = text.split()
    if len(words) < 2:
        return text, _letters(text, True)
    first, last, kind = 0, len(words), ""
    kinds = type_words()
    if len(words) > 2 and (two := f"{words[-2]} {words[-1]}") in kinds:
        kind, last = kinds[two], last - 2
    elif words[-1] in kinds:
        kind, last = kinds[words[-1]], last - 1
    elif words[0] in kinds:
        kind, first = kinds[words[0]], 1
        while first < last - 1 and words[first] in _OF:
            first += 1
    if not kind:
        return text, _key(words)
    rest = words[first:last]
    return text, _key(words), _key(rest), kind, " ".join(rest)


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Lower case, without accents, apostrophes and hyphens; single spaces.

    >>> plain("Al-Qā’im"), plain("القائم")
    ('al qaim', 'القايم')
    """
    text = name.lower()
    if text.isascii():
        if text.isalpha():
            return text
    else:
        text = text.translate(_ARABIC)
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return " ".join(text.translate(_LETTERS).split())


def skeleton(key: str) -> str:
    """The consonants of a key: what two spellings must share to be compared at all.

    >>> skeleton(fold("Kbaisa").key) == skeleton(fold("Kubaysah").key)
    True
    """
    return key.translate(_NO_VOWELS)


def _key(words: list[str]) -> str:
    key = ""
    for word, following in zip(words, (*words[1:], ""), strict=True):
        if following and len(word) < 4:
            if word in _ARTICLES:
                continue
            if (letter := _ASSIMILATED.get(word)) and following.startswith(letter):
                continue
        key += _letters(word, not key)
    return key


@lru_cache(maxsize=32768)
def _letters(word: str, first: bool) -> str:
    word = _ONE_SPELLING.get(word, word)
    if word[:1] == "a":
        word = _GLUED_BU.sub("", word)
    if word.endswith("n") and (found := _GLUED_DIN.match(word)):
        word = _final_h(found[1]) + "din"
    word = _DOUBLED.sub(r"\1", word)
    word = _final_h(word)
    for pair, letter in _PAIRS:
        word = word.replace(pair, letter)
    vowels = _VOWELS.sub(_run, word)
    return "A" + vowels if first and word[:1] in ("a", "e") and vowels[:1] not in ("i", "u") else vowels


def _final_h(word: str) -> str:
    return word[:-1] if word.endswith("h") and word[-2:-1] in _FINAL else word


def _run(match: re.Match[str]) -> str:
    return _vowel_run(match[0])


@cache
def _vowel_run(run: str) -> str:
    """What remains of vowels that stand together: i for a y, i or ee among them, u for a w, o or u, else nothing."""
    for pattern, letter in _VOWEL_STEPS:
        run = pattern.sub(letter, run)
    return run


def _bare(word: str) -> str:
    """An Arabic word without its article."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
