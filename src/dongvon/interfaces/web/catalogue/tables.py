"""The catalogue's tables."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.programmes.queries.catalogue import ProgrammeRow, RateRow, TermRow
from dongvon.domain.programmes.vocabulary import RateSpan
from dongvon.interfaces.web.catalogue.words import (
    CHANNELS,
    FUNDS,
    TOUCHES,
    ceiling_shown,
    confidence_badge,
    percent_shown,
    who_bears,
)
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.reading import Fact
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column
from dongvon.interfaces.web.components.values import date_shown


def programme_table(rows: list[ProgrammeRow], *, on: date) -> dict[str, Any]:
    """One line a programme: who, how much, at what rate for a loan signed on `on`."""
    return {
        "columns": (
            Column(_("Mã")),
            Column(_("Chương trình"), leads=True),
            Column(_("Mức vay tối đa")),
            Column(_("Thời hạn dài nhất"), kind="number"),
            Column(_("Lãi suất"), kind="number"),
            Column(_("Nguồn tin")),
        ),
        "rows": tuple(_programme_line(row, on=on) for row in rows),
        "empty": Empty(_("Danh mục chưa có chương trình nào"), icon="inbox"),
    }


def _programme_line(row: ProgrammeRow, *, on: date) -> tuple[Any, ...]:
    term = term_on(row, on=on)
    return (
        row.code,
        Link(row.name, href=reverse("catalogue:programme", args=[row.id])),
        ", ".join(ceiling_shown(ceiling) for ceiling in term.ceilings) if term else "",
        _("%d tháng") % term.longest_months if term and term.longest_months else _("theo khóa học, hợp đồng"),
        percent_shown(row.rate_now(on=on)),
        confidence_badge(term.confidence) if term else Badge(_("Chưa có điều kiện"), tone="plain"),
    )


def term_on(row: ProgrammeRow, *, on: date, fund: str = "1") -> TermRow | None:
    """The approved conditions of a fund on a day."""
    holding = [term for term in row.terms if term.approved and term.fund == fund and term.since <= on]
    return next((term for term in holding if term.until is None or on < term.until), None)


def term_facts(term: TermRow) -> tuple[Fact, ...]:
    """One set of conditions, fact by fact."""
    return (
        Fact(_("Hiệu lực"), f"{date_shown(term.since)} – {date_shown(term.until) if term.until else _('nay')}"),
        Fact(_("Mức vay tối đa"), ", ".join(ceiling_shown(ceiling) for ceiling in term.ceilings)),
        Fact(_("Thời hạn dài nhất (tháng)"), term.longest_months),
        Fact(_("Kỳ trả nợ gốc (tháng)"), term.instalment_months),
        Fact(_("Ân hạn (tháng)"), term.grace_months),
        Fact(_("Bảo đảm tiền vay khi trên (đồng)"), term.collateral_above),
        Fact(_("Lãi quá hạn (% lãi suất cho vay)"), term.overdue_percent),
        Fact(_("Thời gian xét duyệt (ngày làm việc)"), term.approval_working_days),
        Fact(_("Kênh cho vay"), CHANNELS[term.channel]),
        Fact(_("Cho vay lưu vụ"), _("Có") if term.rollover else _("Không")),
        Fact(_("Căn cứ"), term.basis),
        Fact(_("Nguồn tin"), confidence_badge(term.confidence)),
    )


def term_columns(row: ProgrammeRow) -> tuple[tuple[str, tuple[Fact, ...]], ...]:
    """Versions of the conditions beside each other, by fund, newest first."""
    return tuple((str(FUNDS[term.fund]), term_facts(term)) for term in row.terms if term.approved)


def rate_table(rates: tuple[RateRow, ...]) -> dict[str, Any]:
    """Decisions on rates, newest first; those that wait are marked."""
    return {
        "columns": (
            Column(_("Từ ngày"), kind="date", leads=True),
            Column(_("Đến trước ngày"), kind="date"),
            Column(_("Đối tượng")),
            Column(_("Lãi suất"), kind="number"),
            Column(_("Áp dụng cho")),
            Column(_("Căn cứ")),
            Column(_("Nguồn tin")),
            Column(_("Trạng thái")),
        ),
        "rows": tuple(_rate_line(rate) for rate in rates),
        "empty": Empty(_("Chưa có lãi suất nào"), icon="inbox"),
    }


def _rate_line(rate: RateRow) -> tuple[Any, ...]:
    approved = rate.approved_by is not None
    return (
        rate.effective_on,
        rate.until,
        who_bears(rate),
        percent_shown(rate.percent),
        TOUCHES[rate.applies_to],
        rate.basis,
        confidence_badge(rate.confidence),
        Badge(_("Đã duyệt"), tone="good") if approved else Badge(_("Chờ duyệt"), tone="warn"),
    )


def span_table(spans: list[RateSpan]) -> dict[str, Any]:
    """The rates of one loan over its life."""
    return {
        "columns": (
            Column(_("Từ ngày"), kind="date", leads=True),
            Column(_("Đến trước ngày"), kind="date"),
            Column(_("Lãi suất"), kind="number"),
        ),
        "rows": tuple((span.starts_on, span.ends_on, percent_shown(span.percent)) for span in spans),
        "empty": Empty(_("Không có lãi suất nào áp dụng cho khoản vay ký ngày này"), icon="inbox"),
    }
