"""Running text as it is kept: composed letters, plain line ends, no blanks at the ends."""

import unicodedata


def tidy(text: str) -> str:
    """NFC, with every kind of line end made one and trailing blanks dropped; paragraphs stay."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()
