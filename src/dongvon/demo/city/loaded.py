"""The demo city as it stands after loading: ids by code and by address."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final
from uuid import UUID

from dongvon.kernel.ids import derived_id

#: The two-tier administration begins; the city's status is raised; both by published resolutions.
BEGINNING: Final = date(2025, 7, 1)
CITY_SINCE: Final = date(2026, 4, 30)
REARRANGED_BY: Final = "Nghị quyết số 1662/NQ-UBTVQH15 ngày 16/6/2025"
RAISED_BY: Final = "Nghị quyết số 30/2026/QH16"
WARDS_BY: Final = "Nghị quyết số 237/NQ-UBTVQH16 ngày 14/4/2026"

#: When the demo's clerk typed everything in; fixed, so that a second run asks the same again.
TYPED_AT: Final = datetime(2025, 7, 1, 1, 0, tzinfo=UTC)
_DEMO: Final = UUID("0197c3a0-0000-7000-8000-000000000039")


@dataclass(frozen=True, kw_only=True)
class City:
    """`units` by code ("so-tai-chinh", "ubnd-26041", "pgd-004603"), `people` by address."""

    units: dict[str, UUID]
    people: dict[str, UUID]


def key_of(step: str) -> UUID:
    """The key of one step of the demo: the same step has the same key in every run."""
    return derived_id(_DEMO, step)
