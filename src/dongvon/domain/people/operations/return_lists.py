"""Return lists to their draft: an objection was upheld, or the chair wants something put right."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import BeneficiaryList, PublicPosting
from dongvon.domain.people.vocabulary import ListState
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class NotToBeReturned(Refusal):
    """A draft is one already, and what is certified is final."""

    text = "Chỉ trả về dự thảo được danh sách đang niêm yết hoặc đang trình."


@operation(allowed={Role.COMMUNE_CHAIR, Role.COMMUNE_OFFICER, Role.SYSTEM})
def return_lists(*, key: UUID, by: Actor, at: datetime, lists: tuple[UUID, ...], reason: str) -> int:
    """What hangs is taken down; the lists hang anew before they are laid again. Refuses NotToBeReturned."""
    found = BeneficiaryList.objects.select_for_update().filter(id__in=lists)
    if any(listed.state not in (ListState.POSTED, ListState.LAID) for listed in found):
        raise NotToBeReturned
    hanging = PublicPosting.objects.filter(list__in=lists, taken_down_at__isnull=True)
    hanging.update(taken_down_by=by.person, taken_down_at=at)
    back = {"state": ListState.DRAFT, "laid_by": None, "laid_at": None, "returned_for": reason[:300]}
    return BeneficiaryList.objects.filter(id__in=lists).update(**back)
