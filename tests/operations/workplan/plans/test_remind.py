"""Reminders: one letter a person a day, each step once, none at night."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core import mail

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan import jobs
from dongvon.domain.workplan.models import Digest, Obligation, Plan, Reminder
from dongvon.domain.workplan.operations.remind import remind
from dongvon.domain.workplan.queries.reminders import digests, ladder, letter_hours
from dongvon.kernel import clock
from tests.operations.workplan.plans.conftest import Call

ADDRESS = "https://dongvon.example"


def morning(month: int, day: int, *, year: int = 2026) -> datetime:
    """9:00 in Vietnam."""
    return datetime(year, month, day, 2, 0, tzinfo=UTC)


@pytest.fixture
def write(plan: Plan, call: Call) -> Callable[[datetime], int]:
    """Only the annual report counts here: the quarters are met."""
    Obligation.objects.filter(plan=plan).exclude(round__kind="annual").update(met_at=morning(1, 12))
    return lambda at: call(remind, at=at, address=ADDRESS)


Write = Callable[[datetime], int]


def test_the_reporter_is_told_thirty_days_before_and_once(reporter: Actor, write: Write) -> None:
    assert write(morning(11, 13)) == 0
    assert write(morning(11, 14)) == 1
    assert write(morning(11, 14)) == 0
    assert write(morning(11, 16)) == 0
    assert write(morning(11, 30)) == 1  # the 29th, step 15, was a Sunday
    assert list(Reminder.objects.order_by("digest__on").values_list("step", flat=True)) == [-30, -15]


def test_a_letter_names_what_is_owed(reporter: Actor, write: Write) -> None:
    write(morning(12, 14))
    letter = Digest.objects.get()
    assert letter.address == "mai@dongnai.example"
    assert "Báo cáo năm 2026" in letter.text
    assert "4 nội dung" in letter.text
    assert "hạn là hôm nay" in letter.text


def test_then_the_head_then_the_branch(reporter: Actor, head: Actor, officer: Actor, write: Write) -> None:
    write(morning(12, 21))
    assert set(Digest.objects.values_list("address", flat=True)) == {"mai@dongnai.example"}
    write(morning(12, 22))
    assert Digest.objects.filter(address="tung@dongnai.example").exists()
    write(morning(12, 29))
    branch = Digest.objects.get(address="minh@dongnai.example")
    assert branch.text.count("Báo cáo năm 2026") == 5  # every unit that is missing, in one letter


def test_a_unit_without_a_clerk_is_told_through_its_head(head: Actor, write: Write) -> None:
    assert write(morning(11, 14)) == 1
    assert Digest.objects.get().address == "tung@dongnai.example"


def test_no_letter_at_night_or_on_sunday(reporter: Actor, write: Write) -> None:
    assert write(datetime(2026, 11, 14, 14, 0, tzinfo=UTC)) == 0  # 21:00
    assert write(morning(11, 15)) == 0  # Sunday


def test_what_is_met_or_let_off_is_not_called_for(reporter: Actor, plan: Plan, write: Write) -> None:
    Obligation.objects.filter(plan=plan, met_at=None).update(met_at=morning(11, 1))
    assert write(morning(11, 14)) == 0


def test_the_job_sends_each_letter_once(
    reporter: Actor, write: Write, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PUBLIC_ADDRESS = ADDRESS
    monkeypatch.setattr(clock, "now", lambda: morning(11, 14))
    jobs.send_reminders()
    jobs.send_reminders()
    assert [letter.to for letter in mail.outbox] == [["mai@dongnai.example"]]
    rows, total = digests()
    assert (total, rows[0].sent_at, rows[0].lines, rows[0].step) == (1, morning(11, 14), 1, -30)


def test_a_letter_that_failed_to_leave_leaves_later(
    reporter: Actor, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(morning(11, 14))
    monkeypatch.setattr(clock, "now", lambda: morning(11, 14))
    jobs.send_reminders()
    assert len(mail.outbox) == 1


def test_the_ladder_is_data(plan: Plan) -> None:
    on = morning(11, 14).date()
    assert [step.days for step in ladder(on=on) if step.audience == "reporter"] == [-30, -15, -7, -3, -1, 1, 3, 7]
    hours = letter_hours(on=on)
    assert hours is not None
    assert hours.weekdays == (1, 2, 3, 4, 5, 6)
