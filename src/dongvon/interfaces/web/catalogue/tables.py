"""The catalogue's tables."""

from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from dongvon.domain.programmes.queries.catalogue import ProgrammeRow, RateRow, TermRow
from dongvon.domain.programmes.queries.declined import TurnedDown
from dongvon.domain.programmes.queries.documents import DocumentRow
from dongvon.domain.programmes.queries.exclusions import ExclusionRow
from dongvon.domain.programmes.vocabulary import PARTS, Fund, RateSpan
from dongvon.interfaces.web.catalogue.words import (
    CHANNELS,
    FUNDS,
    TOUCHES,
    ceiling_shown,
    code_shown,
    confidence_badge,
    course_shown,
    percent_shown,
    sources_shown,
    stated_badge,
    who_bears,
)
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.figures import Icon
from dongvon.interfaces.web.components.reading import Fact
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.components.values import date_shown, shown


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
        code_shown(row.code),
        Link(row.name, href=reverse("catalogue:programme", args=[row.id])),
        ", ".join(ceiling_shown(ceiling) for ceiling in term.ceilings if ceiling.per not in PARTS) if term else "",
        _longest(term),
        percent_shown(row.rate_now(on=on)),
        confidence_badge(term.confidence) if term else _without_terms(row),
    )


def _longest(term: TermRow | None) -> str | None:
    if term is None:
        return None
    if term.longest_months:
        return _("%d tháng") % term.longest_months
    return _("theo khóa học") if term.course_times else _("theo hợp đồng")


def _without_terms(row: ProgrammeRow) -> Badge:
    lent_once = any(term.granted for term in row.terms)
    return Badge(_("Không cho vay mới") if lent_once else _("Chưa có điều kiện"), tone="plain")


def term_on(row: ProgrammeRow, *, on: date, fund: str = "1") -> TermRow | None:
    """The approved conditions of a fund on a day."""
    holding = [term for term in row.terms if term.granted and term.fund == fund and term.since <= on]
    return next((term for term in holding if term.until is None or on < term.until), None)


def term_facts(term: TermRow) -> tuple[Fact, ...]:
    """One set of conditions, fact by fact."""
    return (
        Fact(_("Hiệu lực"), _held(term)),
        Fact(_("Ngày bắt đầu"), stated_badge(stated=term.since_stated)),
        Fact(_("Mức vay tối đa"), ", ".join(ceiling_shown(ceiling) for ceiling in term.ceilings)),
        Fact(_("Thời hạn dài nhất (tháng)"), term.longest_months),
        Fact(_("Trả nợ theo khóa học"), course_shown(term)),
        Fact(_("Ân hạn (tháng)"), term.grace_months),
        Fact(_("Bảo đảm tiền vay khi trên (đồng)"), term.collateral_above),
        Fact(_("Lãi quá hạn (% lãi suất cho vay)"), term.overdue_percent),
        Fact(_("Kênh cho vay"), CHANNELS[term.channel]),
        Fact(_("Cho vay lưu vụ"), _("Có") if term.rollover else _("Không")),
        Fact(_("Căn cứ"), term.basis),
        Fact(_("Nguồn tin"), confidence_badge(term.confidence)),
    )


def _held(term: TermRow) -> str:
    since = date_shown(term.since)
    return f"{since} – {date_shown(term.until)}" if term.until else _("Từ %(day)s") % {"day": since}


def fund_table(row: ProgrammeRow, *, on: date) -> Table | None:
    """The conditions of the two funds in force on a day, side by side."""
    terms = [term for fund in Fund if (term := term_on(row, on=on, fund=fund))]
    columns = [Column(FUNDS[term.fund]) for term in terms]
    return _beside(_("Điều kiện đang áp dụng"), columns, [term_facts(term) for term in terms]) if terms else None


def version_table(row: ProgrammeRow, *, fund: str, on: date) -> Table | None:
    """Every version of one fund's conditions, newest first; what a version changed is marked."""
    terms = sorted((term for term in row.terms if term.fund == fund), key=lambda term: term.since, reverse=True)
    columns = [Column(f"{date_shown(term.since)} ({term_state(term, on=on)})") for term in terms]
    facts = [term_facts(term) for term in terms]
    caption = _("Các lần thay đổi điều kiện: vốn %(fund)s") % {"fund": FUNDS[fund]}
    return _beside(caption, columns, facts, marked=True) if len(terms) > 1 else None


