"""The clock speaks UTC to the machine and Vietnam's date to people."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dongvon.kernel import clock


def test_now_is_aware_and_utc():
    assert clock.now().utcoffset() == timedelta(0)


def test_today_changes_at_midnight_in_vietnam(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 12, 14, 16, 59, 59, tzinfo=UTC))
    assert clock.today() == date(2026, 12, 14)
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 12, 14, 17, 0, tzinfo=UTC))
    assert clock.today() == date(2026, 12, 15)
