"""How concerns come together in groups, alone or many."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.models import Answer, Concern, ConcernGroup, Escalation
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class NothingChosen(Refusal):
    """No concern, or none that is in the inbox."""

    text = "Đề nghị chọn ít nhất một ý kiến còn trong hộp thư."
    field = "concerns"


class HandledAlready(Refusal):
    """One of the concerns was answered or sent up with others."""

    text = "Có ý kiến đã được trả lời hoặc đã trình cùng nhóm khác; đề nghị bỏ chọn ý kiến đó rồi làm lại."
    field = "concerns"


class OtherPlans(Refusal):
    """Concerns of two plans are not one group."""

    text = "Các ý kiến thuộc hai kế hoạch khác nhau; đề nghị gộp riêng theo từng kế hoạch."
    field = "concerns"


def chosen_concerns(concerns: Collection[UUID]) -> list[Concern]:
    """Delivered concerns, locked, of one plan. Refuses NothingChosen, OtherPlans."""
    found = list(Concern.objects.select_for_update().filter(pk__in=concerns, delivered_at__isnull=False).order_by("pk"))
    if not found or len(found) != len(set(concerns)):
        raise NothingChosen
    if len({concern.plan_id for concern in found}) > 1:
        raise OtherPlans
    return found


def group_of(concerns: Collection[UUID], *, by: Actor, at: datetime) -> ConcernGroup:
    """The group that these concerns are, or a new one of exactly these, called by the first words of the first.

    Refuses NothingChosen, OtherPlans, HandledAlready.
    """
    found = chosen_concerns(concerns)
    groups = {concern.group_id for concern in found}
    only = groups.pop() if len(groups) == 1 else None
    if only is not None and Concern.objects.filter(group=only).count() == len(found):
        return ConcernGroup.objects.get(pk=only)
    return gathered(found, title=clean(found[0].text)[:120], clause=found[0].clause_id, by=by, at=at)


def gathered(concerns: list[Concern], *, title: str, clause: UUID | None, by: Actor, at: datetime) -> ConcernGroup:
    """A new group of these concerns; they leave the groups they were in. Refuses HandledAlready."""
    before = {concern.group_id for concern in concerns if concern.group_id}
    if Answer.objects.filter(group__in=before).exists() or Escalation.objects.filter(group__in=before).exists():
        raise HandledAlready
    group = ConcernGroup.objects.create(
        plan_id=concerns[0].plan_id, clause_id=clause, title=title, grouped_by_id=by.person, grouped_at=at
    )
    Concern.objects.filter(pk__in=[concern.pk for concern in concerns]).update(group=group)
    return group
