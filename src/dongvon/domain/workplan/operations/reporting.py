"""What every verb about reports asks first: the report, held, who is asking, and whether it may still change."""

from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import F

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.models import Edge
from dongvon.domain.units.vocabulary import EdgeKind, Role
from dongvon.domain.workplan.models import Obligation, Report
from dongvon.domain.workplan.vocabulary import ReportState
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal

BRANCH = frozenset({Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR})
WRITERS = frozenset({Role.UNIT_REPORTER, Role.UNIT_HEAD}) | BRANCH

_ABOVE = (EdgeKind.ADMINISTRATIVE, EdgeKind.PROFESSIONAL, EdgeKind.REPORTS_THROUGH)


class UnknownReport(Refusal):
    """No such report, or not one that the asker may see."""

    text = "Không tìm thấy báo cáo này trong phạm vi của bạn; đề nghị mở lại từ danh sách báo cáo."


class NotYourUnit(Refusal):
    """The asker's unit neither owes the report nor stands above the one that does."""

    text = "Báo cáo này của đơn vị khác; chỉ đơn vị đó, đơn vị cấp trên hoặc chi nhánh được lập thay."


class PeriodLocked(Refusal):
    """The round has locked."""

    text = "Kỳ báo cáo đã khóa lúc {locked_at}; muốn sửa, đề nghị chi nhánh gia hạn hoặc mở lại báo cáo."


class HandedIn(Refusal):
    """The report waits for the branch, or was accepted."""

    text = "Báo cáo đã nộp nên không sửa được; muốn sửa, đề nghị chi nhánh trả lại hoặc mở lại báo cáo."


class NotOwed(Refusal):
    """The unit owes nothing on this clause in this round."""

    text = "Đơn vị không được giao nhiệm vụ này trong kỳ báo cáo; đề nghị mở lại trang báo cáo."


def held(report: UUID) -> Report:
    """The report, locked until the transaction ends. Refuses UnknownReport."""
    found = Report.objects.select_for_update().filter(pk=report).first()
    if found is None:
        raise UnknownReport
    return found


def held_for_writing(report: UUID, *, by: Actor, at: datetime) -> Report:
    """The report, locked, whose content `by` may change at this moment.

    Refuses UnknownReport, NotYourUnit, HandedIn, PeriodLocked.
    """
    found = held(report)
    check_acts_for(found.reporter_id, by=by, at=at)
    if found.state not in (ReportState.DRAFT, ReportState.RETURNED):
        raise HandedIn
    check_not_locked(found, at=at)
    return found


def check_acts_for(unit: UUID, *, by: Actor, at: datetime) -> None:
    """Refuses NotYourUnit unless `by` acts for the unit itself, for one above it, or for the branch."""
    if by.unit != unit and not by.roles & BRANCH and not _stands_above(by.unit, unit, at=at):
        raise NotYourUnit


def check_not_locked(report: Report, *, at: datetime) -> None:
    """Refuses PeriodLocked from the moment the report locks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT workplan_report_locks_at(%s)", [report.pk])
        locks_at = cursor.fetchone()[0]
    if at >= locks_at:
        raise PeriodLocked(locked_at=local(locks_at))


def check_owed(report: Report, clause: UUID) -> None:
    """Refuses NotOwed for a clause that this report does not answer."""
    owed = Obligation.objects.filter(round=report.round_id, reporter=report.reporter_id, clause=clause, waiver=None)
    if not owed.exists():
        raise NotOwed


def advance(report: Report, *, by: Actor, at: datetime, state: ReportState | None = None) -> int:
    """Count one more writing of a held report, perhaps with a step of its state; returns the new edition."""
    changed = {"state": state} if state else {}
    Report.objects.filter(pk=report.pk).update(edition=F("edition") + 1, changed_by=by.person, changed_at=at, **changed)
    return report.edition + 1


def local(moment: datetime) -> str:
    """A moment as a citizen reads it."""
    return f"{moment.astimezone(VIETNAM):%H:%M ngày %d/%m/%Y}"


def _stands_above(parent: UUID | None, child: UUID, *, at: datetime) -> bool:
    on = at.astimezone(VIETNAM).date()
    return Edge.objects.filter(parent=parent, child=child, kind__in=_ABOVE, valid__contains=on).exists()
