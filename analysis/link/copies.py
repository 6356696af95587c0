"""Near-duplicate texts: the same wire copy under several mastheads is one source, not several.

MinHash over word shingles (Broder 1997), compared only within equal bands, so that the work grows with the number of
documents and not with its square. Hashes are fixed: the same texts give the same answer on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from zlib import crc32

import numpy as np

_HASHES, _BANDS, _SHINGLE = 64, 16, 4
_READ = 200_000  # characters: enough to know a copy by
_PRIME = (1 << 61) - 1
ALIKE = 0.6  # estimated share of common shingles from which two texts are copies


@cache
def _coefficients() -> tuple[np.ndarray, np.ndarray]:
    state = np.random.Generator(np.random.PCG64(20220428))
    return (
        state.integers(1, 1 << 31, _HASHES, dtype=np.int64).astype(np.uint64),
        state.integers(0, 1 << 31, _HASHES, dtype=np.int64).astype(np.uint64),
    )


def signature(text: str) -> bytes:
    """64 MinHash values of the text's shingles of four words, as 256 bytes; the same for the same words.

    >>> signature("Two men were killed in the town.") == signature("Two men were killed, in the town")
    True
    """
    words = re.findall(r"\w+", text[:_READ].lower())
    shingles = {" ".join(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))}
    hashes = np.fromiter((crc32(s.encode("utf-8", "surrogatepass")) for s in sorted(shingles)), dtype=np.uint64)
    a, b = _coefficients()
    lowest = np.full(_HASHES, np.iinfo(np.uint32).max, dtype=np.uint64)
    for start in range(0, len(hashes), 4096):
        mixed = ((hashes[start : start + 4096, None] * a + b) % np.uint64(_PRIME)) & np.uint64(0xFFFFFFFF)
        lowest = np.minimum(lowest, mixed.min(axis=0))
    return lowest.astype("<u4").tobytes()


def likeness(one: bytes, other: bytes) -> float:
    """The estimated share of common shingles, 0 to 1."""
    return float(np.mean(np.frombuffer(one, "<u4") == np.frombuffer(other, "<u4")))


def find_copies(signatures: Mapping[str, bytes]) -> dict[str, str]:
    """The copies among the documents: each copy's id with the id of its original, the first in the order given."""
    bands: dict[tuple[int, bytes], list[str]] = {}
    copies: dict[str, str] = {}
    size = _HASHES // _BANDS * 4
    for doc_id, value in signatures.items():
        keys = [(band, value[band * size : (band + 1) * size]) for band in range(_BANDS)]
        candidates = dict.fromkeys(other for key in keys for other in bands.get(key, ()))
        original = max(candidates, key=lambda other: likeness(value, signatures[other]), default=None)
        if original is not None and likeness(value, signatures[original]) >= ALIKE:
            copies[doc_id] = original
        else:
            for key in keys:
                bands.setdefault(key, []).append(doc_id)
    return copies
