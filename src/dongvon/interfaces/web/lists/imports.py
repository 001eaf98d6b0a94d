"""Workbooks in and out: checked, looked at, taken; the faulty rows back; a list as a workbook."""

import io
from collections.abc import Iterable
from itertools import groupby
from typing import Any
from uuid import UUID

import xlsxwriter
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.people.operations.bring_list import bring_list
from dongvon.domain.people.operations.take_list import take_list
from dongvon.domain.people.queries.list_lines import list_lines
from dongvon.domain.people.queries.list_workbook import annotated, check_brought
from dongvon.domain.people.queries.lists import BroughtRow, ListRow, brought, recent_imports
from dongvon.domain.people.vocabulary import Finding, GivenRow
from dongvon.interfaces.web.components.values import date_shown
from dongvon.interfaces.web.lists.forms import WorkbookForm
from dongvon.interfaces.web.lists.pages import found
from dongvon.interfaces.web.lists.words import ENDINGS, KINDS, MAKERS, ORIGINS, READERS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform, told
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 20
ALL = 1_000_000


@page(audience=Audience.UNIT, roles=MAKERS)
def bring(request: Asked, list_id: UUID) -> HttpResponse:
    """Choose a workbook; it is checked row by row and nothing is taken yet."""
    row = found(list_id)
    form = WorkbookForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        told_of = {"file_name": file.name, "content": file.read(), "sheet": form.cleaned_data["sheet"]}
        outcome = perform(request, bring_list, form=form, list_id=row.id, **told_of)
        if outcome:
            return redirect("lists:preview", outcome.result)
    values = {"list": row, "title": KINDS[row.kind], "form": form, "before": recent_imports(row.id)}
    return render(request, "lists/bring.html", values, status=422 if form.errors else 200)


@page(audience=Audience.UNIT, roles=MAKERS)
def preview(request: Asked, import_id: UUID) -> HttpResponse:
    """What was read: the first rows, and everything that is wrong or doubtful."""
    row = _waiting(import_id)
    if row.taken_at is not None:
        return redirect("lists:detail", row.list_id)
    checked = check_brought(row.id, on=request.today)
    seen(request, [], purpose="import", of=row.list_id, count=checked.given)
    findings = _by_row(checked.findings)
    values = {
        "import": row,
        "list": found(row.list_id),
        "title": KINDS[found(row.list_id).kind],
        "checked": checked,
        "rows": [(each, _birth(each), _masked(each.number)) for each in checked.rows[:SHOWN]],
        "findings": findings[: SHOWN * 3],
        "more": max(0, len(findings) - SHOWN * 3),
    }
    return render(request, "lists/preview.html", values)


@page(audience=Audience.UNIT, roles=MAKERS)
def faults(request: Asked, import_id: UUID) -> HttpResponse:
    """The whole list as a workbook, with what is to be mended marked in it."""
    row = _waiting(import_id)
    if row.taken_at is not None:
        return redirect("lists:detail", row.list_id)
    checked = check_brought(row.id, on=request.today)
    seen(request, [], purpose="import", of=row.list_id, count=checked.given, exported=True)
    return _workbook(annotated(checked, say=told), "danh-sach-da-danh-dau.xlsx")


@page(audience=Audience.UNIT, roles=MAKERS)
@require_POST
def take(request: Asked, import_id: UUID) -> HttpResponse:
    """Put all rows on the list."""
    row = _waiting(import_id)
    outcome = perform(request, take_list, brought=row.id)
    done = _("Đã đưa %d dòng vào danh sách.") % outcome.result if outcome else ""
    return answer(request, outcome, to="lists:detail", done=done, list_id=row.list_id)


@page(audience=Audience.UNIT, roles=READERS)
def export(request: Asked, list_id: UUID) -> HttpResponse:
    """The lines as a workbook that says who took it and when."""
    row = found(list_id)
    lines, _count = list_lines(row.id, limit=ALL)
    seen(request, [line.person for line in lines if line.person], purpose="list", of=row.id, exported=True)
    marked = _("Do %(who)s xuất ngày %(day)s; chứa dữ liệu cá nhân, chỉ dùng cho công việc được giao.") % {
        "who": request.standing.full_name,
        "day": date_shown(request.today),
    }
    return _workbook(_written(row, lines, str(marked)), "danh-sach.xlsx")


def _by_row(findings: Iterable[Finding]) -> list[tuple[int, list[tuple[str, bool]]]]:
    """Row by row what was found, each in words with whether it is a fault."""
    by_row = groupby(findings, key=lambda each: each.row)
    return [(row, [(told(each.told), each.fault) for each in found]) for row, found in by_row]


def _masked(number: str) -> str:
    return f"•••••••• {number[-4:]}" if number else ""


def _birth(row: GivenRow) -> str:
    return "/".join(f"{part:02d}" for part in reversed(row.birth) if part is not None)


def _written(row: ListRow, lines: list[Any], mark: str) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(str(KINDS[row.kind])[:31])
        sheet.set_footer(f"&L{mark}&R&P/&N")
        known = (_("Mã hộ"), _("Họ và tên"), _("Ngày sinh"), _("Số định danh"))
        heads = (*known, _("Thôn, ấp"), _("Biến động"), _("Ra vì"))
        sheet.write_row(0, 0, [mark])
        sheet.write_row(1, 0, [str(head) for head in heads], book.add_format({"bold": True, "border": 1}))
        sheet.set_column(1, 1, 30)
        for at, line in enumerate(lines, start=2):
            words = (ORIGINS[line.origin], ENDINGS[line.ending] if line.ending else "")
            cells = (line.code, line.full_name, line.birth, line.masked_number, line.hamlet, *map(str, words))
            for column, cell in enumerate(cells):
                sheet.write_string(at, column, cell)
    return file.getvalue()


def _waiting(import_id: UUID) -> BroughtRow:
    row = brought(import_id)
    if row is None:
        raise Http404
    return row


def _workbook(content: bytes, name: str) -> HttpResponse:
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": disposition})
