"""Text without accents, letter for letter: positions in the folded text are positions in the text."""

import unicodedata
from functools import cache


def folded(text: str) -> str:
    """Small letters without accents, đ as d; as long as `text`."""
    return "".join(map(_letter, text))


@cache
def _letter(letter: str) -> str:
    if letter in "đĐ":
        return "d"
    base = unicodedata.normalize("NFD", letter)[0]
    return _SAME.get(base, base.lower()[:1] or base)


#: What stands in a pattern's square brackets for any capital; small letters with accents lie between the capitals.
CAPITALS = "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper())
#: Signs that scanners and word processors exchange freely.
_SAME = {"–": "-", "—": "-", "−": "-", "‑": "-", "\xa0": " ", "’": "'", "“": '"', "”": '"', "：": ":", "；": ";"}
