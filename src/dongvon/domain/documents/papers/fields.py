"""The fields of a form, and how an edited template differs in them."""

from dataclasses import dataclass
from io import BytesIO

import docx
from docx.oxml.ns import qn

from dongvon.domain.documents.papers.filled_form import MARK
from dongvon.domain.documents.papers.filling import check_package
from dongvon.domain.documents.papers.form import Form, Grid, Signatures, Text
from dongvon.kernel.text import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """Fields that the form cannot fill, and fields of the form that the template leaves out."""

    unknown: tuple[str, ...]
    missing: tuple[str, ...]


def fields_of(form: Form) -> dict[str, str]:
    """Each field ("borrower", "row.amount") with the words in which it stands first, the field itself as "…"."""
    told: dict[str, str] = {}
    for text in _texts(form):
        for mark in MARK.finditer(text):
            told.setdefault(mark["name"], clean(MARK.sub("…", text)))
    told.pop("loop.index", None)
    return told


def differences(form: Form, template: bytes) -> Differences:
    """How the fields of an edited .docx differ from those of the form. Refuses UnfitTemplate."""
    check_package(template)
    paper = docx.Document(BytesIO(template))
    given = {mark["name"] for words in _paragraphs(paper) for mark in MARK.finditer(words)} - {"loop.index"}
    known = fields_of(form)
    return Differences(
        unknown=tuple(sorted(given - known.keys())), missing=tuple(name for name in known if name not in given)
    )


def _paragraphs(paper: docx.document.Document) -> list[str]:
    """The words of every paragraph, in tables, too: Word cuts them into pieces as it likes."""
    return ["".join(text.text or "" for text in each.iter(qn("w:t"))) for each in paper.element.iter(qn("w:p"))]


def _texts(form: Form) -> list[str]:
    texts = [*form.issuer, form.reference, form.place_and_date, form.subtitle]
    for part in form.parts:
        match part:
            case Text(text=text):
                texts.append(text)
            case Grid(columns=columns, cells=cells, totals=totals):
                texts += [f"{column.heading}: {cell}" for column, cell in zip(columns, cells, strict=True)]
                texts += [f"Cộng, {column.heading}: {cell}" for column, cell in zip(columns, totals, strict=False)]
            case Signatures(blocks=blocks):
                texts += [f"{block.whom}: {block.name}" for block in blocks]
    return texts
