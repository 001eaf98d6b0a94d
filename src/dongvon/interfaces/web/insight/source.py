"""Behind a number: the rows of the closing that it was summed up from."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from dongvon.domain.insight.queries.snapshots import DaySnapshot, SnapshotRow, snapshot_of
from dongvon.domain.insight.vocabulary import Dimension, Figures
from dongvon.interfaces.web.components.tables import Column
from dongvon.interfaces.web.components.values import moment_shown
from dongvon.interfaces.web.components.wayfinding import Crumb
from dongvon.interfaces.web.insight.asking import Names, names_of_parts
from dongvon.interfaces.web.insight.sheets import Sheet, number, source_of, told_day
from dongvon.interfaces.web.insight.tabs import start
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked

FIGURES = ("in_term", "overdue", "frozen", "owed", "owed_grace", "lent", "repaid", "interest", "loans")


@page(audience=Audience.SIGNED_IN)
def source(request: Asked, code: str) -> HttpResponse:
    """What was closed with a day, by programme and fund; every row of it is in the workbook."""
    found = _found(code)
    sheet = _sheet(found, names_of_parts(request.today))
    values = {"sheet": sheet, "code": code, "count": len(found.rows), "trail": (start(), Crumb(code))}
    return render(request, "insight/source.html", values)


@page(audience=Audience.SIGNED_IN)
def source_file(request: Asked, code: str) -> HttpResponse:
    """Every row, by office, commune, organisation, programme and fund."""
    found = _found(code)
    return _rows_sheet(found, names_of_parts(request.today)).answer(f"so-lieu-{code}")


def _found(code: str) -> DaySnapshot:
    try:
        day = date.fromisoformat(code.removeprefix("S"))
    except ValueError:
        raise Http404 from None
    if source_of(day) != code:
        raise Http404
    return snapshot_of(day)


def _sheet(found: DaySnapshot, names: Names) -> Sheet:
    summed: dict[tuple[str, str], list[Figures]] = {}
    for row in found.rows:
        summed.setdefault((str(row.programme), row.fund), []).append(row.figures)
    return Sheet(
        title=_("Số liệu %(code)s theo chương trình và nguồn vốn") % {"code": source_of(found.day)},
        notes=_notes(found),
        columns=(Column(_("Chương trình"), leads=True), Column(_("Nguồn vốn")), *_figure_columns()),
        rows=tuple(
            (names[Dimension.PROGRAMME][programme], names[Dimension.FUND][fund], *_added(figures))
            for (programme, fund), figures in sorted(summed.items(), key=lambda each: _order(each[0], names))
        ),
        foot=(_("Cộng"), "", *_added([row.figures for row in found.rows])) if found.rows else (),
        kind="plain",
    )


def _rows_sheet(found: DaySnapshot, names: Names) -> Sheet:
    parts = (Dimension.UNIT, Dimension.PLACE, Dimension.ORGANISATION, Dimension.PROGRAMME, Dimension.FUND)
    heads = (_("Phòng giao dịch"), _("Xã, phường"), _("Hội, đoàn thể"), _("Chương trình"), _("Nguồn vốn"))
    return Sheet(
        title=_("Số liệu %(code)s") % {"code": source_of(found.day)},
        notes=_notes(found),
        columns=(*(Column(head) for head in heads), *_figure_columns()),
        rows=tuple(
            (*(names[by].get(key, key) for by, key in zip(parts, _keys(row), strict=True)), *_added([row.figures]))
            for row in found.rows
        ),
    )


def _keys(row: SnapshotRow) -> tuple[str, ...]:
    return (str(row.unit), row.place, row.organisation, str(row.programme), row.fund)


def _order(key: tuple[str, str], names: Names) -> tuple[int, str]:
    return list(names[Dimension.PROGRAMME]).index(key[0]), key[1]


def _notes(found: DaySnapshot) -> tuple[str, ...]:
    closed = (_("Khóa sổ xong lúc %s") % moment_shown(found.closed_at),) if found.closed_at else ()
    return (told_day(found.day), *closed, _("Đồng; chỉ gồm phần bạn được xem"))


def _figure_columns() -> tuple[Column, ...]:
    titles = (
        _("Trong hạn"),
        _("Quá hạn"),
        _("Khoanh"),
        _("Lãi tồn"),
        _("Lãi ân hạn"),
        _("Cho vay trong ngày"),
        _("Thu gốc trong ngày"),
        _("Thu lãi trong ngày"),
        _("Số khoản vay"),
    )
    return tuple(number(title) for title in titles)


def _added(many: list[Figures]) -> tuple[int, ...]:
    return tuple(sum(getattr(each, name) for each in many) for name in FIGURES)
