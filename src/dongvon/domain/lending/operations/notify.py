"""Tell a commune what was decided, and where money is handed out (04/TD)."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Application, ResultLine, ResultNotice
from dongvon.domain.lending.operations.moving import NoSuchApplication, StepTaken, advance
from dongvon.domain.lending.vocabulary import Stage
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class OneCommuneANotice(Refusal):
    """A notice goes to one commune, from one office."""

    text = "Một thông báo 04/TD chỉ gồm hồ sơ của một xã, phường."


class NoticeTooLate(Refusal):
    """The commune hears before money is handed out."""

    text = "Ngày giải ngân {day:%d/%m/%Y} phải từ hôm nay trở đi."
    field = "disburse_on"


@operation(allowed={Role.CREDIT_OFFICER, Role.SYSTEM})
def notify(
    *, key: UUID, by: Actor, at: datetime, applications: tuple[UUID, ...], disburse_on: date, venue: str
) -> UUID:
    """Send one notice about applications approved or refused and not told yet.

    Refuses NoSuchApplication, StepTaken, OneCommuneANotice, NoticeTooLate.
    """
    if disburse_on < at.astimezone(VIETNAM).date():
        raise NoticeTooLate(day=disburse_on)
    rows = _held(applications)
    made = ResultNotice.objects.create(
        unit_id=rows[0].unit_id,
        place_id=rows[0].place_id,
        disburse_on=disburse_on,
        venue=venue,
        sent_by=by.person,
        sent_at=at,
    )
    ResultLine.objects.bulk_create(ResultLine(notice=made, application=row) for row in rows)
    for row in rows:
        if row.stage == Stage.APPROVED:
            advance(row, Stage.NOTIFIED, at=at)
    return made.id


def _held(applications: tuple[UUID, ...]) -> list[Application]:
    rows = list(Application.objects.select_for_update().filter(id__in=applications).order_by("id"))
    if not rows or len(rows) < len(set(applications)):
        raise NoSuchApplication
    told = set(ResultLine.objects.filter(application__in=rows).values_list("application_id", flat=True))
    for row in rows:
        if row.id in told or row.stage not in (Stage.APPROVED, Stage.REFUSED):
            raise StepTaken(at=row.moved_at.astimezone(VIETNAM))
    if len({(row.unit_id, row.place_id) for row in rows}) > 1:
        raise OneCommuneANotice
    return rows
