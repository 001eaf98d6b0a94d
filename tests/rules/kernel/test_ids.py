"""Ids sort by the time of asking and never repeat."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from dongvon.kernel import clock, ids
from dongvon.kernel.ids import derived_id, new_id


def test_ids_are_version_seven_and_increase():
    ids = [new_id() for _ in range(5_000)]
    assert {each.version for each in ids} == {7}
    assert ids == sorted(set(ids))


def test_an_id_begins_with_the_milliseconds_of_its_birth(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ids, "_last_tick", 0)  # another test of this process may have lived in the future
    before = int(clock.now().timestamp() * 1_000)
    assert abs((new_id().int >> 80) - before) < 5_000


def test_ids_increase_even_when_the_system_clock_goes_back(monkeypatch: pytest.MonkeyPatch):
    first = new_id()
    monkeypatch.setattr(clock, "now", lambda: datetime(2001, 1, 1, tzinfo=UTC))
    assert new_id() > first


def test_a_derived_id_depends_on_key_and_name_only():
    key, other = UUID(int=1), UUID(int=2)
    assert derived_id(key, "receipt") == derived_id(key, "receipt")
    assert len({derived_id(key, "receipt"), derived_id(key, "slip"), derived_id(other, "receipt")}) == 3
