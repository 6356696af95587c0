"""Is this English? Only English is read; another language is refused rather than misread."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from .errors import SourceError

_COMMON = frozenset(
    "the of and to in a that was for on were by with as at from is it he said an its his be has had have not".split()
)
_SAMPLE = 6000  # characters
_ENOUGH = 150  # letters: less is not judged


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # a second: only where there is doubt

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def check_english(text: str, name: str) -> None:
    """Raises SourceError where the text is surely in another language.

    Most texts pass on their function words alone; only a doubtful one is shown to the language identifier,
    whose model takes longer to load than many documents take to read.
    """
    sample = text[:_SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample.lower())
    share = sum(word in _COMMON for word in words) / max(1, len(words))
    if sum(map(len, words)) < _ENOUGH or share > 0.15:
        return
    language, probability = _identifier().classify(sample)
    if language != "en" and probability > (0.95 if share > 0.03 else 0.5):
        raise SourceError(name, f"is not in English (it looks like {language!r})", "only English is read")
