"""Write down what households would borrow in a year."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Need
from dongvon.domain.units.vocabulary import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedDraft:
    """What one household would borrow under one programme, in đồng."""

    household: UUID
    programme: UUID
    place: str
    amount: int
    purpose: str
    group: UUID | None = None


SURVEYORS = frozenset(
    {Role.GROUP_LEADER, Role.ORGANISATION_OFFICER, Role.COMMUNE_OFFICER, Role.CREDIT_OFFICER, Role.SYSTEM}
)


@operation(allowed=SURVEYORS)
def survey(*, key: UUID, by: Actor, at: datetime, year: int, needs: tuple[NeedDraft, ...]) -> int:
    """Keep the needs of a year; said again for a household and programme, the later word counts."""
    rows = [
        Need(
            year=year,
            household_id=need.household,
            programme_id=need.programme,
            group_id=need.group,
            place_id=need.place,
            amount=need.amount,
            purpose=need.purpose,
            stated_by=by.person,
            stated_at=at,
        )
        for need in needs
    ]
    Need.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["household", "programme", "year"],
        update_fields=["group", "amount", "purpose", "stated_by", "stated_at"],
    )
    return len(rows)
