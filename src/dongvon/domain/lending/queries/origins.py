"""Where a loan that was taken in came from, and what its record says beside what these books hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dongvon.domain.lending.models import Origin
from dongvon.domain.lending.rules.portfolio.fields import BY_KEY, Kind

Value = str | int | date


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginFacts:
    """The file and its line, the bank's code of the borrower, and the rest of the record under the file's own heads."""

    file_name: str
    line: int
    taken_on: date
    customer_code: str
    record: tuple[tuple[str, Value], ...]


def origin_facts(loan: UUID) -> OriginFacts | None:
    """None for a loan that began in these books; one query."""
    row = Origin.objects.select_related("handover").filter(loan=loan).first()
    if row is None:
        return None
    return OriginFacts(
        file_name=row.handover.file_name,
        line=row.line,
        taken_on=row.handover.on,
        customer_code=row.customer_code,
        record=tuple((BY_KEY[key].header, _value(key, each)) for key, each in row.kept.items() if key in BY_KEY),
    )


def customer_codes(loans: Iterable[UUID]) -> dict[UUID, str]:
    """The bank's codes of those who borrowed, by loan, as far as files that were taken in told them."""
    found = Origin.objects.filter(loan__in=list(loans)).exclude(customer_code="")
    return dict(found.values_list("loan_id", "customer_code"))


def _value(key: str, value: str | int) -> Value:
    return date.fromisoformat(str(value)) if BY_KEY[key].kind is Kind.DATE else value
