"""An approved amount in parts: a student's loan is handed out over the course, any other at once.

Sources: Quyết định 157/2007/QĐ-TTg (by semester), Quyết định 29/2025/QĐ-TTg (yearly, after a declaration).
"""

from dataclasses import dataclass
from datetime import date

from dongvon.kernel.calendar import add_months
from dongvon.kernel.money import equal_parts

_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTranche:
    """Money to be handed out from a day on, at the earliest after a declaration where it needs one."""

    planned_on: date
    amount: int
    needs_declaration: bool


def tranches(
    amount: int, *, first_on: date, ends_on: date | None, every_months: int | None, floor_to: int, declared: bool
) -> list[PlannedTranche]:
    """Equal parts floored to a multiple of `floor_to`, the rest last; later years need a declaration."""
    days = [first_on]
    while every_months and ends_on and add_months(first_on, len(days) * every_months) < ends_on:
        days.append(add_months(first_on, len(days) * every_months))
    parts = equal_parts(amount, count=len(days), floor_to=floor_to)
    return [
        PlannedTranche(
            planned_on=day,
            amount=part,
            needs_declaration=declared and at > 0 and _opens_a_year(at, every_months or _YEAR),
        )
        for at, (day, part) in enumerate(zip(days, parts, strict=True))
    ]


def _opens_a_year(at: int, every_months: int) -> bool:
    return at * every_months % _YEAR == 0
