"""Personal numbers for invented people: as the law shapes them, the same each time, and no two alike."""

from typing import Final

from dongvon.kernel.identity import Sex

#: Where they were born: Đồng Nai and Bình Phước before they became one.
_BORN: Final = ("075", "070")
#: Six digits of chance, of which the last hundred thousand are kept for people who are told one by one.
_DRAWN, _ALL = 900_000, 1_000_000
#: Prime to both: neighbours in the file do not bear neighbouring numbers.
_STEP: Final = 48_271


def drawn_number(at: int, *, birth_year: int, sex: str) -> str:
    """Of the `at`-th of many people; 1.8 million of them never share one."""
    return _number(_BORN[at % 2], at // 2 * _STEP % _DRAWN, birth_year=birth_year, sex=sex)


def told_number(at: int, *, birth_year: int, sex: str) -> str:
    """Of the `at`-th of a few people, up to 100,000."""
    return _number(_BORN[0], _DRAWN + at * _STEP % (_ALL - _DRAWN), birth_year=birth_year, sex=sex)


def _number(born: str, drawn: int, *, birth_year: int, sex: str) -> str:
    century = (birth_year - 1900) // 100 * 2 + (Sex(sex) is Sex.FEMALE)
    return f"{born}{century}{birth_year % 100:02d}{drawn:06d}"
