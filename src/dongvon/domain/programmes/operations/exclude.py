"""State that a debt under some programmes bars a loan under another."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.programmes.models import Exclusion
from dongvon.domain.programmes.vocabulary import Confidence
from dongvon.domain.units.vocabulary import Role


@operation(allowed={Role.CREDIT_CONTROLLER, Role.BRANCH_OFFICER, Role.SYSTEM})
def exclude(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    barred: UUID,
    held: tuple[UUID, ...],
    basis: UUID,
    confidence: Confidence,
) -> int:
    """Bar `barred` to whoever owes under one of `held`; gives how many programmes that are."""
    rows = [Exclusion(held_id=one, barred_id=barred, basis_id=basis, confidence=confidence) for one in held]
    return len(Exclusion.objects.bulk_create(rows, ignore_conflicts=True))
