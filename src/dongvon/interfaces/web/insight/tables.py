"""The tables of insight: months, parts, groups, loans."""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dongvon.domain.insight.queries.groups import CommuneFigures, DayFigures, GroupFigures, LoanRow
from dongvon.domain.insight.vocabulary import Dimension, Division, Figures, Month, Part
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.tables import Column, Sorting
from dongvon.interfaces.web.insight.cells import Amount, Percent
from dongvon.interfaces.web.insight.sheets import Sheet, number, source_of
from dongvon.interfaces.web.insight.words import DIVISIONS
from dongvon.interfaces.web.loans.words import ORGANISATIONS

#: What a table of parts can be sorted by.
SORTS: dict[str, Callable[[Part], Any]] = {
    "du_no": lambda part: part.figures.outstanding,
    "tang": lambda part: part.growth,
    "dia_phuong": lambda part: part.local_of_outstanding,
    "qua_han": lambda part: part.figures.overdue_ratio,
    "khoanh": lambda part: part.figures.frozen_ratio,
    "thu_lai": lambda part: part.collection_rate,
    "lai_ton": lambda part: part.figures.owed,
    "khoan": lambda part: part.figures.loans,
}


def part_columns(first: Any) -> tuple[Column, ...]:
    """Heads of a table of parts."""
    return (
        Column(first, leads=True),
        number(_("Dư nợ (triệu đồng)"), sort="du_no"),
        number(_("Tăng từ đầu năm (triệu đồng)")),
        number(_("Tăng trưởng từ đầu năm"), sort="tang"),
        number(_("Vốn địa phương trên dư nợ"), sort="dia_phuong"),
        number(_("Nợ quá hạn (triệu đồng)")),
        number(_("Quá hạn trên dư nợ"), sort="qua_han"),
        number(_("Nợ khoanh (triệu đồng)")),
        number(_("Khoanh trên dư nợ"), sort="khoanh"),
        number(_("Tỷ lệ thu lãi trong tháng"), sort="thu_lai"),
        number(_("Lãi tồn (triệu đồng)"), sort="lai_ton"),
        number(_("Số khoản vay"), sort="khoan"),
        number(_("Bình quân một khoản (triệu đồng)")),
    )


def part_cells(part: Part) -> tuple[Any, ...]:
    """One part under those heads, its name apart."""
    figures = part.figures
    return (
        Amount(figures.outstanding),
        Amount(part.grown),
        Percent(part.growth),
        Percent(part.local_of_outstanding),
        Amount(figures.overdue),
        Percent(figures.overdue_ratio),
        Amount(figures.frozen),
        Percent(figures.frozen_ratio),
        Percent(part.collection_rate),
        Amount(figures.owed),
        figures.loans,
        Amount(figures.average),
    )


def months_sheet(months: Sequence[Month], *, title: str, notes: tuple[str, ...]) -> Sheet:
    """A line a month, the newest first."""
    return Sheet(
        title=title,
        notes=notes,
        source=source_of(months[-1].day),
        columns=(Column(_("Chốt ngày"), kind="date", leads=True), *_unsorted(part_columns("")[1:])),
        rows=tuple((each.day, *part_cells(each.part)) for each in reversed(months)),
        kind="plain",
    )


def parts_sheet(
    found: Division,
    *,
    by: Dimension,
    names: dict[str, str],
    title: str,
    notes: tuple[str, ...],
    sorting: Sorting,
    query: dict[str, str],
) -> Sheet:
    """A line a part, with all of them together at the foot."""
    parts = sorted_parts(found.parts, sorting)
    return Sheet(
        title=title,
        notes=notes,
        source=source_of(found.day),
        columns=part_columns(DIVISIONS[by][1]),
        rows=tuple((_part_link(part, by=by, names=names, query=query), *part_cells(part)) for part in parts),
        foot=(_("Cộng"), *part_cells(found.whole)),
        sorting=sorting,
        kind="plain",
    )


def sorted_parts(parts: Sequence[Part], sorting: Sorting) -> list[Part]:
    """As asked; where a figure is missing the part comes last."""
    known = [part for part in parts if SORTS[sorting.by](part) is not None]
    return [
        *sorted(known, key=SORTS[sorting.by], reverse=sorting.descending),
        *(part for part in parts if SORTS[sorting.by](part) is None),
    ]


def _part_link(part: Part, *, by: Dimension, names: dict[str, str], query: dict[str, str]) -> Link:
    key = part.figures.key
    href = part_address(key, by=by, query=query)
    return Link(names.get(key, key), href=href)


