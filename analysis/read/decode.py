"""Bytes become text: byte order marks, UTF-8, UTF-16, the encodings of Windows; one kind of line ending."""

from __future__ import annotations

import codecs
import re

from .errors import SourceError

_MARKS = (  # the longer first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    (b"%PDF", "is a PDF"),
    (b"PK\x03\x04", "is a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "is an old office document"),
    (b"{\\rtf", "is rich text (RTF)"),
    (b"\x89PNG", "is a picture"),
    (b"\xff\xd8\xff", "is a picture"),
    (b"GIF8", "is a picture"),
    (b"\x1f\x8b", "is compressed (gzip)"),
    (b"\x7fELF", "is a program"),
)
_ADVICE = "save it as plain text (.txt, UTF-8) or HTML first"
_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)


def decode(data: bytes, name: str) -> str:
    r"""The text of a source's bytes, with `\n` for every line ending and without a byte order mark.

    Raises SourceError, in the source's name, for what is no text.

    >>> decode("one\r\ntwo".encode("utf-16"), "x.txt")
    'one\ntwo'
    >>> decode(b"%PDF-1.7 ...", "x.txt")
    Traceback (most recent call last):
    analysis.read.errors.SourceError: x.txt: is a PDF; save it as plain text (.txt, UTF-8) or HTML first
    """
    for magic, problem in _FORMATS:
        if data.startswith(magic):
            raise SourceError(name, problem, _ADVICE)
    return _decoded(data, name).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise SourceError(name, f"is damaged {encoding} at byte {error.start}", _ADVICE) from None
    if order := _unmarked_utf16(data):
        return data.decode(order)
    if b"\0" in data or _control_share(data) > 0.02:
        raise SourceError(name, "is not text", _ADVICE)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared := _DECLARED.search(data[:4000]):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # a page that misstates its encoding: found out below
    return _guessed(data, name)


def _unmarked_utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: Latin text has a zero in every second byte."""
    sample = data[: 4000 - len(data) % 2]
    half = len(sample) // 2
    if len(data) % 2 or half < 2:
        return None
    for zeros, encoding in ((sample[1::2], "utf-16-le"), (sample[::2], "utf-16-be")):
        if zeros.count(0) > 0.7 * half:
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                return None
            return encoding
    return None


def _control_share(data: bytes) -> float:
    sample = data[:8000]
    control = bytes(c for c in range(32) if c not in (9, 10, 11, 12, 13, 26, 27))
    return (len(sample) - len(sample.translate(None, control))) / max(1, len(sample))


def _guessed(data: bytes, name: str) -> str:
    """The text in one of the encodings of Windows, or whatever charset-normalizer is sure of.

    English text is in Windows-1252 or 1256; where few bytes are not ASCII a statistical guess is a toss-up between
    dozens of encodings, so only these two are in the running.
    """
    from charset_normalizer import from_bytes

    foreign = len(data.translate(None, bytes(range(128)))) / len(data)
    only = ["cp1252", "cp1256"] if foreign < 0.2 else None
    best = from_bytes(data, cp_isolation=only).best()
    if best is not None:
        return str(best)
    for encoding in ("cp1252", "cp1256"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SourceError(name, "is in an encoding that cannot be told", "save it as UTF-8 first")
