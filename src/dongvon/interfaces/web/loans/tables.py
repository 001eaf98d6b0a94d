"""The tables of loans: the list, the life, the schedule, the statement, the interest."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.lending.queries.explained import InterestExplained, InterestLine
from dongvon.domain.lending.queries.finding import LoanRow
from dongvon.domain.lending.queries.life import Happening, LifeEvent, StatementLine
from dongvon.domain.lending.queries.loan import InstalmentRow
from dongvon.domain.lending.queries.petitions import PetitionRow
from dongvon.domain.lending.vocabulary import InterestStore
from dongvon.interfaces.web.catalogue.words import percent_shown
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.components.values import number_shown
from dongvon.interfaces.web.loans.words import HAPPENINGS, PETITIONS, STORES, event_words, happening_badge


def loans_table(rows: tuple[LoanRow, ...], *, communes: Mapping[str, str]) -> Table:
    """One line a loan."""
    return Table(
        _("Khoản vay"),
        columns=(
            Column(_("Người vay"), leads=True),
            Column(_("Số hợp đồng")),
            Column(_("Chương trình")),
            Column(_("Xã, phường")),
            Column(_("Dư nợ gốc"), kind="number"),
            Column(_("Kỳ tới"), kind="date"),
            Column(_("Phải trả kỳ tới"), kind="number"),
            Column(_("Tình trạng")),
        ),
        rows=tuple(_loan_line(row, communes=communes) for row in rows),
        empty=Empty(
            _("Không có khoản vay nào như vậy"),
            text=_("Bỏ bớt điều kiện lọc, hoặc tìm bằng một phần số hợp đồng, tên không dấu."),
            icon="search",
        ),
    )


def _loan_line(row: LoanRow, *, communes: Mapping[str, str]) -> tuple[Any, ...]:
    return (
        Link(row.borrower_name or row.contract_number, href=reverse("loans:loan", args=[row.id])),
        row.contract_number,
        row.programme,
        communes.get(row.place, row.place),
        row.in_term + row.overdue + row.frozen,
        row.next_on,
        row.next_amount,
        standing_badge(overdue=row.overdue, frozen=row.frozen, closed_on=row.closed_on, lent=row.lent),
    )


def standing_badge(*, overdue: int, frozen: int, closed_on: date | None, lent: int) -> Badge:
    """How a loan stands, the worst first."""
    if closed_on is not None:
        return Badge(_("Đã tất toán"), tone="plain", icon="check")
    if overdue:
        return Badge(_("Quá hạn"), tone="bad")
    if frozen:
        return Badge(_("Khoanh nợ"), tone="warn", icon="player-pause")
    return Badge(_("Trong hạn"), tone="good") if lent else Badge(_("Chưa giải ngân"), tone="plain")


def life_table(life: tuple[LifeEvent, ...], *, people: Mapping[UUID, str], latest: int = 0) -> Table:
    """What happened, newest first; only so many of the `latest`, or with 0 everything."""
    return Table(
        _("Diễn biến khoản vay"),
        columns=(
            Column(_("Ngày"), kind="date", leads=True),
            Column(_("Việc")),
            Column(_("Số tiền (đồng)"), kind="number"),
            Column(_("Nội dung")),
            Column(_("Quyết định")),
            Column(_("Người thực hiện")),
        ),
        rows=tuple(_life_line(event, people=people) for event in reversed(life[-latest:])),
        empty=Empty(_("Chưa có gì xảy ra với khoản vay này")),
    )


def _life_line(event: LifeEvent, *, people: Mapping[UUID, str]) -> tuple[Any, ...]:
    late = event.booked_on != event.on and event.kind is Happening.RECEIVED
    words = event_words(event)
    booked = _("ghi sổ ngày %s") % f"{event.booked_on:%d/%m/%Y}" if late else ""
    return (
        event.on,
        happening_badge(event.kind),
        event.amount,
        "; ".join(filter(None, (words, booked))),
        event.decision,
        (people.get(event.person) or _("Hệ thống")) if event.person else "",
    )


def petition_table(rows: list[PetitionRow], *, people: Mapping[UUID, str]) -> Table:
    """What was asked about the loan and what came of it, newest first."""
    return Table(
        _("Đề nghị và quyết định"),
        columns=(
            Column(_("Ngày nhận"), kind="date", leads=True),
            Column(_("Đề nghị")),
            Column(_("Nội dung")),
            Column(_("Người lập")),
            Column(_("Kết quả")),
            Column(_("Người quyết định")),
        ),
        rows=tuple(_petition_line(row, people=people) for row in rows),
        empty=Empty(_("Chưa có đề nghị nào")),
    )


def _petition_line(row: PetitionRow, *, people: Mapping[UUID, str]) -> tuple[Any, ...]:
    decided = people.get(row.decided_by, "") if row.decided_by else ""
    return (
        row.received_on,
        PETITIONS[row.kind],
        row.asked,
        people.get(row.proposed_by, ""),
        f"{_outcome(row)}: {row.answer}" if row.answer else _outcome(row),
        decided,
    )


def _outcome(row: PetitionRow) -> str:
    if row.granted is None:
        return _("Chờ quyết định")
    return _("Chấp thuận") if row.granted else _("Không chấp thuận")


def waiting_table(rows: list[PetitionRow], *, people: Mapping[UUID, str]) -> Table:
    """Petitions nobody has decided, each leading to its loan."""
    return Table(
        _("Đề nghị chờ quyết định"),
        columns=(
            Column(_("Khoản vay"), leads=True),
            Column(_("Đề nghị")),
            Column(_("Nội dung")),
            Column(_("Ngày nhận"), kind="date"),
            Column(_("Người lập")),
        ),
        rows=tuple(
            (
                Link(row.number, href=reverse("loans:loan", args=[row.loan])),
                PETITIONS[row.kind],
                row.asked,
                row.received_on,
                people.get(row.proposed_by, ""),
            )
            for row in rows
        ),
        empty=Empty(_("Không có đề nghị nào chờ quyết định"), icon="inbox"),
    )


def schedule_table(rows: tuple[InstalmentRow, ...], *, on: date, instead: str) -> Table:
    """The schedule with its three days; totals beneath. `instead` says what became of open parts."""
    return Table(
        _("Kế hoạch trả nợ"),
        columns=(
            Column(_("Kỳ"), leads=True),
            Column(_("Theo hợp đồng"), kind="date"),
            Column(_("Theo phiên giao dịch"), kind="date"),
            Column(_("Đang áp dụng"), kind="date"),
            Column(_("Gốc phải trả"), kind="number"),
            Column(_("Đã trả"), kind="number"),
            Column(_("Quá hạn"), kind="number"),
            Column(instead or _("Còn trong hạn"), kind="number"),
            Column(_("Tình trạng")),
        ),
        rows=tuple(_instalment_line(row, on=on, instead=instead) for row in rows),
        foot=(
            _("Cộng"),
            "",
            "",
            "",
            sum(row.principal for row in rows),
            sum(row.paid for row in rows),
            sum(row.overdue for row in rows),
            sum(row.open for row in rows),
            "",
        ),
        empty=Empty(_("Chưa có kế hoạch trả nợ")),
    )


def _instalment_line(row: InstalmentRow, *, on: date, instead: str) -> tuple[Any, ...]:
    days = (row.contractual_on, row.session_on, row.due_on)
    badge = _instalment_badge(row, on=on, instead=instead)
    return (_("Kỳ %s") % row.number, *days, row.principal, row.paid, row.overdue, row.open, badge)


def _instalment_badge(row: InstalmentRow, *, on: date, instead: str) -> Badge:
    if row.overdue:
        return Badge(_("Quá hạn từ %s") % f"{row.overdue_on:%d/%m/%Y}", tone="bad")
    if not row.open:
        return Badge(_("Đã trả đủ"), tone="good")
    if instead:
        return Badge(instead, tone="warn")
    return Badge(_("Chuyển sang kỳ sau"), tone="warn") if row.due_on < on else Badge(_("Chưa đến kỳ"), tone="plain")


def statement_table(lines: tuple[StatementLine, ...], *, latest: int = 0) -> Table:
    """Each posting with the balance after it, oldest first, as in the borrower's book; the sums are of all."""
    return Table(
        _("Sổ phụ khoản vay"),
        columns=(
            Column(_("Ngày ghi sổ"), kind="date", leads=True),
            Column(_("Ngày hiệu lực"), kind="date"),
            Column(_("Diễn giải")),
            Column(_("Cho vay"), kind="number"),
            Column(_("Giảm gốc"), kind="number"),
            Column(_("Thu lãi"), kind="number"),
            Column(_("Dư nợ gốc"), kind="number"),
        ),
        rows=tuple(_statement_line(line) for line in lines[-latest:]),
        foot=(
            _("Cộng"),
            "",
            "",
            sum(line.lent for line in lines),
            sum(line.principal for line in lines),
            sum(line.interest for line in lines),
            lines[-1].balance if lines else 0,
        ),
        empty=Empty(_("Chưa có bút toán nào")),
    )


