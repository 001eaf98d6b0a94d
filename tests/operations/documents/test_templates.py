"""Versions of a template: numbered, hashed, explained, never rewritten."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.documents.models import Template
from dongvon.domain.documents.operations.store_template import BeginsBeforeToday, NoteNeeded, store_template
from dongvon.domain.documents.papers.filling import UnfitTemplate
from dongvon.domain.documents.papers.official import OfficialPaper
from dongvon.domain.documents.queries.templates import codes_in_use, template_content, template_in_use, templates
from dongvon.kernel.ids import new_id

pytestmark = pytest.mark.django_db
NAM = Actor(person=new_id(), unit=new_id(), roles=frozenset({"branch_officer"}))


def stored(at: datetime, **others: Any) -> UUID:
    content = others.pop("content", OfficialPaper(title="Mẫu").to_bytes())
    asked = {"code": "mau-thu", "file_name": "mau.docx", "note": "Bản đầu", **others}
    return store_template(key=new_id(), by=NAM, at=at, content=content, **asked)


def row(at: datetime, **others: Any) -> Template:
    columns = {"code": "mau-thu", "number": 1, "file_name": "mau.docx", "content": b"x", "content_hash": "0" * 64}
    return Template(
        **{**columns, "note": "Bản đầu", "stored_by": NAM.person, "stored_at": at, "from_on": at.date(), **others}
    )


def test_the_newest_comes_first_and_each_keeps_its_bytes(at: datetime) -> None:
    first = stored(at)
    second = stored(at, note="Bản hai")
    assert [each.id for each in templates("mau-thu")] == [second, first]
    assert template_content(first).startswith(b"PK")


def test_a_version_is_used_from_its_day(at: datetime) -> None:
    first, later = at.date(), at.date() + timedelta(days=10)
    old, new = stored(at), stored(at, note="Bản hai", from_on=later)
    assert [getattr(template_in_use("mau-thu", on=on), "id", None) for on in (first, later)] == [old, new]
    assert template_in_use("mau-thu", on=first - timedelta(days=1)) is None
    assert codes_in_use(on=first) == {"mau-thu"}
    with pytest.raises(BeginsBeforeToday):
        stored(at, from_on=first - timedelta(days=1))


def test_a_new_version_says_what_is_new(at: datetime) -> None:
    with pytest.raises(NoteNeeded):
        stored(at, note="  ")


def test_what_is_no_word_file_is_not_stored(at: datetime) -> None:
    with pytest.raises(UnfitTemplate):
        stored(at, content=b"hello")


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("documents_template_numbered", {}),
        ("documents_template_hash_is_sha256", {"number": 2, "content_hash": "zz"}),
        ("documents_template_says_what_changed", {"number": 2, "note": ""}),
    ],
)
def test_the_database_refuses(at: datetime, name: str, others: dict[str, Any]) -> None:
    row(at).save(force_insert=True)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        row(at, **others).save(force_insert=True)


def test_a_version_is_never_rewritten(at: datetime) -> None:
    made = row(at)
    made.save(force_insert=True)
    with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
        Template.objects.filter(pk=made.pk).update(note="Khác")
