"""A form as the answer to a request: to be edited in Word, or to be printed."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.http import Http404, HttpResponse

from dongvon.domain.documents.papers.form import Form
from dongvon.domain.documents.papers.printed_form import printed
from dongvon.domain.documents.papers.word_form import word
from dongvon.domain.documents.papers.word_pages import pages
from dongvon.domain.documents.queries.templates import template_content, template_in_use
from dongvon.kernel import clock

WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST: Final = 300


def paper_answer(
    form: Form, filled: Sequence[Mapping[str, Any]], *, ending: str, copies: int = 1, name: str = ""
) -> HttpResponse:
    """One .docx from the template in use, or one .pdf of all that are filled, each in so many copies."""
    name = name or form.code
    if ending == "pdf":
        return as_file(_portable(form, filled, copies=copies), name=f"{name}.pdf")
    if ending != "docx" or len(filled) != 1:
        raise Http404
    return as_file(word(form, filled[0], template=_own(form)), name=f"{name}.docx")


def _portable(form: Form, filled: Sequence[Mapping[str, Any]], *, copies: int) -> bytes:
    """As the officials' own template says, where there is one; else as the form is described."""
    own = _own(form)
    if own is None:
        return printed(form, filled, at=clock.now(), copies=copies)
    papers = [word(form, values, template=own) for values in filled]
    return pages(papers, at=clock.now(), title=form.title, remark=form.remark, copies=copies)


def as_file(content: bytes, *, name: str) -> HttpResponse:
    """A file to keep; a .pdf opens in the window."""
    portable = name.endswith(".pdf")
    how = "inline" if portable else "attachment"
    kind = "application/pdf" if portable else WORD
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'{how}; filename="{name}"'})


def _own(form: Form) -> bytes | None:
    """The officials' own version of the template, where there is one today."""
    row = template_in_use(form.code, on=clock.today())
    return template_content(row.id) if row else None
