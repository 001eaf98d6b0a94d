"""The whole demo in one go: everything through operations, the same again changes nothing."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.core.files.storage import default_storage

from dongvon.demo.load import load
from dongvon.domain.audit.models import Event
from dongvon.domain.workplan.models import (
    CommendationDecision,
    Consolidation,
    Decision,
    Obligation,
    Report,
    Submission,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def told() -> list[tuple[int, int]]:
    seen: list[tuple[int, int]] = []
    load(plan_path=None, progress=lambda done, total: seen.append((done, total)))
    return seen


def test_two_years_of_a_city() -> None:
    with time_machine.travel(datetime(2026, 11, 24, 3, 0, tzinfo=UTC), tick=False):
        progress = told()
        assert progress[-1][0] <= progress[-1][1]
        _check_reports()
        _check_what_followed()
        before = Event.objects.count()
        told()
        assert Event.objects.count() == before


def _check_reports() -> None:
    states = Counter(Report.objects.values_list("round__year", "state"))
    reporters = {year: _reporters(year) for year in (2025, 2026)}
    assert min(reporters.values()) >= 120
    assert states[2025, "accepted"] >= 110
    assert {state for year, state in states if year == 2026} == {"draft", "submitted", "returned", "accepted"}
    assert Obligation.objects.filter(round__year=2025, late=True, met_at=None).exists()
    assert Obligation.objects.filter(round__year=2025, late=True, met_at__isnull=False).exists()
    assert Submission.objects.exclude(on_behalf_of=None).exists()
    acted = Event.objects.filter(verb="workplan.submit").count()
    assert acted == Submission.objects.count()


def _reporters(year: int) -> int:
    return Obligation.objects.filter(round__year=year).values("reporter").distinct().count()


def _check_what_followed() -> None:
    assert Decision.objects.exists()
    assert CommendationDecision.objects.count() == 9
    assert Consolidation.objects.count() == 2
    for year in (2025, 2026):
        paper = Path(default_storage.path(f"bao-cao-tong-hop/bao-cao-tong-hop-{year}.docx"))
        assert paper.read_bytes().startswith(b"PK")
