"""The shelf of forms, and what was read out of filled ones."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.documents.papers.fields import fields_of
from dongvon.domain.documents.papers.filled_form import Filled, marked_columns
from dongvon.domain.documents.papers.form import Form, Grid
from dongvon.domain.documents.queries.templates import TemplateRow
from dongvon.domain.lending.papers.shelf import FORMS
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.components.values import moment_shown
from dongvon.interfaces.web.papers.shelf import PURPOSES


def shelf_table(own: Collection[str]) -> Table:
    """Each form, blank, in Word and to print; which template is in use."""
    return Table(
        _("Biểu mẫu"),
        columns=(
            Column(_("Mẫu")),
            Column(_("Tên"), leads=True),
            Column(_("Dùng để")),
            Column(_("Để trống")),
            Column(_("In")),
            Column(_("Bản đang dùng")),
        ),
        rows=tuple(_line(code, own=code in own) for code in FORMS),
        empty=Empty(_("Chưa có biểu mẫu nào"), icon="inbox"),
    )


def _line(code: str, *, own: bool) -> tuple[Any, ...]:
    form = FORMS[code]
    return (
        form.number,
        Link(form.title, href=reverse("papers:template", args=[code])),
        PURPOSES[code],
        Link("Word", href=reverse("papers:blank", args=[code, "docx"])),
        Link("PDF", href=reverse("papers:blank", args=[code, "pdf"])),
        _("Chi nhánh đã sửa") if own else _("Kèm theo chương trình"),
    )


def versions_table(rows: Sequence[TemplateRow], *, code: str, own: UUID | None) -> Table:
    """The versions there were, the newest first, each to be taken away; which one is in use."""
    return Table(
        _("Các bản mẫu"),
        columns=(
            Column(_("Bản"), leads=True),
            Column(_("Dùng từ ngày"), kind="date"),
            Column(_("Nội dung thay đổi")),
            Column(_("Tải lên lúc")),
            Column(_("Tình trạng")),
        ),
        rows=tuple(
            (
                Link(_("Bản %d") % row.number, href=reverse("papers:version", args=[code, row.number])),
                row.from_on,
                row.note,
                moment_shown(row.stored_at),
                Badge(_("Đang dùng"), tone="good") if row.id == own else "",
            )
            for row in rows
        ),
        empty=Empty(_("Đang dùng mẫu kèm theo chương trình"), icon="file-text"),
    )


def fields_table(form: Form) -> Table:
    """What can stand in a template, as it is written there, and the words of the form around it."""
    return Table(
        _("Các trường của mẫu"),
        columns=(Column(_("Ghi trong tệp Word"), leads=True), Column(_("Trong biểu mẫu"))),
        rows=tuple((f"{{{{ {name} }}}}", told) for name, told in fields_of(form).items()),
        empty=Empty(_("Mẫu này không có trường nào"), icon="inbox"),
    )


def answers_table(form: Form, filled: Filled) -> Table:
    """What a filled form says, mark by mark in the words of the form; empty answers are shown as such."""
    return Table(
        _("Nội dung đọc được"),
        columns=(Column(_("Trong biểu mẫu"), leads=True), Column(_("Đã ghi"))),
        rows=tuple(
            (words, filled.values[name] or _("(để trống)"))
            for name, words in fields_of(form).items()
            if name in filled.values
        ),
        empty=Empty(_("Không đọc được mục nào"), icon="inbox"),
    )


def lists_tables(form: Form, filled: Filled) -> list[Table]:
    """Each list of the form as it was written."""
    return [
        Table(
            _("Bảng trong biểu mẫu"),
            columns=tuple(Column(column.heading) for column, _name in named),
            rows=tuple(tuple(row[name] for _column, name in named) for row in filled.rows.get(part.each, ())),
            empty=Empty(_("Bảng này chưa có dòng nào"), icon="inbox"),
        )
        for part in form.parts
        if isinstance(part, Grid)
        for named in [marked_columns(part)]
    ]
