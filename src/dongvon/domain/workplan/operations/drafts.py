"""Finds the draft that a correction is about."""

from uuid import UUID

from dongvon.domain.workplan.models import Plan
from dongvon.domain.workplan.vocabulary import PlanState
from dongvon.kernel.refusals import Refusal


class NotADraft(Refusal):
    """A plan in force is not rewritten."""

    text = "Kế hoạch đã có hiệu lực nên không sửa được nữa; nếu cần thay đổi, hãy nhập bản mới để thay thế."


class NotFound(Refusal):
    """Nothing by that id, or nothing that the asker may see."""

    text = "Không tìm thấy nội dung cần xử lý; có thể nó đã được xóa. Hãy tải lại trang."


def draft(plan: UUID) -> Plan:
    """The plan, held until the transaction ends. Refuses NotFound, NotADraft."""
    found = Plan.objects.select_for_update().filter(pk=plan).first()
    if found is None:
        raise NotFound
    if found.state != PlanState.DRAFT:
        raise NotADraft
    return found
