"""Shortens the text of a clause to a heading."""

from dongvon.kernel.text import clean

MOST_WORDS = 24


def shorten(text: str, *, words: int = MOST_WORDS) -> str:
    """The first sentence, or as many of its words as fit, at a comma or semicolon where one is near the end."""
    sentence = clean(text).split(". ")[0].rstrip(" .;:")
    found = sentence.split()
    if len(found) <= words:
        return sentence
    kept = found[:words]
    for end in range(len(kept) - 1, words * 2 // 3, -1):
        if kept[end].endswith((",", ";")):
            return " ".join(kept[: end + 1]).rstrip(",;") + "…"
    return " ".join(kept).rstrip(",;") + "…"
