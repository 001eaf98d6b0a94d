"""Whole đồng: an amount is a plain int, split without loss, written in figures and in words."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, Literal

TensWord = Literal["linh", "lẻ"]

_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION: Final = 1_000_000_000


def half_up(exact: Fraction) -> int:
    """The nearest whole number; a half goes away from zero, as PostgreSQL's round(numeric) does."""
    whole = (abs(exact) * 2 + 1) // 2
    return int(whole) if exact >= 0 else -int(whole)


def equal_parts(total: int, *, count: int, floor_to: int = 0) -> tuple[int, ...]:
    """`count` equal parts, each floored to a multiple of `floor_to`; the last takes the rest.

    With `floor_to` 0 a part is total / count rounded half-up, but never more than what is left.
    """
    assert total >= 0, "a negative amount has no parts"
    assert count >= 1, "a split has at least one part"
    part = total // count // floor_to * floor_to if floor_to else half_up(Fraction(total, count))
    parts: list[int] = []
    left = total
    for _ in range(count - 1):
        parts.append(min(part, left))
        left -= parts[-1]
    return (*parts, left)


def shares(total: int, *, weights: Sequence[Fraction | int]) -> tuple[int, ...]:
    """`total` divided in proportion to `weights`; odd đồng go to the largest remainders, the first first.

    A negative total (a correction) mirrors the positive one.
    """
    whole = Fraction(sum(weights))
    assert whole > 0, "weights must add to something"
    assert all(weight >= 0 for weight in weights), "a weight is never negative"
    exact = [abs(total) * Fraction(weight) / whole for weight in weights]
    floors = [int(each) for each in exact]
    by_remainder = sorted(range(len(exact)), key=lambda at: floors[at] - exact[at])
    for at in by_remainder[: abs(total) - sum(floors)]:
        floors[at] += 1
    return tuple(floors) if total >= 0 else tuple(-each for each in floors)


def format_dong(amount: int) -> str:
    """1234567 → "1.234.567"."""
    return f"{amount:,}".replace(",", ".")


def amount_in_words(amount: int, *, tens: TensWord = "linh") -> str:
    """The line "Bằng chữ" of a paper: 1205000000 → "Một tỷ hai trăm linh năm triệu đồng"."""
    words = f"{number_in_words(amount, tens=tens)} đồng"
    return words[0].upper() + words[1:]


def number_in_words(number: int, *, tens: TensWord = "linh") -> str:
    """A whole number as it is read aloud; an empty group of three is passed over.

    1000005 → "một triệu không trăm linh năm". `tens` is the word for an empty tens place:
    "linh" in the North and in textbooks, "lẻ" in the South.
    """
    if number < 0:
        return f"âm {number_in_words(-number, tens=tens)}"
    if number == 0:
        return _DIGITS[0]
    return " ".join(_billions(number, tens=tens))


def _billions(number: int, *, tens: str) -> list[str]:
    above, below = divmod(number, _BILLION)
    words = [*_billions(above, tens=tens), "tỷ"] if above else []
    for unit, size in (("triệu", 1_000_000), ("nghìn", 1_000), ("", 1)):
        group = below // size % 1_000
        if group:
            words += _hundreds(group, leads=not words, tens=tens)
            words += [unit] if unit else []
    return words


def _hundreds(group: int, *, leads: bool, tens: str) -> list[str]:
    hundreds, rest = divmod(group, 100)
    silent = leads and not hundreds
    words = [] if silent else [_DIGITS[hundreds], "trăm"]
    if not rest:
        return words
    if rest < 10:
        return [*words, _DIGITS[rest]] if silent else [*words, tens, _DIGITS[rest]]
    return [*words, *_tens(rest)]


def _tens(rest: int) -> list[str]:
    tens, ones = divmod(rest, 10)
    words = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if not ones:
        return words
    if ones == 5:
        return [*words, "lăm"]
    after_twenty = {1: "mốt", 4: "tư"}
    return [*words, after_twenty.get(ones, _DIGITS[ones]) if tens > 1 else _DIGITS[ones]]
