"""The shelf of forms, and what was read out of a filled one."""

from collections.abc import Collection
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.documents.papers.filled_form import Filled
from dongvon.domain.lending.papers.shelf import FORMS
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.papers.shelf import PURPOSES
from dongvon.interfaces.web.papers.words import ANSWERS


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


def answers_table(filled: Filled) -> Table:
    """What a filled request says, line by line; empty answers are shown as such."""
    return Table(
        _("Nội dung đọc được"),
        columns=(Column(_("Mục"), leads=True), Column(_("Đã ghi"))),
        rows=tuple((label, filled.values.get(name) or _("(để trống)")) for name, label in ANSWERS.items()),
        empty=Empty(_("Không đọc được mục nào"), icon="inbox"),
    )


def items_table(filled: Filled) -> Table:
    """The plan's items as they were written."""
    return Table(
        _("Đối tượng sử dụng vốn"),
        columns=(Column(_("Đối tượng"), leads=True), Column(_("Số lượng")), Column(_("Thành tiền (đồng)"))),
        rows=tuple((row["item"], row["quantity"], row["amount"]) for row in filled.rows.get("items", ())),
        empty=Empty(_("Giấy đề nghị không liệt kê đối tượng nào"), icon="inbox"),
    )
