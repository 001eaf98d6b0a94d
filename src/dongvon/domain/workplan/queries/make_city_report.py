"""Puts a city report together from the computations of a consolidation and the words of accepted reports."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from dongvon.domain.units.queries.directory import UnitRow, city_name, units, units_by_id
from dongvon.domain.units.queries.people import holders
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Report, Round
from dongvon.domain.workplan.queries.cited import Key, cited_in
from dongvon.domain.workplan.queries.city_report import Cited, CityReport
from dongvon.domain.workplan.queries.concern_lines import concern_lines
from dongvon.domain.workplan.queries.findings import groups_of
from dongvon.domain.workplan.queries.outlook import outlook_of
from dongvon.domain.workplan.queries.standing_of_units import Standings, reporters_of
from dongvon.domain.workplan.vocabulary import ComputationKind, ReportState
from dongvon.kernel.clock import VIETNAM

BRANCH = "nhcsxh-chi-nhanh"


def make_city_report(consolidation: UUID, *, round_: Round, number: int, at: datetime) -> CityReport:
    """The whole content of a consolidation made at a moment, from computations already stored."""
    on = at.astimezone(VIETNAM).date()
    cited = cited_in(consolidation)
    known = units_by_id(reporters_of(round_.pk), on=on)
    names = {id_: unit.full_name for id_, unit in known.items()}
    standings = Standings(consolidation, round_=round_.pk, units=known, at=at)
    branch = next(iter(units(on=on, bodies=[BRANCH])), None)
    return CityReport(
        round=round_.pk,
        round_title=round_.title,
        kind=round_.kind,
        year=round_.year,
        number=number,
        plan_title=round_.plan.title,
        plan_number=round_.plan.number,
        city=city_name(on=on),
        issuer=branch.full_name if branch else "",
        signer=_signer(branch, at=at),
        made_at=at,
        due_at=round_.due_at,
        reports=Report.objects.filter(round=round_, state=ReportState.ACCEPTED).count(),
        punctuality=_punctuality(cited),
        families=standings.families(),
        groups=groups_of(round_.plan_id, round_=round_.pk, year=round_.year, cited=cited, names=names),
        outlook=outlook_of(round_.plan_id, year=round_.year, cited=cited),
        tardy=standings.tardy(),
        concerns=concern_lines(round_.pk, names=names, at=at),
        units=standings.by_unit(),
        cited=tuple(cited.values()),
    )


def _signer(branch: UnitRow | None, *, at: datetime) -> str:
    """The director of the branch on the day, or nobody where the post is empty."""
    if branch is None:
        return ""
    on = at.astimezone(VIETNAM).date()
    found = holders(on=on, units=[branch.id], roles=[Role.BRANCH_DIRECTOR])
    return found[0].full_name if found else ""


def _punctuality(cited: Mapping[Key, Cited]) -> dict[str, Cited]:
    return {subject: each for (kind, subject, _), each in cited.items() if kind == ComputationKind.PUNCTUALITY}
