"""Add accounts to the chart."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.ledger.models import Account
from dongvon.domain.ledger.vocabulary import AccountRow
from dongvon.domain.units.vocabulary import Role


@operation(allowed={Role.ACCOUNTANT, Role.SYSTEM})
def add_account(*, key: UUID, by: Actor, at: datetime, accounts: tuple[AccountRow, ...]) -> int:
    """Open those of `accounts` that are not open yet, by number; gives how many were added."""
    known = set(Account.objects.filter(number__in=[row.number for row in accounts]).values_list("number", flat=True))
    added = [
        Account(number=row.number, name=row.name, kind=row.kind, confirmed=row.confirmed)
        for row in accounts
        if row.number not in known
    ]
    Account.objects.bulk_create(added, ignore_conflicts=True)
    return len(added)
