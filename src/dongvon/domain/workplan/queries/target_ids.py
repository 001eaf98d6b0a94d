"""The targets of a clause by id, for whoever ties a figure to one."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from dongvon.domain.workplan.models import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetId:
    """A target that a slot may be tied to."""

    id: UUID
    text: str
    number: Decimal
    kind: str
    year: int | None


def target_ids(clause: UUID) -> list[TargetId]:
    """In the order of the plan."""
    names = list(TargetId.__dataclass_fields__)
    return [TargetId(**row) for row in Target.objects.filter(clause=clause).order_by("ordinal").values(*names)]
