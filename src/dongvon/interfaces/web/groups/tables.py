"""Groups as tables, and what their members owe."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.groups.queries.assessment_rules import most_points
from dongvon.domain.groups.queries.assessments import AssessmentRow
from dongvon.domain.groups.queries.groups import GroupFacts, MemberRow
from dongvon.domain.groups.queries.inspections import InspectionRow
from dongvon.domain.groups.queries.meetings import MeetingRow
from dongvon.domain.lending.queries.group_dues import DueRow, GroupStand
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.components.values import number_shown
from dongvon.interfaces.web.groups.words import CRITERIA, MEETINGS, ORGANISATIONS, grade_badge

NOTHING = GroupStand(outstanding=0, overdue=0)


@dataclass(frozen=True, slots=True)
class MemberDues:
    """A member with the loans and what is to be paid by the session, in đồng."""

    full_name: str
    phone: str
    loans: tuple[DueRow, ...]
    household: UUID | None

    @property
    def late(self) -> bool:
        return any(each.late for each in self.loans)

    @property
    def late_since(self) -> date | None:
        return min((each.late_since for each in self.loans if each.late_since), default=None)

    @property
    def interest(self) -> int:
        return sum(each.interest for each in self.loans)

    @property
    def principal(self) -> int:
        return sum(each.principal for each in self.loans)

    @property
    def owed(self) -> int:
        return self.interest + self.principal

    @property
    def outstanding(self) -> int:
        return sum(each.outstanding for each in self.loans)


def dues_of(
    members: Iterable[MemberRow], rows: Iterable[DueRow], *, households: Mapping[UUID, UUID]
) -> list[MemberDues]:
    """Member by member, who is late first, then who has most to pay; everybody else by name."""
    loans: dict[UUID, list[DueRow]] = {}
    for row in rows:
        loans.setdefault(row.borrower, []).append(row)
    found = [
        MemberDues(each.full_name, each.phone, tuple(loans.get(each.person, ())), households.get(each.person))
        for each in members
    ]
    return sorted(found, key=lambda each: (not each.late, each.late_since or date.max, -each.owed))


def groups_table(
    rows: Iterable[GroupFacts],
    *,
    stands: Mapping[UUID, GroupStand],
    grades: Mapping[UUID, AssessmentRow],
    names: Mapping[str, str],
) -> dict[str, Any]:
    """The groups of a page of the list."""
    return {
        "columns": (
            Column(_("Mã tổ"), leads=True),
            Column(_("Xã, phường")),
            Column(_("Ấp, khu phố")),
            Column(_("Tổ trưởng")),
            Column(_("Hội, đoàn thể")),
            Column(_("Tổ viên"), kind="number"),
            Column(_("Dư nợ (đồng)"), kind="number"),
            Column(_("Quá hạn (đồng)"), kind="number"),
            Column(_("Xếp loại")),
        ),
        "rows": tuple(
            (
                Link(row.code, href=reverse("groups:group", args=[row.id])),
                names.get(row.place, row.place),
                row.hamlet,
                row.leader_name,
                ORGANISATIONS[row.organisation],
                row.members,
                stands.get(row.id, NOTHING).outstanding,
                stands.get(row.id, NOTHING).overdue,
                grade_badge(grades[row.id].grade) if row.id in grades else _("Chưa chấm"),
            )
            for row in rows
        ),
        "empty": Empty(_("Không có tổ nào như vậy"), text=_("Đổi điều kiện tìm rồi thử lại."), icon="users"),
    }


def members_table(rows: Iterable[MemberRow], *, group: GroupFacts) -> dict[str, Any]:
    """Everybody in the group, by given name, with the board named."""
    board = {group.leader: Badge(_("Tổ trưởng"), tone="good"), group.deputy: Badge(_("Tổ phó"), tone="busy")}
    return {
        "columns": (
            Column(_("Tổ viên"), leads=True),
            Column(_("Vai trò")),
            Column(_("Điện thoại")),
            Column(_("Từ ngày"), kind="date"),
        ),
        "rows": tuple((row.full_name, board.get(row.person, ""), row.phone, row.since) for row in rows),
        "empty": Empty(_("Tổ chưa có tổ viên"), icon="users"),
    }


def meetings_table(rows: Iterable[MeetingRow]) -> dict[str, Any]:
    """The latest meetings."""
    return {
        "columns": (
            Column(_("Ngày họp"), kind="date", leads=True),
            Column(_("Nội dung")),
            Column(_("Dự họp"), kind="number"),
            Column(_("Biên bản")),
        ),
        "rows": tuple(
            (
                Link(f"{row.held_on:%d/%m/%Y}", href=reverse("groups:meeting", args=[row.id])),
                MEETINGS[row.kind],
                len(row.present),
                _("Số {number}").format(number=row.number) if row.closed else Badge(_("Chưa chốt"), tone="warn"),
            )
            for row in rows
        ),
        "empty": Empty(_("Chưa có cuộc họp nào"), icon="users"),
    }


def inspections_table(rows: Iterable[InspectionRow], *, on: date) -> Table:
    """The latest visits, with what was not in order and what is still promised."""
    return Table(
        _("Các lần kiểm tra"),
        columns=(
            Column(_("Ngày kiểm tra"), kind="date", leads=True),
            Column(_("Người kiểm tra")),
            Column(_("Chưa đạt"), kind="number"),
            Column(_("Kiến nghị chưa khắc phục"), kind="number"),
            Column(_("Tình trạng")),
        ),
        rows=tuple(_inspected(row, on=on) for row in rows),
        empty=Empty(_("Chưa có lần kiểm tra nào"), icon="list-check"),
    )


def _inspected(row: InspectionRow, *, on: date) -> tuple[Any, ...]:
    still = [each for each in row.promises if each.kept_on is None]
    late = any(each.late(on=on) for each in still)
    state = Badge(_("Quá hạn khắc phục"), tone="bad") if late else Badge(_("Chờ khắc phục"), tone="warn")
    return (
        Link(f"{row.inspected_on:%d/%m/%Y}", href=reverse("groups:inspection", args=[row.id])),
        row.team,
        sum(not line.in_order for line in row.lines),
        len(still),
        state if still else Badge(_("Xong"), tone="good"),
    )


def months_table(rows: Iterable[AssessmentRow]) -> dict[str, Any]:
    """Grades month by month, with the points of each criterion that could be judged."""
    return {
        "columns": (
            Column(_("Tháng"), leads=True),
            *(Column(label, kind="number") for label in CRITERIA.values()),
            Column(_("Đo được (điểm)"), kind="number"),
            Column(_("Điểm quy ra 100"), kind="number"),
            Column(_("Xếp loại")),
            Column(_("Hoa hồng (đồng)"), kind="number"),
        ),
        "rows": tuple(
            (
                f"{row.month:%m/%Y}",
                *(number_shown(_points(row, name)) for name in CRITERIA),
                row.out_of,
                number_shown(row.score) if row.out_of else "",
                grade_badge(row.grade),
                row.commission,
            )
            for row in rows
        ),
        "empty": Empty(_("Tổ chưa được chấm điểm"), icon="award"),
    }


def unmeasured(rows: list[AssessmentRow]) -> str:
    """Criteria without a figure in the latest of the months, with the points that are at stake in them."""
    if not rows:
        return ""
    most = most_points(rows[0].month)
    left = [f"{CRITERIA[name]} ({most[name]})" for name in CRITERIA if name in most and name not in rows[0].points]
    return ", ".join(left)


def _points(row: AssessmentRow, criterion: str) -> Decimal | None:
    return Decimal(row.points[criterion]) if criterion in row.points else None
