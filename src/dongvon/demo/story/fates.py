"""What becomes of one unit's report in one year, and when: decided by seed before anything is done."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from dongvon.demo.story.chance import between, share
from dongvon.demo.story.years import Years, office_hour
from dongvon.domain.workplan.queries.plans import RoundRow
from dongvon.kernel.clock import VIETNAM

BRANCH = "nhcsxh-chi-nhanh"

#: Units of people known by name: while the last round runs, each shows another state on the first day.
_SHOWN_RETURNED, _SHOWN_DRAFT, _SHOWN_WAITING = "so-tai-chinh", "ubnd-26041", "hoi-phu-nu-thanh-pho"
_SHOWN = (_SHOWN_RETURNED, _SHOWN_DRAFT, _SHOWN_WAITING)
#: Communes whose people never sign in, whatever they owe: Thọ Sơn, Xuân Phú, Bình Minh.
_ABSENT = ("ubnd-25402", "ubnd-26458", "ubnd-26278")


@dataclass(frozen=True, kw_only=True)
class Fate:
    """The moments of one report; what is None does not happen."""

    opened_at: datetime | None = None
    submitted_at: datetime | None = None
    returned_at: datetime | None = None
    resubmitted_at: datetime | None = None
    accepted_at: datetime | None = None
    on_behalf: bool = False


def fate_of(unit: str, round_: RoundRow, *, years: Years) -> Fate:
    """Few are silent, some late, some returned; most report in time and are accepted within a week."""
    running = years.now < round_.due_at and round_.year == years.last
    if running and unit in _SHOWN:
        return _shown(unit, years=years)
    if never_comes(unit):
        return Fate()
    chance = share(round_.year, unit, "fate") if unit != BRANCH else 1.0
    if chance < 0.025:
        return Fate()
    submitted = _submission_day(unit, round_, late=0.04 <= chance < 0.12)
    opened = _moment(submitted, unit, days=-between(3, 12, round_.year, unit, "open"))
    if chance < 0.04:
        return Fate(opened_at=opened)
    return _judged(unit, round_, opened=opened, submitted=submitted, returned=0.12 <= chance < 0.24)


def never_comes(unit: str) -> bool:
    """Whether nobody of the unit was ever here."""
    return unit in _ABSENT


def _judged(unit: str, round_: RoundRow, *, opened: datetime, submitted: date, returned: bool) -> Fate:
    read = between(1, 6, round_.year, unit, "read")
    handed_in = _moment(submitted, unit)
    moments: dict[str, Any] = {"opened_at": opened, "submitted_at": handed_in}
    answered = _moment(submitted, unit, days=read, after=handed_in)
    if not returned:
        behalf = share(round_.year, unit, "behalf") < 0.02 and unit != BRANCH
        return Fate(**moments, accepted_at=answered, on_behalf=behalf)
    again = read + between(2, 5, round_.year, unit, "again")
    resubmitted = _moment(submitted, unit, days=again, after=answered)
    return Fate(
        **moments,
        returned_at=answered,
        resubmitted_at=resubmitted,
        accepted_at=_moment(submitted, unit, days=again + 2, after=resubmitted),
    )


def _submission_day(unit: str, round_: RoundRow, *, late: bool) -> date:
    first = round_.opens_at.astimezone(VIETNAM).date()
    last = round_.due_at.astimezone(VIETNAM).date() - timedelta(days=1)
    if late:
        return last + timedelta(days=between(1, 12, round_.year, unit, "late"))
    through = 0.45 if unit == BRANCH else 0.4 + 0.58 * share(round_.year, unit, "when")
    day = first + (last - first) * through
    return day if day.weekday() < 5 else day - timedelta(days=day.weekday() - 4)


def _moment(day: date, unit: str, *, days: int = 0, after: datetime | None = None) -> datetime:
    """Weekends move to one Monday: what comes `after` something then comes at least an hour and a half later."""
    moment = office_hour(day + timedelta(days=days), share=share(unit, day, days))
    return moment if after is None else max(moment, after + timedelta(minutes=90))


def _shown(unit: str, *, years: Years) -> Fate:
    today = years.now.astimezone(VIETNAM).date()
    before = {days: _moment(today - timedelta(days=days), unit) - timedelta(days=3) for days in (1, 5, 9)}
    if unit == _SHOWN_DRAFT:
        return Fate(opened_at=before[5], submitted_at=years.now + timedelta(days=3))
    if unit == _SHOWN_WAITING:
        return Fate(opened_at=before[9], submitted_at=before[5])
    return Fate(opened_at=before[9], submitted_at=before[5], returned_at=before[1])
