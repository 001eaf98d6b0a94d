"""Lateness is a stored fact: SQL and Python agree on it, and no later edit loses it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dongvon.domain.audit.operations.record import NotAllowed
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.models import Obligation, Plan, Round
from dongvon.domain.workplan.operations.lock import lock
from dongvon.domain.workplan.operations.mark_late import mark_late
from dongvon.domain.workplan.operations.statements import run
from dongvon.domain.workplan.queries.follow_up import rates
from dongvon.domain.workplan.rules.deadlines import is_late
from tests.operations.workplan.plans.conftest import Call

DUE_AT = datetime(2026, 12, 14, 17, 0, tzinfo=UTC)


def of_2026(plan: Plan) -> Round:
    return Round.objects.get(plan=plan, kind="annual", year=2026)


def test_what_did_not_come_becomes_late_after_its_grace(plan: Plan, call: Call) -> None:
    assert call(mark_late, at=DUE_AT) == Obligation.objects.filter(late=True).count() == 9  # three quarters of 1b
    assert not Obligation.objects.filter(round=of_2026(plan), late=True).exists()
    call(mark_late, at=DUE_AT + timedelta(seconds=1))
    assert set(Obligation.objects.filter(round=of_2026(plan)).values_list("late", flat=True)) == {True}
    assert call(mark_late, at=DUE_AT + timedelta(seconds=1)) == 0


def test_rates_count_units_that_never_signed_in(plan: Plan, call: Call) -> None:
    first = of_2026(plan)
    met = Obligation.objects.filter(round=first, reporter__code="so-tai-chinh")
    met.update(met_at=DUE_AT)
    counted = next(rate for rate in rates(plan.pk, at=DUE_AT + timedelta(days=1)) if rate.round.id == first.pk)
    assert (counted.owed, counted.in_time, counted.missing, counted.reporters) == (11, 1, 10, 5)


@pytest.mark.parametrize("lost", [{"late": False}, {"met_at": None}, {"met_at": DUE_AT - timedelta(days=3)}])
def test_no_edit_loses_what_happened(plan: Plan, call: Call, lost: dict[str, object]) -> None:
    """Triggers of workplan_obligation; also for whoever writes SQL by hand."""
    Obligation.objects.filter(round=of_2026(plan)).update(met_at=DUE_AT + timedelta(days=1), late=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Obligation.objects.filter(round=of_2026(plan)).update(**lost)


def test_an_obligation_is_never_deleted(plan: Plan) -> None:
    with pytest.raises(Exception, match="delete"), transaction.atomic():
        Obligation.objects.filter(plan=plan).delete()


def test_locked_rounds_say_when(plan: Plan, call: Call) -> None:
    assert call(lock, at=datetime(2027, 1, 30, 16, 59, tzinfo=UTC)) == 3  # quarters, thirty days after their end
    assert call(lock, at=datetime(2027, 1, 30, 17, 0, tzinfo=UTC)) == 2  # the year's report and the fourth quarter
    assert of_2026(plan).locked_at == datetime(2027, 1, 30, 17, 0, tzinfo=UTC)


def test_only_scheduled_work_marks(plan: Plan, officer: Actor, call: Call) -> None:
    with pytest.raises(NotAllowed):
        call(mark_late, by=officer)


SECONDS = st.integers(-5, 5)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases=st.lists(st.tuples(SECONDS, st.none() | SECONDS, st.integers(0, 3)), min_size=6, max_size=6))
def test_sql_marks_what_the_rule_calls_late(plan: Plan, cases: list[tuple[int, int | None, int]]) -> None:
    """Any grace, met or not, at any moment around the end: the statement and the rule answer alike."""
    rows = list(Obligation.objects.filter(round=of_2026(plan)).order_by("pk")[:6])
    with transaction.atomic():
        expected = {row.pk: _arranged(row, *case) for row, case in zip(rows, cases, strict=True)}
        run("mark_late", at=DUE_AT)
        found = dict(Obligation.objects.filter(pk__in=expected).values_list("pk", "late"))
        transaction.set_rollback(True)
    assert found == expected


def _arranged(row: Obligation, grace: int, met: int | None, before: int) -> bool:
    """Give the row its moments; what the rule says of it at `DUE_AT`."""
    grace_until = DUE_AT + timedelta(seconds=grace)
    met_at = None if met is None else grace_until + timedelta(seconds=met)
    late = is_late(grace_until=grace_until, met_at=met_at, at=DUE_AT, waived=False)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE workplan_obligation SET due_at = %s, grace_until = %s, met_at = %s, late = %s WHERE id = %s",
            [grace_until - timedelta(seconds=before), grace_until, met_at, met_at is not None and late, row.pk],
        )
    return late
