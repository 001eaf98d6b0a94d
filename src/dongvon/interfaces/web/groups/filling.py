"""What the forms of a group are filled with: official words are Vietnamese whatever the reader's language."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.utils.translation import override

from dongvon.domain.documents.papers.filled_form import BLANK_DAY
from dongvon.domain.groups.papers.inspection import MATTERS
from dongvon.domain.groups.queries.assessments import latest_of
from dongvon.domain.groups.queries.groups import GroupFacts, mandate_of, members_of
from dongvon.domain.groups.queries.inspections import InspectionRow
from dongvon.domain.groups.queries.meetings import MeetingRow
from dongvon.domain.groups.queries.sessions import point_sessions
from dongvon.domain.groups.vocabulary import GroupFigures
from dongvon.domain.lending.papers.wording import long_day
from dongvon.domain.lending.queries.group_dues import group_dues
from dongvon.domain.lending.queries.origins import customer_codes
from dongvon.domain.units.queries.directory import units_by_id
from dongvon.domain.units.queries.places import places
from dongvon.interfaces.web.groups.words import GRADES, MEETINGS, ORGANISATIONS
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel.text import format_number

ABSENT: Final = "vắng mặt"
DOTS: Final = "……………………………………………………………………………………"


def minutes(request: Asked, group: GroupFacts, held: MeetingRow) -> dict[str, Any]:
    """10/TD, 10A/TD, 10C/TD."""
    members = {row.person: row.full_name for row in members_of(group.id, on=held.held_on)}
    with override("vi"):
        kind = str(MEETINGS[held.kind])
    return {
        **_usual(request, group),
        "number": held.number,
        "kind": kind,
        "day_in_words": long_day(held.held_on),
        "venue": held.venue,
        "representative": held.representative or ABSENT,
        "hamlet_head": held.hamlet_head or ABSENT,
        "present": ", ".join(name for person, name in members.items() if person in held.present),
        "present_count": len(held.present),
        "member_count": len(members),
        "minutes": held.minutes or "Như nội dung biểu quyết.",
        "motions": [
            {
                "number": each.number,
                "text": each.text,
                "in_favour": each.in_favour,
                "against": each.against,
                "abstained": each.abstained,
                "result": "Thông qua" if each.carried else "Không thông qua",
            }
            for each in held.motions
        ],
    }


def mandate(request: Asked, group: GroupFacts) -> dict[str, Any] | None:
    """11/TD; nothing where there is no contract."""
    found = mandate_of(group.id, on=request.today)
    if found is None:
        return None
    collects = [word for given, word in ((found.interest, "tiền lãi"), (found.savings, "tiền gửi")) if given]
    return {
        **_usual(request, group),
        "contract": found.number,
        "day_in_words": long_day(found.since),
        "since": f"{found.since:%d/%m/%Y}",
        "collects": " và ".join(collects),
    }


def collection(request: Asked, group: GroupFacts) -> dict[str, Any]:
    """13/TD up to the next session."""
    session = _session(request, group)
    names = {row.person: row.full_name for row in members_of(group.id, on=request.today)}
    dues = group_dues(group.id, today=request.today, until=session)
    codes = customer_codes([each.loan for each in dues])
    ordered = sorted(dues, key=lambda each: list(names).index(each.borrower) if each.borrower in names else len(names))
    return {
        **_usual(request, group),
        "day_in_words": long_day(session),
        "month": f"{session:%m/%Y}",
        "session": f"{session:%d/%m/%Y}",
        "rows": [
            {
                "name": names.get(each.borrower, ""),
                "code": codes.get(each.loan, ""),
                "contract": each.contract_number,
                "programme": each.programme_name,
                "outstanding": format_number(each.outstanding),
                "interest": format_number(each.interest),
            }
            for each in ordered
        ],
        "outstanding": format_number(sum(each.outstanding for each in dues)),
        "interest": format_number(sum(each.interest for each in dues)),
    }


def inspection_sheet(request: Asked, group: GroupFacts) -> dict[str, Any]:
    """16/TD to be carried along: the figures of today, the rest open for the pen."""
    figures = figures_of(group.id, on=request.today)
    grade = latest_of([group.id]).get(group.id)
    blank = {"right": "", "wrong": "", "note": ""}
    return {
        **_usual(request, group),
        **_standing(figures, members=group.members, grade=grade.grade if grade else "", day=request.today),
        "inspected_on": BLANK_DAY,
        "team": DOTS,
        "merits": DOTS,
        "faults": DOTS,
        "checked": [{"matter": words, **blank} for words in MATTERS.values()],
        "promises": [{"text": "", "due_on": "", "seen": ""}] * 3,
    }


def inspection(request: Asked, group: GroupFacts, held: InspectionRow) -> dict[str, Any]:
    """16/TD of a visit that was written down."""
    figures = GroupFigures(outstanding=held.outstanding, overdue=held.overdue, interest=held.interest)
    return {
        **_usual(request, group),
        **_standing(figures, members=held.members, grade=held.grade, day=held.inspected_on),
        "inspected_on": long_day(held.inspected_on),
        "team": held.team,
        "merits": held.merits or "không ghi.",
        "faults": held.faults or "không.",
        "checked": [
            {
                "matter": MATTERS[line.matter],
                "right": "x" if line.in_order else "",
                "wrong": "" if line.in_order else "x",
                "note": line.note,
            }
            for line in held.lines
        ],
        "promises": [
            {"text": each.text, "due_on": f"{each.due_on:%d/%m/%Y}", "seen": each.seen} for each in held.promises
        ],
    }


def figures_of(group: UUID, *, on: date) -> GroupFigures:
    """What a group owes on a day."""
    dues = group_dues(group, today=on, until=on)
    return GroupFigures(
        outstanding=sum(each.outstanding for each in dues),
        overdue=sum(each.overdue for each in dues),
        interest=sum(each.interest for each in dues),
    )


def _standing(figures: GroupFigures, *, members: int, grade: str, day: date) -> dict[str, Any]:
    ratio = Decimal(100 * figures.overdue) / figures.outstanding if figures.outstanding else Decimal(0)
    with override("vi"):
        graded = str(GRADES[grade][0]) if grade else "chưa chấm"
    return {
        "day": f"{day:%d/%m/%Y}",
        "member_count": members,
        "outstanding": format_number(figures.outstanding),
        "overdue": format_number(figures.overdue),
        "ratio": format_number(ratio, decimals=2),
        "interest": format_number(figures.interest),
        "grade": graded,
    }


def _usual(request: Asked, group: GroupFacts) -> Mapping[str, Any]:
    place = next((each for each in places(on=request.today) if each.code == group.place), None)
    point = next(iter(point_sessions(on=request.today, point=group.point)), None)
    office = units_by_id([point.unit], on=request.today)[point.unit].full_name if point else "Phòng giao dịch NHCSXH"
    with override("vi"):
        organisation = str(ORGANISATIONS[group.organisation])
    return {
        "code": group.code,
        "hamlet": group.hamlet,
        "place": f"{place.type.capitalize()} {place.name}" if place else group.place,
        "organisation": organisation,
        "office": office,
        "leader": group.leader_name,
        "deputy": group.deputy_name,
    }


def _session(request: Asked, group: GroupFacts) -> date:
    sessions = point_sessions(on=request.today, point=group.point)
    return sessions[0].day if sessions else request.today
