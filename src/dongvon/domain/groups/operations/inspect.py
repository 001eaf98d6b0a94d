"""Write down an inspection of a group (16/TD)."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Group, Inspection, InspectionLine, Promise
from dongvon.domain.groups.operations.hold_meeting import GroupNotLiving
from dongvon.domain.groups.queries.assessments import latest_of
from dongvon.domain.groups.vocabulary import GroupFigures, InspectionDraft, Matter
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean

#: Who looks at groups: the organisation that manages them, and the bank.
INSPECTING = frozenset({Role.ORGANISATION_OFFICER, Role.CREDIT_OFFICER, Role.INSPECTOR, Role.SYSTEM})


class NotInspectedYet(Refusal):
    """An inspection is written down once it took place."""

    text = "Ngày kiểm tra {day:%d/%m/%Y} chưa tới; biên bản chỉ ghi cuộc kiểm tra đã diễn ra."
    field = "inspected_on"


class TeamUnknown(Refusal):
    """The minutes say who went."""

    text = "Hãy ghi họ tên, chức vụ những người đã đi kiểm tra."
    field = "team"


class MattersLeftOut(Refusal):
    """Every matter of 16/TD is looked at, each once."""

    text = "Biên bản 16/TD phải ghi kết quả của đủ {count} nội dung kiểm tra."


class FaultUnsaid(Refusal):
    """What is not in order is said."""

    text = "Có nội dung chưa đạt mà chưa ghi rõ chưa đạt điều gì."


class PromiseTooEarly(Refusal):
    """A promise is kept after the day on which it is given."""

    text = "Thời hạn khắc phục phải sau ngày kiểm tra {day:%d/%m/%Y}, và mỗi kiến nghị phải có nội dung."


class InspectedAlready(Refusal):
    """One visit by one unit a day."""

    text = "Đơn vị đã ghi biên bản kiểm tra tổ này ngày {day:%d/%m/%Y}."
    field = "inspected_on"


@operation(allowed=INSPECTING)
def inspect(
    *, key: UUID, by: Actor, at: datetime, on: date, group: UUID, inspection: InspectionDraft, figures: GroupFigures
) -> UUID:
    """Keep what a visit found; `figures` are what lending knows on `on`, today. Gives the inspection.

    Refuses NotInspectedYet, GroupNotLiving, TeamUnknown, MattersLeftOut, FaultUnsaid, PromiseTooEarly,
    InspectedAlready.
    """
    _demand_sense(inspection, on=on)
    found = Group.objects.living(inspection.inspected_on).filter(id=group).first()
    if found is None:
        raise GroupNotLiving(day=f"{inspection.inspected_on:%d/%m/%Y}")
    try:
        with transaction.atomic():
            made = _kept(found, inspection, figures, by=by, at=at, on=on)
    except IntegrityError as fault:
        if "groups_inspection_once_a_day" in str(fault):
            raise InspectedAlready(day=inspection.inspected_on) from None
        raise
    return made.id


def _demand_sense(given: InspectionDraft, *, on: date) -> None:
    if given.inspected_on > on:
        raise NotInspectedYet(day=given.inspected_on)
    if not clean(given.team):
        raise TeamUnknown
    if sorted(line.matter for line in given.lines) != sorted(Matter):
        raise MattersLeftOut(count=len(Matter))
    if any(not line.in_order and not clean(line.note) for line in given.lines):
        raise FaultUnsaid
    if any(not clean(each.text) or each.due_on <= given.inspected_on for each in given.promises):
        raise PromiseTooEarly(day=given.inspected_on)


def _kept(
    group: Group, given: InspectionDraft, figures: GroupFigures, *, by: Actor, at: datetime, on: date
) -> Inspection:
    grade = latest_of([group.id]).get(group.id)
    made = Inspection.objects.create(
        group=group,
        inspected_on=given.inspected_on,
        team=clean(given.team),
        members=group.members.filter(valid__contains=on).count(),
        outstanding=figures.outstanding,
        overdue=figures.overdue,
        interest=figures.interest,
        grade=grade.grade if grade else "",
        merits=clean(given.merits),
        faults=clean(given.faults),
        unit=by.unit,
        inspected_by=by.person,
        written_at=at,
    )
    InspectionLine.objects.bulk_create(
        InspectionLine(inspection=made, matter=line.matter, in_order=line.in_order, note=clean(line.note))
        for line in given.lines
    )
    Promise.objects.bulk_create(
        Promise(inspection=made, text=clean(each.text), due_on=each.due_on) for each in given.promises
    )
    return made
