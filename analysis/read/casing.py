"""Headlines In Title Case, as sentences: the parser takes every capital for a name.

A word goes to lower case where the report itself writes it so, or where it is a word of grammar, of deeds or of people.
Names keep their capitals. The length never changes, so offsets stay.
"""

from __future__ import annotations

import re
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from .knowledge import knowledge

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST = 180  # characters
_FEWEST, _SHARE = 5, 0.8  # words, and how many of the longer ones bear capitals


@cache
def _common() -> frozenset[str]:
    """Lower-case words that a headline capitalises though they name nothing."""
    words = set(STOP_WORDS) | {"as", "amid", "over", "dead", "injured", "suspected", "kills", "says", "said", "least"}
    for name, column in (("numbers", "word"), ("target_kinds", "head"), ("generic_actors", "actor")):
        words |= {w for row in knowledge(name) for w in row[column].lower().split()}
    for row in knowledge("triggers"):
        for word in row["trigger"].lower().split()[:1]:
            words |= {word, f"{word}s", f"{word}es", f"{word}ed", f"{word}d", f"{word}ing", f"{word[:-1]}ing"}
    return frozenset(words | {f"{word}s" for word in words if len(word) > 3})


def is_title_case(line: str) -> bool:
    """Does nearly every longer word bear a capital, in a line that is no sentence?

    >>> is_title_case("Gunmen Kill Nine Soldiers In Zamfara"), is_title_case("Gunmen kill nine soldiers in Zamfara")
    (True, False)
    """
    line = line.strip()
    if len(line) > _LONGEST or line[-1:] in (".", '"', "”"):
        return False
    words = [w for w in _WORD.findall(line) if len(w) > 3]
    return len(_WORD.findall(line)) >= _FEWEST and sum(w[0].isupper() for w in words) >= _SHARE * len(words) > 0


def sentence_case(line: str, report: str) -> str:
    """The headline with its names alone in capitals; `report` is the text that it heads.

    >>> sentence_case("Gunmen Kill Nine Soldiers In Zamfara", "The gunmen came to Zamfara at night.")
    'Gunmen kill nine soldiers in Zamfara'
    """
    shouting = line.upper() == line
    first = _WORD.search(line)

    def lower(match: re.Match[str]) -> str:
        word = match[0]
        low = word.lower()
        if len(low) != len(word) or match.start() == (first.start() if first else -1):
            return word[:1] + low[1:] if shouting and len(low) == len(word) else word
        if re.search(rf"(?<=[a-z,] ){re.escape(word.title() if shouting else word)}\b", report):
            return word.title() if shouting else word  # a name inside the report's sentences
        if low in _common() or re.search(rf"(?<![\w'’-]){re.escape(low)}(?![\w'’-])", report):
            return low
        return word.title() if shouting and len(word) > 4 else word

    return _WORD.sub(lower, line)
