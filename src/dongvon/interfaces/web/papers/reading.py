"""A filled form that somebody hands in, read back; what is doubtful stands beside what the file says."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.documents.papers.filled_form import Filled, read_back
from dongvon.domain.documents.papers.form import Form
from dongvon.interfaces.web.shell.acts import told
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import NotANumber, parse_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A field, what the file says there, and why somebody must look."""

    where: str | Promise
    said: str
    why: str | Promise


@dataclass(slots=True)
class Reading:
    """What a file says, turned into values for a form on the screen; nothing is kept of it."""

    filled: Filled
    doubts: list[Doubt] = field(default_factory=list)

    def said(self, name: str) -> str:
        """The words at a mark."""
        return self.filled.values.get(name, "")

    def rows(self, each: str) -> Sequence[Mapping[str, str]]:
        """The rows of a list."""
        return self.filled.rows.get(each, ())

    def doubt(self, where: str | Promise, said: str, why: str | Promise) -> None:
        """Somebody must look at it."""
        self.doubts.append(Doubt(where=where, said=said, why=why))

    def amount(self, where: str | Promise, said: str, *, times: int = 1) -> int | None:
        """A whole number; `times` what one of the paper's unit is. None, with a doubt unless nothing was written."""
        if not said:
            return None
        try:
            return int(parse_number(said) * times)
        except NotANumber:
            self.doubt(where, said, _("Không đọc được số"))
            return None

    def day(self, where: str | Promise, said: str) -> date | None:
        """24/11/2026, or ngày 24 tháng 11 năm 2026."""
        if not said:
            return None
        try:
            day, month, year = (int(part) for part in re.findall(r"\d+", said))
            return date(year, month, day)
        except ValueError:
            self.doubt(where, said, _("Không đọc được ngày"))
            return None


def reading_of(upload: forms.Form, form: Form) -> Reading | None:
    """What the uploaded file says; None, with the fault on the upload, when it says nothing this form would."""
    if not upload.is_valid():
        return None
    file = upload.cleaned_data["file"]
    try:
        filled = read_back(form, file.read(), file_name=file.name)
    except Refusal as refusal:
        upload.add_error("file", told(refusal))
        return None
    if any(filled.values.values()) or any(filled.rows.values()):
        return Reading(filled)
    fault = _("Tệp này không đọc được theo mẫu {number}; đề nghị dùng mẫu in từ trang này hoặc từ trang Biểu mẫu.")
    upload.add_error("file", fault.format(number=form.number or form.title))
    return None


def shown(upload: forms.Form, reading: Reading | None, *, number: str, to: str) -> dict[str, Any]:
    """What `papers/reading.html` draws: the upload, and what was read with its doubts."""
    return {"upload": upload, "reading": reading, "number": number, "to": to}
