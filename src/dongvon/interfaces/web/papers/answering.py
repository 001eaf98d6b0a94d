"""A form as the answer to a request: to be edited in Word, or to be printed."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.http import Http404, HttpResponse

from dongvon.domain.documents.papers.form import Form
from dongvon.domain.documents.papers.printed_form import printed
from dongvon.domain.documents.papers.word_form import word
from dongvon.domain.documents.queries.templates import template_content, templates
from dongvon.kernel import clock

WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST: Final = 300


def paper_answer(
    form: Form, filled: Sequence[Mapping[str, Any]], *, ending: str, copies: int = 1, name: str = ""
) -> HttpResponse:
    """One .docx from the template in use, or one .pdf of all that are filled, each in so many copies."""
    name = name or form.code
    if ending == "pdf":
        return as_file(printed(form, filled, at=clock.now(), copies=copies), name=f"{name}.pdf")
    if ending != "docx" or len(filled) != 1:
        raise Http404
    return as_file(word(form, filled[0], template=_own(form)), name=f"{name}.docx")


def as_file(content: bytes, *, name: str) -> HttpResponse:
    """A file to keep; a .pdf opens in the window."""
    portable = name.endswith(".pdf")
    how = "inline" if portable else "attachment"
    kind = "application/pdf" if portable else WORD
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'{how}; filename="{name}"'})


def _own(form: Form) -> bytes | None:
    """The officials' own version of the template, where there is one."""
    newest = next(iter(templates(form.code)), None)
    return template_content(newest.id) if newest else None