def term_state(term: TermRow, *, on: date) -> str:
    """Whether conditions wait, are to come, hold or are past."""
    if not term.granted:
        return _("chờ duyệt")
    if term.since > on:
        return _("sắp áp dụng")
    return _("đang áp dụng") if term.until is None or on < term.until else _("hết hiệu lực")


def _beside(caption: str, columns: list[Column], facts: list[tuple[Fact, ...]], *, marked: bool = False) -> Table:
    """Facts as rows, versions as columns."""
    older = [*facts[1:], None] if marked else [None] * len(facts)
    pairs = list(zip(facts, older, strict=True))
    rows = tuple(
        (fact.name, *(_cell(mine[at], before[at] if before else None) for mine, before in pairs))
        for at, fact in enumerate(facts[0])
    )
    return Table(caption, columns=(Column(_("Điều kiện"), leads=True), *columns), rows=rows, empty=Empty(caption))


def _cell(fact: Fact, before: Fact | None) -> Any:
    if before is None or str(before.value) == str(fact.value):
        return fact.value
    return format_html('<strong class="changed">{} {}</strong>', Icon("pencil", label=_("đã đổi")), shown(fact.value))


def exclusion_table(rows: list[ExclusionRow], *, programme: UUID) -> Table:
    """Which debts bar this programme, and which loans a debt under it bars."""
    return Table(
        _("Quan hệ với chương trình khác"),
        columns=(
            Column(_("Đang nợ chương trình"), leads=True),
            Column(_("Thì không được vay")),
            Column(_("Căn cứ")),
            Column(_("Nguồn tin")),
        ),
        rows=tuple(
            (
                _programme_link(row.held, row.held_name, here=programme),
                _programme_link(row.barred, row.barred_name, here=programme),
                row.basis,
                confidence_badge(row.confidence),
            )
            for row in rows
        ),
        empty=Empty(_("Không có quy định loại trừ"), text=_("Được vay cùng lúc với các chương trình khác.")),
    )


def _programme_link(programme: UUID, name: str, *, here: UUID) -> Any:
    return name if programme == here else Link(name, href=reverse("catalogue:programme", args=[programme]))


def basis_table(rows: list[DocumentRow]) -> Table:
    """The documents that rates and conditions rest on."""
    return Table(
        _("Căn cứ pháp lý"),
        columns=(
            Column(_("Số hiệu"), leads=True),
            Column(_("Nội dung")),
            Column(_("Ngày ban hành"), kind="date"),
            Column(_("Nguồn tin")),
        ),
        rows=tuple((row.number, row.title, row.issued_on, confidence_badge(row.confidence)) for row in rows),
        empty=Empty(_("Chưa có văn bản nào")),
    )


def rate_table(rates: tuple[RateRow, ...], *, on: date) -> dict[str, Any]:
    """Decisions on rates, newest first; those that wait and those to come are marked."""
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
        "rows": tuple(_rate_line(rate, on=on) for rate in rates),
        "empty": Empty(_("Chưa có lãi suất nào"), icon="inbox"),
    }


def _rate_line(rate: RateRow, *, on: date) -> tuple[Any, ...]:
    return (
        rate.effective_on,
        rate.until,
        who_bears(rate),
        percent_shown(rate.percent),
        TOUCHES[rate.applies_to],
        rate.basis,
        sources_shown(rate),
        rate_badge(rate, on=on),
    )


def rate_badge(rate: RateRow, *, on: date) -> Badge:
    """Whether a decision waits, is to come, or is made."""
    if not rate.granted:
        return Badge(_("Chờ duyệt"), tone="warn")
    if rate.effective_on > on:
        return Badge(_("Sắp áp dụng"), tone="busy", icon="calendar")
    over = rate.until is not None and rate.until <= on
    return Badge(_("Hết thời hạn"), tone="plain") if over else Badge(_("Đã duyệt"), tone="good")


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


def turned_down_lines(rows: list[TurnedDown]) -> list[dict[str, Any]]:
    """What was turned down lately, and why."""
    return [{"told": _turned_down(row), "reason": row.reason} for row in rows]


def _turned_down(row: TurnedDown) -> str:
    values = {"fund": FUNDS[row.fund], "day": date_shown(row.from_on), "percent": percent_shown(row.percent)}
    if row.percent is None:
        return _("Điều kiện vốn %(fund)s từ %(day)s") % values
    return _("Lãi suất vốn %(fund)s %(percent)s từ %(day)s") % values
