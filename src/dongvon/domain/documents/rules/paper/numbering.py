"""The numerals of automatic lists, as the page shows them."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def numeral(number: int, *, style: str) -> str:
    """`number` in one of the styles decimal, lower_letter, upper_letter, lower_roman, upper_roman."""
    if style.endswith("letter"):
        written = _letters(number)
    elif style.endswith("roman"):
        written = _roman(number)
    else:
        return str(number)
    return written.lower() if style.startswith("lower") else written


def _letters(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * (1 + (number - 1) // 26)


def _roman(number: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        count, number = divmod(number, worth)
        written += letters * count
    return written
