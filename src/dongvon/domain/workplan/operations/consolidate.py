"""Consolidate: make the city's report on a round from the reports accepted so far."""

import hashlib
import json
from collections import defaultdict
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.documents.operations.attach import attach
from dongvon.domain.documents.papers.filling import fill
from dongvon.domain.documents.queries.templates import template_content, templates
from dongvon.domain.units.queries.directory import units
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Computation, ComputationRow, Consolidation, Round
from dongvon.domain.workplan.operations.acting import person_of
from dongvon.domain.workplan.operations.computing import compute
from dongvon.domain.workplan.papers.annexes import annex_workbook
from dongvon.domain.workplan.papers.report_form import CODE, shipped_form
from dongvon.domain.workplan.papers.report_values import report_values
from dongvon.domain.workplan.queries.city_report import CityReport
from dongvon.domain.workplan.queries.make_city_report import BRANCH, make_city_report
from dongvon.domain.workplan.vocabulary import ComputationKind, ReportState, RoundKind
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.ids import derived_id
from dongvon.kernel.refusals import Refusal

#: Kinds of rounds in the names of files.
NAMES = {
    RoundKind.ANNUAL: "nam",
    RoundKind.HALF_YEARLY: "sau-thang",
    RoundKind.QUARTERLY: "quy",
    RoundKind.MONTHLY: "thang",
    RoundKind.DEADLINE: "theo-han",
    RoundKind.MIDTERM: "so-ket",
    RoundKind.FINAL: "tong-ket",
}


class UnknownRound(Refusal):
    """No such round."""

    text = "Không tìm thấy kỳ báo cáo này; đề nghị chọn lại."
    field = "round"


class NothingAccepted(Refusal):
    """A report of nothing says nothing."""

    text = "Kỳ “{title}” chưa có báo cáo nào được chấp nhận nên chưa tổng hợp được; đề nghị duyệt báo cáo trước."


@operation(allowed={Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.SYSTEM})
def consolidate(*, key: UUID, by: Actor, at: datetime, round: UUID) -> UUID:
    """The id of the consolidation: numbers with their sources, the paper (.docx) and the annexes (.xlsx).

    Refuses UnknownRound, NothingAccepted, UnfitTemplate.
    """
    found = Round.objects.select_for_update(of=["self"]).select_related("plan").filter(pk=round).first()
    if found is None:
        raise UnknownRound
    if not found.reports.filter(state=ReportState.ACCEPTED).exists():
        raise NothingAccepted(title=found.title)
    consolidation = derived_id(key, "consolidation")
    computed = compute(found, consolidation=consolidation, at=at)
    last = Consolidation.objects.filter(round=found).aggregate(last=Max("number"))["last"] or 0
    report = make_city_report(consolidation, round_=found, number=last + 1, at=at)
    form, template = _form()
    name = f"bao-cao-tong-hop-{NAMES[RoundKind(found.kind)]}-{found.year}-lan-{report.number}"
    files = {
        f"{name}.docx": fill(form, report_values(report)),
        f"{name}.xlsx": annex_workbook(report, figures=_figures_by_unit(report, computed)),
    }
    paper, workbook = (_kept(file, content, key=key, by=by, at=at) for file, content in files.items())
    Consolidation.objects.create(
        id=consolidation,
        round=found,
        number=report.number,
        reports=report.reports,
        content_hash=_fingerprint(report),
        template_id=template,
        paper_id=paper,
        workbook_id=workbook,
        made_by_id=person_of(by),
        made_at=at,
    )
    return consolidation


def _form() -> tuple[bytes, UUID | None]:
    """The form in use: the newest that officials stored, or the one that ships with the program."""
    stored = next(iter(templates(CODE)), None)
    return (template_content(stored.id), stored.id) if stored else (shipped_form(), None)


def _figures_by_unit(report: CityReport, computed: list[Computation]) -> list[tuple[str, dict[UUID, Any]]]:
    """Rows of the annex in its order; units without a figure have none."""
    slots = {each.pk: each.slot_id for each in computed if each.kind == ComputationKind.FIGURE and each.slot_id}
    shown = {each.pk: each.multiplier for each in computed}
    by_unit: dict[UUID, dict[UUID, Any]] = defaultdict(dict)
    rows = ComputationRow.objects.filter(computation__in=list(slots), value__isnull=False)
    for computation, unit, value in rows.values_list("computation", "unit", "value"):
        assert value is not None, "Rows without a value were left out."
        by_unit[unit][slots[computation]] = value / shown[computation]
    return [(line.full_name, by_unit[line.unit]) for line in report.units if line.unit in by_unit]


def _kept(file_name: str, content: bytes, *, key: UUID, by: Actor, at: datetime) -> UUID:
    branch = next(iter(units(on=at.astimezone(VIETNAM).date(), bodies=[BRANCH])), None)
    unit = by.unit or (branch.id if branch else None)
    assert unit is not None, "There is a branch whose report this is."
    return attach(key=key, by=by, at=at, unit=unit, file_name=file_name, content=content)


def _fingerprint(report: CityReport) -> str:
    material = json.dumps(asdict(report), default=str, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(material.encode()).hexdigest()