def _statement_line(line: StatementLine) -> tuple[Any, ...]:
    amounts = (line.lent or "", line.principal or "", line.interest or "")
    return (line.booked_on, line.value_on, HAPPENINGS[line.kind][0], *amounts, line.balance)


def interest_tables(explained: InterestExplained, *, latest: int = 0) -> tuple[tuple[Table, Any], ...]:
    """For each store that ever earned: its lines, and what is left of them to be collected; the sums are of all."""
    return tuple(
        (_interest_table(each.store, [line for line in explained.lines if line.store is each.store], latest), each)
        for each in explained.stores
        if each.earned or each.carried or each.collected
    )


def _interest_table(store: InterestStore, lines: list[InterestLine], latest: int) -> Table:
    return Table(
        STORES[store],
        columns=(
            Column(_("Từ ngày"), kind="date", leads=True),
            Column(_("Đến trước ngày"), kind="date"),
            Column(_("Số ngày"), kind="number"),
            Column(_("Số dư (đồng)"), kind="number"),
            Column(_("Lãi suất"), kind="number"),
            Column(_("Theo quyết định")),
            Column(_("Lãi chính xác"), kind="number"),
            Column(_("Làm tròn (đồng)"), kind="number"),
        ),
        rows=tuple(_interest_line(line) for line in lines[-latest:]),
        foot=(
            _("Cộng"),
            "",
            sum(line.days for line in lines),
            "",
            "",
            "",
            number_shown(sum(line.exact for line in lines)),
            sum(line.rounded for line in lines),
        ),
        empty=Empty(_("Chưa có ngày nào sinh lãi")),
    )


def _interest_line(line: InterestLine) -> tuple[Any, ...]:
    return (
        line.from_on,
        line.until_on,
        line.days,
        line.balance,
        percent_shown(line.percent),
        line.reason.basis if line.reason else _("Danh mục chưa có lãi suất"),
        line.exact,
        line.rounded,
    )
