"""State how few and how many members a group may have."""

from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import SizeRule
from dongvon.domain.units.vocabulary import Role


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def set_size_rule(
    *, key: UUID, by: Actor, at: datetime, on: date, fewest: int, most: int, basis: str, confirmed: bool
) -> int:
    """From `on` a group has `fewest` to `most` members; the rule before ends there. Gives the rule's number."""
    for earlier in SizeRule.objects.filter(valid__contains=on):
        earlier.valid = DateRange(earlier.valid.lower, on)
        earlier.save(update_fields=["valid"])
    made = SizeRule.objects.create(
        valid=DateRange(on, None), fewest=fewest, most=most, basis=basis, confirmed=confirmed
    )
    return int(made.pk)
