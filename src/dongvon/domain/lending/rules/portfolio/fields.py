"""The columns of a portfolio as it comes in and goes out: the loan record of the bank's own extract.

Source: a description of that extract, second hand. Headers are those a branch would write, `aliases` other
spellings; accents, case and signs do not matter.
"""

import csv
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final


class Kind(StrEnum):
    """How the cells of a column are read."""

    CODE = "code"
    TEXT = "text"
    NAME = "name"
    MONEY = "money"
    COUNT = "count"
    DATE = "date"
    BIRTH = "birth"
    PERCENT = "percent"
    SEX = "sex"
    PERSONAL_NUMBER = "personal_number"
    PHONE = "phone"
    FUND = "fund"
    ORGANISATION = "organisation"
    CLASS = "class"
    EVENT = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column: its word in the program, its header, how it is read, what to write in it."""

    key: str
    header: str
    kind: Kind
    about: str
    example: str
    aliases: tuple[str, ...] = ()
    width: int = 0
    needed: bool = False
    personal: bool = False
    #: Known to the bank's record but to no table here: kept as it came and given back as it came.
    kept: bool = False


def _fields() -> tuple[Field, ...]:
    with (Path(__file__).parent / "fields.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Field(
                key=row["key"],
                header=row["header"],
                kind=Kind(row["kind"]),
                width=int(row["width"] or 0),
                about=row["about"],
                example=row["example"],
                aliases=tuple(filter(None, row["aliases"].split("; "))),
                **dict.fromkeys(row["marks"].split(), True),
            )
            for row in csv.DictReader(file)
        )


FIELDS: Final = _fields()
BY_KEY: Final = {field.key: field for field in FIELDS}
KEPT: Final = tuple(field.key for field in FIELDS if field.kept)
SUMMED: Final = tuple(field.key for field in FIELDS if field.kind is Kind.MONEY and not field.kept)
