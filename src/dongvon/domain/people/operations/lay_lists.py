"""Lay lists before the commune's chair."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import BeneficiaryList, Listing, Objection, PublicPosting
from dongvon.domain.people.vocabulary import REVIEWED, ListState
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class StillHanging(Refusal):
    """The time for objections is not over, or has not begun."""

    text = "Danh sách phải niêm yết đủ thời gian trước khi trình; hạn nhận ý kiến: {day}."


class ObjectionsOpen(Refusal):
    """Everybody who objected is answered first."""

    text = "Còn {count} ý kiến chưa trả lời. Hãy trả lời hết trước khi trình."


class UpheldNotMended(Refusal):
    """An objection was right, and the list hangs as before."""

    text = "Có ý kiến đúng nhưng danh sách chưa sửa. Hãy trả về dự thảo, sửa, rồi niêm yết lại trước khi trình."


class ListEmpty(Refusal):
    """Nobody is on it."""

    text = "Danh sách chưa có dòng nào nên không trình được."


class NotToBeLaid(Refusal):
    """It lies before the chair already, or is certified."""

    text = "Danh sách đã trình hoặc đã được chứng nhận."


@operation(allowed={Role.COMMUNE_OFFICER, Role.CREDIT_OFFICER, Role.SYSTEM})
def lay_lists(*, key: UUID, by: Actor, at: datetime, lists: tuple[UUID, ...]) -> int:
    """Reviewed lists after they hung; others, and those whose review was on paper, straight from the draft.

    Gives their number. Refuses NotToBeLaid, ListEmpty, StillHanging, ObjectionsOpen, UpheldNotMended.
    """
    found = list(BeneficiaryList.objects.select_for_update().filter(id__in=lists))
    for listed in found:
        _demand_ready(listed, at=at)
    told = {"state": ListState.LAID, "laid_by": by.person, "laid_at": at, "returned_for": ""}
    return BeneficiaryList.objects.filter(id__in=lists).update(**told)


def _demand_ready(listed: BeneficiaryList, *, at: datetime) -> None:
    if listed.state not in (ListState.DRAFT, ListState.POSTED):
        raise NotToBeLaid
    if listed.kind not in REVIEWED or listed.on_paper:
        _demand_lines(listed)
        return
    posting = PublicPosting.objects.filter(list=listed).order_by("-approved_at", "-id").first()
    if posting is None or posting.until_on >= at.astimezone(VIETNAM).date():
        raise StillHanging(day=f"{posting.until_on:%d/%m/%Y}" if posting else "—")
    waiting = Objection.objects.filter(list=listed, answered_at__isnull=True).count()
    if waiting:
        raise ObjectionsOpen(count=waiting)
    if Objection.objects.filter(list=listed, upheld=True, answered_at__gte=posting.approved_at).exists():
        raise UpheldNotMended


def _demand_lines(listed: BeneficiaryList) -> None:
    if not Listing.objects.filter(list=listed, ending="").exists():
        raise ListEmpty
