"""Bytes of a text file to Unicode text."""

import codecs
import unicodedata

from dongvon.domain.documents.rules.paper.legacy import is_unicode, legacy_encoding
from dongvon.domain.documents.rules.paper.refusals import UndecodablePaper

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(content: bytes, *, name: str) -> str:
    """The text of `content`; a legacy font encoding still stands as its Latin letters.

    Refuses `UndecodablePaper` where no encoding gives readable text.
    """
    for encoding in _candidates(content):
        text = _attempt(content, encoding=encoding)
        if text is not None and _readable(text):
            return unicodedata.normalize("NFC", text)
    raise UndecodablePaper(name=name)


def _candidates(content: bytes) -> list[str]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return [encoding]
    zeros = content[:2000].count(0)
    if zeros * 5 > min(len(content), 2000):
        first_is_zero = content[:1] == b"\0"
        return ["utf-16-be"] if first_is_zero else ["utf-16-le"]
    return ["utf-8", "cp1252-legacy", "utf-8-spoilt", "cp1258"]


def _attempt(content: bytes, *, encoding: str) -> str | None:
    try:
        if encoding == "cp1252-legacy":
            text = content.decode("latin-1")
            return text if legacy_encoding(text) else None
        if encoding == "utf-8-spoilt":
            text = content.decode("utf-8", "replace")
            return text if is_unicode(text) and text.count("\ufffd") * 200 <= len(text) else None
        return content.decode(encoding)
    except UnicodeError:
        return None


def _readable(text: str) -> bool:
    """Few control characters, and hardly any gaps where a letter was lost."""
    sample = text[:20_000]
    odd = sum(1 for letter in sample if letter == "\ufffd" or (letter < " " and letter not in "\t\n\r\f\v"))
    return odd * 100 <= len(sample)