def part_address(key: str, *, by: Dimension, query: dict[str, str]) -> str:
    """Where a part is looked into: a commune's groups, or the overview narrowed to the part."""
    kept = {name: value for name, value in query.items() if name != "sap_xep"}
    if by is Dimension.PLACE:
        kept.pop("xa", None)
        return f"{reverse('insight:commune', args=[key])}?{urlencode(kept)}".rstrip("?")
    return f"{reverse('insight:overview')}?{urlencode({**kept, DIVISIONS[by][2]: key})}"


FIGURE_COLUMNS = (
    gettext_lazy("Dư nợ (triệu đồng)"),
    gettext_lazy("Nợ quá hạn (triệu đồng)"),
    gettext_lazy("Quá hạn trên dư nợ"),
    gettext_lazy("Nợ khoanh (triệu đồng)"),
    gettext_lazy("Khoanh trên dư nợ"),
    gettext_lazy("Lãi tồn (triệu đồng)"),
    gettext_lazy("Số khoản vay"),
)


def figure_cells(figures: Figures) -> tuple[Any, ...]:
    """One group's figures under FIGURE_COLUMNS."""
    return (
        Amount(figures.outstanding),
        Amount(figures.overdue),
        Percent(figures.overdue_ratio),
        Amount(figures.frozen),
        Percent(figures.frozen_ratio),
        Amount(figures.owed),
        figures.loans,
    )


def groups_sheet(found: CommuneFigures, *, place: str, title: str, notes: tuple[str, ...], opens: bool) -> Sheet:
    """A commune's groups, the largest debt first; each leads to its loans for who `opens` them."""
    return Sheet(
        title=title,
        notes=notes,
        source=source_of(found.day),
        columns=(
            Column(_("Tổ"), leads=True),
            Column(_("Tổ trưởng")),
            Column(_("Ấp, khu phố")),
            Column(_("Hội, đoàn thể")),
            *(number(name) for name in FIGURE_COLUMNS),
        ),
        rows=tuple(_group_line(row, place=place, opens=opens) for row in found.groups),
    )


def _group_line(row: GroupFigures, *, place: str, opens: bool) -> tuple[Any, ...]:
    group, href = row.group, ""
    if group is not None:
        name, href = _("Tổ %(code)s") % {"code": group.code}, reverse("insight:group", args=[group.id])
    elif row.id.int == 0:
        name, href = _("Cho vay trực tiếp"), reverse("insight:direct", args=[place])
    else:
        name = _("Tổ ngoài phạm vi của bạn")
    leader, hamlet = (group.leader_name, group.hamlet) if group else ("", "")
    led = Link(name, href=href) if href and opens else name
    return (led, leader, hamlet, ORGANISATIONS[row.organisation], *figure_cells(row.figures))


def days_sheet(days: Sequence[DayFigures], *, title: str, notes: tuple[str, ...]) -> Sheet:
    """One group over time, the newest first."""
    return Sheet(
        title=title,
        notes=notes,
        columns=(Column(_("Chốt ngày"), kind="date", leads=True), *(number(name) for name in FIGURE_COLUMNS)),
        rows=tuple((each.day, *figure_cells(each.figures)) for each in reversed(days)),
    )


def loans_sheet(loans: Sequence[LoanRow], *, title: str, notes: tuple[str, ...]) -> Sheet:
    """Loans as they stand now, the overdue ones first."""
    return Sheet(
        title=title,
        notes=notes,
        columns=(
            Column(_("Người vay"), leads=True),
            Column(_("Khoản vay")),
            Column(_("Chương trình")),
            Column(_("Ngày ký"), kind="date"),
            Column(_("Hạn cuối"), kind="date"),
            number(_("Đã cho vay (đồng)")),
            number(_("Dư nợ (đồng)")),
            number(_("Quá hạn (đồng)")),
            number(_("Khoanh (đồng)")),
        ),
        rows=tuple(_loan_line(loan) for loan in loans),
    )


def _loan_line(loan: LoanRow) -> tuple[Any, ...]:
    return (
        loan.borrower_name or _("Ngoài phạm vi của bạn"),
        Link(loan.contract_number, href=reverse("loans:loan", args=[loan.id])),
        loan.programme,
        loan.signed_on,
        loan.final_on,
        loan.lent,
        loan.outstanding,
        loan.overdue,
        loan.frozen,
    )


def _unsorted(columns: Sequence[Column]) -> tuple[Column, ...]:
    return tuple(number(column.title) for column in columns)
