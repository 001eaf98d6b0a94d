"""Attachments: the same bytes once, whole bytes back, constraints tried to be broken."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import Error, transaction

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.documents.models import Attachment
from dongvon.domain.documents.operations.attach import attach
from dongvon.domain.documents.queries.attachments import Damaged, attachment, content_of
from dongvon.domain.units.queries.scope import enter_scope
from dongvon.kernel.ids import new_id
from dongvon.kernel.scope import Scope

UNIT = new_id()
HOA, TUNG = (Actor(person=new_id(), unit=UNIT, roles=frozenset({"unit_reporter"})) for _ in range(2))

WebRole = Callable[[str], AbstractContextManager[None]]


def attached(at: datetime, content: bytes, name: str = "ket-qua.pdf", *, by: Actor = HOA) -> Any:
    return attach(key=new_id(), by=by, at=at, unit=UNIT, file_name=name, content=content)


@pytest.mark.django_db
def test_the_same_file_given_twice_is_kept_once(at: datetime) -> None:
    assert attached(at, b"%PDF-1.7 one") == attached(at, b"%PDF-1.7 one")
    assert attached(at, b"%PDF-1.7 one") != attached(at, b"%PDF-1.7 one", "ban-sao.pdf")
    assert len(set(Attachment.objects.values_list("stored_as", flat=True))) == 1


@pytest.mark.django_db
def test_a_colleague_may_give_the_same_file_without_seeing_the_first(at: datetime, as_role: WebRole) -> None:
    """Two leaders of one organisation see their own files alone; the second is not told "server error"."""
    first = attached(at, b"%PDF-1.7 one")
    with as_role("dongvon_web"):
        enter_scope(Scope(person=TUNG.person))
        second = attached(at, b"%PDF-1.7 one", by=TUNG)
        assert attachment(first) is None
        assert content_of(second) == b"%PDF-1.7 one"


@pytest.mark.django_db
def test_damaged_bytes_are_not_given_out(at: datetime) -> None:
    given = attached(at, b"%PDF-1.7 two")
    row = Attachment.objects.get(pk=given)
    default_storage.delete(row.stored_as)
    default_storage.save(row.stored_as, ContentFile(b"%PDF-1.7 2wo"))
    with pytest.raises(Damaged):
        content_of(given)
    default_storage.delete(row.stored_as)
    assert attachment(new_id()) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "constraint"),
    [
        ({}, "documents_attachment_once_a_giver"),
        ({"content_hash": "abc"}, "documents_attachment_hash_is_sha256"),
        ({"file_name": "b.pdf", "size": 0}, "documents_attachment_is_not_empty"),
    ],
)
def test_constraints_hold(at: datetime, words: dict[str, Any], constraint: str) -> None:
    row = Attachment.objects.get(pk=attached(at, b"%PDF-1.7 three"))
    names = ("unit_id", "content_hash", "size", "media_type", "file_name", "stored_as", "attached_by", "attached_at")
    copy = {name: getattr(row, name) for name in names}
    with pytest.raises(Error, match=constraint), transaction.atomic():
        Attachment.objects.create(**{**copy, **words})
    with pytest.raises(Error, match="Cannot update or delete"), transaction.atomic():
        row.delete()
