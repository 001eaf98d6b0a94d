"""Give back what was set aside and is not needed."""

from datetime import datetime
from uuid import UUID

from django.db.models import F

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.capital.models import Draw, FundLimit
from dongvon.domain.units.vocabulary import Role


@operation(allowed={Role.OFFICE_DIRECTOR, Role.CREDIT_OFFICER, Role.SYSTEM})
def release(*, key: UUID, by: Actor, at: datetime, about: UUID) -> int:
    """Free all that is set aside for `about`; gives the amount under the first of its limits, 0 where nothing was."""
    held = list(Draw.objects.select_for_update().filter(about=about, released_at=None).order_by("limit"))
    for each in held:
        FundLimit.objects.filter(id=each.limit_id).update(drawn=F("drawn") - each.amount)
    Draw.objects.filter(id__in=[each.id for each in held]).update(released_at=at)
    return held[0].amount if held else 0
