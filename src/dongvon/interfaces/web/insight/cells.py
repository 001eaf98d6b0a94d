"""Figures in the cells of a table: how they are shown, and what a workbook gets of them."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from dongvon.domain.insight.papers import Cell
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.values import NOTHING, number_shown
from dongvon.kernel.text import format_number

MILLION = 1_000_000
BILLION = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Amount:
    """Đồng, shown in whole millions."""

    dong: int | None

    def __str__(self) -> str:
        return NOTHING if self.dong is None else number_shown(int(scaled(self.dong, MILLION, places=0)))


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage with its two decimals."""

    value: Decimal | None

    def __str__(self) -> str:
        return percent_shown(self.value)


def percent_shown(value: Decimal | None) -> str:
    """`0,12 %`."""
    return NOTHING if value is None else f"{format_number(value, decimals=2)}\u00a0%"


def scaled(dong: Decimal | int, unit: int, *, places: int) -> Decimal:
    """Đồng in millions or billions, half-up."""
    return (Decimal(dong) / unit).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def cell_of(value: Any) -> Cell:
    """What a workbook writes: đồng in full, percentages as such, the words of a link."""
    match value:
        case Amount(dong):
            return dong
        case Percent(percent):
            return percent
        case Link():
            return str(value.label)
        case int() | date() | None:
            return value
        case _:
            return str(value)
