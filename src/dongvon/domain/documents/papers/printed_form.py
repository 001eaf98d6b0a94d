"""A form as a page to print: the same parts as the Word file, set by typst; values come as data, never as markup."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst
from django.conf import settings
from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from dongvon.domain.documents.papers.form import Form, Grid, Part, Signatures, Text
from dongvon.domain.documents.papers.official import MOTTO, NATION

_SHEET: Final = Path(__file__).with_name("form.typ")
_MARKS: Final = ImmutableSandboxedEnvironment(undefined=StrictUndefined)


def printed(form: Form, filled: Sequence[Mapping[str, Any]], *, at: datetime, copies: int = 1) -> bytes:
    """One .pdf (PDF/A) with the form filled with each of `filled`, so many copies of each, every one on a new page.

    `at` is the moment the file says it was made.
    """
    papers = [paper for values in filled for paper in [_paper(form, values)] * copies]
    whole = {
        "number": form.mark,
        "title": form.title.upper(),
        "remark": form.remark,
        "landscape": form.landscape,
        "nation": NATION,
        "motto": MOTTO,
        "papers": papers,
    }
    return typst.compile(
        str(_SHEET),
        font_paths=[str(settings.PAPER_FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"form": json.dumps(whole, ensure_ascii=False)},
        pdf_standards=["a-2b"],
        timestamp=at.replace(microsecond=0),
    )


def _paper(form: Form, values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "issuer": [_filled(line, values) for line in form.issuer],
        "reference": _filled(form.reference, values),
        "place_and_date": _filled(form.place_and_date, values),
        "subtitle": _filled(form.subtitle, values),
        "parts": [drawn for part in form.parts for drawn in _drawn(part, values, first=part is form.first_signed)],
    }


def _drawn(part: Part, values: Mapping[str, Any], *, first: bool) -> Iterator[dict[str, Any]]:
    match part:
        case Text(text=text, style=style, each=each, ragged=ragged):
            for row in values[each] if each else [None]:
                yield {"kind": "text", "style": style, "ragged": ragged, "text": _filled(text, values, row=row)}
        case Grid():
            yield _grid(part, values)
        case Signatures(blocks=blocks, received=received):
            signed = [{"whom": each.whom, "note": each.note, "name": _filled(each.name, values)} for each in blocks]
            copies = received.lines if received else ()
            yield {"kind": "signatures", "blocks": signed, "copies": copies, "first": first}


def _grid(part: Grid, values: Mapping[str, Any]) -> dict[str, Any]:
    rows = [
        [_filled(cell, values, row=row, number=number) for cell in part.cells]
        for number, row in enumerate(values[part.each], start=1)
    ]
    return {
        "kind": "grid",
        "columns": [{"heading": each.heading, "share": each.share, "align": each.align} for each in part.columns],
        "rows": rows,
        "totals": [_filled(cell, values) for cell in part.totals],
        "by_hand": part.by_hand or not any(any(row[1:]) for row in rows),
    }


def _filled(text: str, values: Mapping[str, Any], *, row: Any = None, number: int = 0) -> str:
    if "{{" not in text:
        return text
    return _marked(text).render({**values, "row": row, "loop": {"index": number}})


@cache
def _marked(text: str) -> Template:
    """Every text of the forms is parsed once: there are as many as the forms say, whatever is printed."""
    return _MARKS.from_string(text)
