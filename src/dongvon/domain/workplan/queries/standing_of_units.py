"""How each reporting unit stood when a consolidation was made: in time, late, missing; by family and by name."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Min

from dongvon.domain.units.queries.directory import UnitRow
from dongvon.domain.workplan.models import ComputationRow, Entry, Obligation
from dongvon.domain.workplan.queries.city_report import FamilyLine, TardyLine, UnitStatusLine
from dongvon.domain.workplan.rules.families import FAMILIES, family_of
from dongvon.domain.workplan.vocabulary import ComputationKind, Punctuality, ReportState
from dongvon.kernel.clock import VIETNAM

_TARDY = (Punctuality.LATE, Punctuality.MISSING)


class Standings:
    """The punctuality of every reporter, as the consolidation counted it."""

    def __init__(self, consolidation: UUID, *, round_: UUID, units: Mapping[UUID, UnitRow], at: datetime) -> None:
        self.units = units
        self.at = at
        self.states = _states(consolidation)
        self.moments = _moments(round_)
        self.statuses = _statuses(round_)

    def families(self) -> tuple[FamilyLine, ...]:
        """Counts by family, in a fixed order; families that owe nothing are left out."""
        counted: dict[str, Counter[str]] = defaultdict(Counter)
        for unit, state in self.states.items():
            counted[self._family(unit)][state] += 1
        return tuple(_family_line(name, counted[name]) for name in FAMILIES if counted[name])

    def tardy(self) -> tuple[TardyLine, ...]:
        """Who has not reported, then who reported late, each by name."""
        lines = [self._tardy(unit, state) for unit, state in self.states.items() if state in _TARDY]
        return tuple(sorted(lines, key=lambda line: (line.state != Punctuality.MISSING, line.full_name)))

    def by_unit(self) -> tuple[UnitStatusLine, ...]:
        """Every reporter with its statuses by clause code."""
        lines = [
            UnitStatusLine(
                unit=unit,
                full_name=self.units[unit].full_name,
                family=self._family(unit),
                punctuality=state,
                statuses=self.statuses[unit],
            )
            for unit, state in self.states.items()
        ]
        return tuple(sorted(lines, key=lambda line: (FAMILIES.index(line.family), line.full_name)))

    def _family(self, unit: UUID) -> str:
        return family_of(self.units[unit].body, level=self.units[unit].level)

    def _tardy(self, unit: UUID, state: str) -> TardyLine:
        """Days count from the last day on which reporting was in time; a missing unit's go on."""
        due_at, met_at = self.moments[unit]
        until = met_at if state == Punctuality.LATE and met_at else self.at
        return TardyLine(
            full_name=self.units[unit].full_name,
            state=state,
            due_at=due_at,
            met_at=met_at if state == Punctuality.LATE else None,
            days=max(1, (until.astimezone(VIETNAM) - due_at.astimezone(VIETNAM)).days + 1),
        )


def reporters_of(round_: UUID) -> set[UUID]:
    """The units that report in a round."""
    return set(Obligation.objects.filter(round=round_).values_list("reporter", flat=True).distinct())


def _states(consolidation: UUID) -> dict[UUID, str]:
    rows = ComputationRow.objects.filter(
        computation__consolidation=consolidation,
        computation__kind=ComputationKind.PUNCTUALITY,
        computation__subject__in=list(Punctuality),
    )
    return dict(rows.values_list("unit", "computation__subject"))


def _moments(round_: UUID) -> dict[UUID, tuple[datetime, datetime | None]]:
    rows = Obligation.objects.filter(round=round_).values_list("reporter").annotate(Min("due_at"), Max("met_at"))
    return {unit: (due_at, met_at) for unit, due_at, met_at in rows}


def _family_line(name: str, counted: Counter[str]) -> FamilyLine:
    return FamilyLine(
        name=name,
        owed=counted.total() - counted[Punctuality.WAIVED],
        on_time=counted[Punctuality.ON_TIME],
        late=counted[Punctuality.LATE],
        missing=counted[Punctuality.MISSING],
        pending=counted[Punctuality.PENDING],
    )


def _statuses(round_: UUID) -> dict[UUID, dict[str, str]]:
    gathered: dict[UUID, dict[str, str]] = defaultdict(dict)
    entries = Entry.objects.filter(report__round=round_, report__state=ReportState.ACCEPTED)
    for unit, code, status in entries.values_list("report__reporter", "clause__code", "status"):
        gathered[unit][code] = status
    return gathered
