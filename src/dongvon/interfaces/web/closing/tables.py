"""Closings and disagreements as tables."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dongvon.domain.lending.queries.closing import CloseRow
from dongvon.domain.lending.queries.verification import Difference
from dongvon.domain.lending.vocabulary import CloseStepName, StepSums
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.components.values import number_shown

STEPS: dict[str, Promise | str] = {
    CloseStepName.SESSIONS: gettext_lazy("Dời kỳ hạn theo lệnh chuyển phiên"),
    CloseStepName.FREEZES: gettext_lazy("Hết thời gian khoanh"),
    CloseStepName.GRACES: gettext_lazy("Hết thời gian ân hạn"),
    CloseStepName.OVERDUE: gettext_lazy("Chuyển nợ quá hạn"),
    CloseStepName.NOTICES: gettext_lazy("Danh sách nợ đến hạn"),
    CloseStepName.SNAPSHOT: gettext_lazy("Chốt số liệu"),
    CloseStepName.INTEREST: gettext_lazy("Lãi phải thu ngoại bảng"),
}


def step_table(steps: Sequence[StepSums]) -> Table:
    """The steps of one closing: rows touched, control sum, time taken."""
    return Table(
        _("Các bước khóa sổ"),
        columns=(
            Column(_("Bước"), leads=True),
            Column(_("Số dòng"), kind="number"),
            Column(_("Tổng kiểm soát (đồng)"), kind="number"),
            Column(_("Thời gian (giây)"), kind="number"),
        ),
        rows=tuple((STEPS[step.name], step.rows, step.amount, _seconds(step.seconds)) for step in _in_order(steps)),
        empty=Empty(_("Chưa xong bước nào")),
    )


def run_table(runs: Sequence[CloseRow]) -> Table:
    """One line a day, newest first."""
    return Table(
        _("Các ngày đã khóa sổ"),
        columns=(
            Column(_("Ngày làm việc"), kind="date", leads=True),
            Column(_("Kết thúc"), kind="date"),
            Column(_("Chuyển quá hạn (đồng)"), kind="number"),
            Column(_("Dư nợ chốt (đồng)"), kind="number"),
            Column(_("Lãi chưa thu (đồng)"), kind="number"),
            Column(_("Thời gian (giây)"), kind="number"),
            Column(_("Trạng thái")),
        ),
        rows=tuple(_run_line(run) for run in runs),
        empty=Empty(_("Chưa khóa sổ ngày nào"), text=_("Đêm sau khi có khoản vay, ngày đầu tiên được khóa.")),
    )


def _run_line(run: CloseRow) -> tuple[Any, ...]:
    sums = {step.name: step.amount for step in run.steps}
    seconds = sum(step.seconds for step in run.steps)
    done = run.finished_at is not None
    return (
        run.day,
        run.finished_at,
        sums.get(CloseStepName.OVERDUE),
        sums.get(CloseStepName.SNAPSHOT),
        sums.get(CloseStepName.INTEREST),
        _seconds(seconds),
        Badge(_("Đã khóa"), tone="good", icon="lock") if done else Badge(_("Đang dở"), tone="bad"),
    )


def _in_order(steps: Sequence[StepSums]) -> list[StepSums]:
    order = list(CloseStepName)
    return sorted(steps, key=lambda step: order.index(CloseStepName(step.name)))


def _seconds(seconds: float) -> str:
    return number_shown(round(seconds, 2))


def difference_table(rows: Sequence[Difference], *, offices: Mapping[str, str]) -> Table:
    """Two figures that should be one, each pair on a line."""
    return Table(
        _("Chênh lệch"),
        columns=(
            Column(_("Của"), leads=True),
            Column(_("Số liệu")),
            Column(_("Đang ghi"), kind="number"),
            Column(_("Tính lại"), kind="number"),
        ),
        rows=tuple((offices.get(row.of, row.of), row.subject, row.kept, row.found) for row in rows),
        empty=Empty(
            _("Khớp"),
            text=_("Khoản vay, kỳ trả nợ, biến động, phiếu thu và sổ cái nói cùng một số."),
            icon="circle-check",
        ),
    )
