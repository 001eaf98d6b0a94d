"""The tables of commendation."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dongvon.domain.workplan.queries.commendations import DecisionRow, ProposalRow, SessionPage, SessionRow
from dongvon.domain.workplan.queries.scores import RuleRow, ScoreRow
from dongvon.interfaces.web.commendation.words import CRITERIA, FORMS
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table

RANKING = (
    Column(_("Hạng"), kind="number"),
    Column(_("Đơn vị"), leads=True),
    *(Column(name, kind="number") for name in CRITERIA.values()),
    Column(_("Tổng điểm"), kind="number"),
)
RULES = (
    Column(_("Tiêu chí"), leads=True),
    Column(_("Điểm tối đa"), kind="number"),
    Column(_("Cách tính")),
    Column(_("Căn cứ")),
    Column(_("Áp dụng từ"), kind="date"),
)
PROPOSALS = (
    Column(_("Tập thể, cá nhân"), leads=True),
    Column(_("Thành tích")),
    Column(_("Hình thức")),
    Column(_("Người đề nghị")),
    Column(_("Tình trạng")),
)
DECISIONS = (
    Column(_("Tập thể, cá nhân"), leads=True),
    Column(_("Hình thức")),
    Column(_("Quyết định")),
    Column(_("Ngày"), kind="date"),
    Column(_("Tiền thưởng (đồng)"), kind="number"),
)
SESSIONS = (
    Column(_("Phiên họp"), leads=True),
    Column(_("Ngày họp"), kind="date"),
    Column(_("Chủ trì")),
    Column(_("Thành viên"), kind="number"),
    Column(_("Tình trạng")),
)
VOTES = (
    Column(_("Tập thể, cá nhân"), leads=True),
    Column(_("Đồng ý"), kind="number"),
    Column(_("Không đồng ý"), kind="number"),
    Column(_("Ý kiến khác"), kind="number"),
    Column(_("Số phiếu"), kind="number"),
    Column(_("Tình trạng")),
)


def ranking_table(rows: Sequence[ScoreRow]) -> Table:
    """Units by rank, with their points."""
    empty = Empty(_("Kỳ này chưa chấm điểm"), text=_("Chấm điểm được khi đã hết hạn gửi báo cáo."), icon="award")
    drawn = tuple(
        (row.rank, row.full_name, row.timeliness, row.completeness, row.results, row.quality, row.total) for row in rows
    )
    return Table(_("Xếp hạng"), columns=RANKING, rows=drawn, empty=empty)


def rules_table(rows: Sequence[RuleRow]) -> Table:
    """The formula."""
    drawn = tuple((CRITERIA[row.criterion], row.weight, row.definition, row.basis, row.valid_from) for row in rows)
    return Table(_("Công thức chấm điểm"), columns=RULES, rows=drawn, empty=Empty(_("Chưa công bố công thức")))


def proposals_table(rows: Sequence[ProposalRow]) -> Table:
    """Who was put forward."""
    drawn = tuple((row.recipient, row.achievement, FORMS[row.form], row.proposed_by, _state(row)) for row in rows)
    return Table(_("Đề nghị khen thưởng"), columns=PROPOSALS, rows=drawn, empty=Empty(_("Chưa có đề nghị nào")))


def decisions_table(rows: Sequence[DecisionRow]) -> Table:
    """Who was awarded."""
    drawn = tuple(
        (
            f"{row.full_name}, {row.unit_name}" if row.full_name else row.unit_name,
            FORMS[row.form],
            row.document_number,
            row.decided_on,
            row.amount,
        )
        for row in rows
    )
    return Table(_("Đã khen thưởng"), columns=DECISIONS, rows=drawn, empty=Empty(_("Chưa có quyết định nào")))


def sessions_table(rows: Sequence[SessionRow]) -> Table:
    """Sessions of the council."""
    drawn = tuple(
        (
            Link(_("Phiên họp %(n)s") % {"n": row.number}, href=reverse("commendation:session", args=[row.id])),
            row.held_on,
            row.chair,
            row.members,
            Badge(_("Đã kết thúc"), tone="good") if row.closed_at else Badge(_("Đang biểu quyết"), tone="busy"),
        )
        for row in rows
    )
    return Table(_("Phiên họp hội đồng"), columns=SESSIONS, rows=drawn, empty=Empty(_("Chưa có phiên họp nào")))


def votes_table(page: SessionPage) -> Table:
    """Each proposal with its ballot."""
    drawn: tuple[tuple[Any, ...], ...] = tuple(
        (row.recipient, ballot.for_, ballot.against, ballot.abstain, ballot.cast, _state(row))
        for row, ballot in page.proposals
    )
    return Table(_("Kết quả biểu quyết"), columns=VOTES, rows=drawn, empty=Empty(_("Chưa có đề nghị nào")))


def _state(row: ProposalRow) -> Badge:
    return Badge(_("Đã khen thưởng"), tone="good") if row.awarded else Badge(_("Chờ xét"), tone="busy")
