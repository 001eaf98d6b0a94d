"""Files that a failed transaction left behind are swept after a day; a file that a row names never."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.documents.jobs import SETTLED, sweep_attachments
from dongvon.domain.documents.models import Attachment
from dongvon.domain.documents.operations.attach import attach
from dongvon.domain.lending.jobs import sweep_files
from dongvon.domain.lending.models import Handover
from dongvon.domain.lending.operations.kept_file import KeptFile
from dongvon.kernel import clock
from dongvon.kernel.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _storage(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path)


def aged(place: str, *, by: timedelta = SETTLED * 2) -> str:
    path = default_storage.path(place)
    then = clock.now().timestamp() - by.total_seconds()
    os.utime(path, (then, then))
    return place


def test_bytes_without_a_row_go_and_named_ones_stay(at: datetime) -> None:
    by = Actor(person=new_id(), unit=new_id(), roles=frozenset({"unit_reporter"}))
    assert by.unit is not None
    kept = attach(key=new_id(), by=by, at=at, unit=by.unit, file_name="a.pdf", content=b"%PDF-1.7 kept")
    named = aged(Attachment.objects.get(pk=kept).stored_as)
    lost = aged(default_storage.save(f"{named[:2]}/{'0' * 64}", ContentFile(b"lost")))
    fresh = default_storage.save(f"ab/{'1' * 64}", ContentFile(b"its row may yet come"))
    other = aged(default_storage.save("thu-khac/x", ContentFile(b"not ours to judge")))
    sweep_attachments()
    assert [default_storage.exists(place) for place in (named, lost, fresh, other)] == [True, False, True, True]


def test_the_file_of_a_refused_portfolio_goes() -> None:
    refused = aged(KeptFile.of([b"loans"]).stored_as)
    fresh = KeptFile.of([b"loans"]).stored_as
    sweep_files()
    assert [default_storage.exists(place) for place in (refused, fresh)] == [False, True]
    assert Handover.objects.count() == 0


def test_an_empty_storage_is_swept_at_once() -> None:
    sweep_attachments()
    sweep_files()
