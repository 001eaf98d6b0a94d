"""What is published about the branch, and what is supposed where nothing is: the shape of the invented portfolio.

Groups, households, debts and overdue debts by organisation, the share of the local fund, frozen debts: the branch's
report of May 2026. Outstanding by programme was not published: weights and sizes in mix.csv are suppositions.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from dongvon.demo.tables import rows

MILLION: Final = 1_000_000
LOCAL_SHARE: Final = Decimal("0.1976")
FROZEN_SHARE: Final = Decimal(6_775) / Decimal(13_219_326)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How much of the city is invented: which communes, what part of each, and how many months of single receipts."""

    name: str
    communes: tuple[str, ...]
    per_thousand: int
    told_months: int


SCALES: Final = {
    scale.name: scale
    for scale in (
        Scale(name="commune", communes=("26041",), per_thousand=1_000, told_months=24),
        Scale(name="city", communes=(), per_thousand=50, told_months=24),
        Scale(name="full", communes=(), per_thousand=1_000, told_months=6),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Managed:
    """What one organisation manages in the whole city; money in millions of đồng."""

    code: str
    groups: int
    households: int
    outstanding: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Loans of one programme: how common, how large (millions), how long (months), since when, from which funds."""

    code: str
    variant: str
    channel: str
    weight: float
    extra: float
    least: int
    most: int
    terms: tuple[int, ...]
    local: bool
    since: date


def managed() -> list[Managed]:
    """The four organisations, and "99" for what is lent without one."""
    return [
        Managed(code=row["code"], **{name: int(value) for name, value in row.items() if name != "code"})
        for row in rows("portfolio/organisations")
    ]


def kinds() -> list[Kind]:
    """The programmes that are lent in the invented city."""
    return [
        Kind(
            code=row["code"],
            variant=row["variant"],
            channel=row["channel"],
            weight=float(row["weight"]),
            extra=float(row["extra"]),
            least=int(row["least"]),
            most=int(row["most"]),
            terms=tuple(map(int, row["terms"].split())),
            local=row["local"] == "1",
            since=date.fromisoformat(row["since"]),
        )
        for row in rows("portfolio/mix")
    ]
