"""An application held for one step: locked, found at the right stage, moved on, its clock set."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from dongvon.domain.audit.operations.record import NotAllowed
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Application
from dongvon.domain.lending.models.application import STEPS
from dongvon.domain.lending.queries.routes import RouteRow, deadline, route_of, routes, working_days
from dongvon.domain.lending.rules.road import next_step
from dongvon.domain.lending.vocabulary import Stage, Step
from dongvon.domain.programmes.vocabulary import Channel
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal

#: Whose work each step is.
RESPONSIBLE: dict[Step, frozenset[str]] = {
    Step.SCREEN: frozenset({Role.GROUP_LEADER, Role.SYSTEM}),
    Step.CONFIRM: frozenset({Role.COMMUNE_CHAIR, Role.SYSTEM}),
    Step.TAKE_IN: frozenset({Role.CREDIT_OFFICER, Role.SYSTEM}),
    Step.APPRAISE: frozenset({Role.CREDIT_OFFICER, Role.SYSTEM}),
    Step.CONTROL: frozenset({Role.CREDIT_CONTROLLER, Role.SYSTEM}),
    Step.APPROVE: frozenset({Role.OFFICE_DIRECTOR, Role.SYSTEM}),
    Step.NOTIFY: frozenset({Role.CREDIT_OFFICER, Role.SYSTEM}),
    Step.SIGN: frozenset({Role.OFFICE_DIRECTOR, Role.SYSTEM}),
    Step.HAND_OUT: frozenset({Role.TELLER, Role.SYSTEM}),
    Step.COMPLETE: frozenset({Role.GROUP_LEADER, Role.CREDIT_OFFICER, Role.SYSTEM}),
}


class NoSuchApplication(Refusal):
    """No application, or none in sight of the asker."""

    text = "Không tìm thấy hồ sơ vay trong phạm vi của bạn."


class StepTaken(Refusal):
    """Somebody else was quicker, or the file is not that far yet."""

    text = (
        "Hồ sơ không còn chờ bước này: đã được xử lý lúc {at:%H:%M}, ngày {at:%d/%m/%Y}. "
        "Hãy tải lại trang để xem kết quả."
    )


class SamePerson(Refusal):
    """Another step of the same file was taken by this person."""

    text = "Bạn đã làm một bước khác của hồ sơ này; mỗi bước phải do một người khác nhau thực hiện."


def hold(applications: Iterable[UUID], *, step: Step, on: date) -> list[Application]:
    """Lock applications that wait for `step`, in one order. Refuses NoSuchApplication, StepTaken."""
    asked = set(applications)
    rows = list(Application.objects.select_for_update().filter(id__in=asked).order_by("id"))
    if len(rows) < len(asked):
        raise NoSuchApplication
    found = routes(on=on)
    for row in rows:
        if waits_for(row, found) is not step:
            raise StepTaken(at=row.moved_at.astimezone(VIETNAM))
    return rows


def waits_for(row: Application, found: list[RouteRow]) -> Step | None:
    """The step an application waits for under the routes of a day."""
    route = route_of(found, programme=row.programme_id, channel=Channel(row.channel))
    return next_step(Stage(row.stage), screened=route.screened, confirmed=bool(route.forms))


def demand_responsible(by: Actor, step: Step | None, *, helping: frozenset[Role] = frozenset()) -> None:
    """Only whoever takes the step may also refuse it or send the file back; `helping` roles with the chair.

    Refuses NotAllowed.
    """
    helped = helping if step is Step.CONFIRM else frozenset()
    if step is None or not by.roles & (RESPONSIBLE[step] | helped):
        raise NotAllowed


def demand_another(row: Application, by: Actor, *, signs: str) -> None:
    """Refuse SamePerson when another step that still holds was taken by the same person."""
    if any(getattr(row, name) == by.person for name in STEPS if name != signs):
        raise SamePerson


def advance(row: Application, to: Stage, *, at: datetime, **columns: Any) -> None:
    """Move on, and set until when the next step is due."""
    on = at.astimezone(VIETNAM).date()
    row.stage, row.moved_at = to, at
    rule = deadline(programme=row.programme_id, channel=Channel(row.channel), after=to, on=on)
    if rule is None:
        row.clock_on = row.due_on = None
    else:
        row.clock_on = on if rule.since is to or row.clock_on is None else row.clock_on
        row.due_on = working_days().after(row.clock_on, days=rule.working_days)
    for name, value in columns.items():
        setattr(row, name, value)
    row.save(update_fields=["stage", "moved_at", "clock_on", "due_on", *columns])
