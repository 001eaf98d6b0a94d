"""Whether an answer names people on record, in words or inside a file, and whether that was noted."""

import html
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager, suppress
from typing import Any

from django.db import connection
from django.http import HttpResponse
from pypdf import PdfReader
from pypdf.errors import PdfReadError

from dongvon.domain.people.models import Person

_NOTE = 'INSERT INTO "people_viewing"'


def everybody() -> frozenset[str]:
    """The names of all people on record."""
    return frozenset(Person.objects.values_list("full_name", flat=True))


def named(answer: HttpResponse, people: Set[str]) -> set[str]:
    """Whom the answer names: a page, a workbook, a document or a .pdf."""
    text = " ".join(_text(b"".join(answer)).split())
    return {name for name in people if name in text}


@contextmanager
def noting() -> Iterator[list[str]]:
    """Fills with the notes that the block writes."""
    noted: list[str] = []

    def listen(execute: Callable[..., Any], sql: str, *given: Any) -> Any:
        if str(sql).startswith(_NOTE):
            noted.append(sql)
        return execute(sql, *given)

    with connection.execute_wrapper(listen):
        yield noted


def _text(content: bytes) -> str:
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            return " ".join(_words(file.read(each)) for each in file.namelist())
    if content.startswith(b"%PDF"):
        with suppress(PdfReadError):  # some rows hold a stub
            return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return html.unescape(content.decode(errors="replace"))


def _words(part: bytes) -> str:
    return (
        _text(part) if part.startswith(b"PK") else re.sub("<[^>]+>", "", html.unescape(part.decode(errors="replace")))
    )
