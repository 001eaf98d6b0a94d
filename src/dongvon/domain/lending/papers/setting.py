"""What stands around a file on every paper about it: the office, the commune, the day, and the terms of that day."""

from dataclasses import dataclass
from datetime import date

from dongvon.domain.lending.papers.wording import commune_of, office_of
from dongvon.domain.lending.queries.applications import FileRow
from dongvon.domain.lending.queries.offered_terms import OfferedTerms, offered_terms
from dongvon.domain.units.queries.directory import units_by_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """`terms` is None where the programme has no approved rate on that day."""

    office: str
    commune: str
    on: date
    terms: OfferedTerms | None


def setting_of(row: FileRow, *, on: date) -> Setting:
    """Of one file on one day."""
    return Setting(
        office=office_of(units_by_id([row.unit], on=on)[row.unit]),
        commune=commune_of(row.place, on=on) or row.place_name,
        on=on,
        terms=offered_terms(row.id, on=on),
    )
