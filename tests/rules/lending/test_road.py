"""Order of steps, lots and parts of a loan."""

from datetime import date
from uuid import UUID

import pytest

from dongvon.domain.lending.rules.contract import Course, timetable
from dongvon.domain.lending.rules.lottery import Ticket, draw_lots
from dongvon.domain.lending.rules.road import next_step, resumed_at, step_after
from dongvon.domain.lending.rules.terms import CourseRule
from dongvon.domain.lending.rules.tranches import tranches
from dongvon.domain.lending.vocabulary import Stage, Step

HOUSING_RANKS = {"saver": 1, "merit": 1}
TICKETS = [Ticket(application=UUID(int=number), amount=100, grounds=("merit",) * (number == 5)) for number in range(6)]


@pytest.mark.parametrize(
    ("stage", "screened", "confirmed", "step"),
    [
        (Stage.REQUESTED, True, True, Step.SCREEN),
        (Stage.SCREENED, True, True, Step.CONFIRM),
        (Stage.REQUESTED, False, True, Step.CONFIRM),  # building a home: the commune, no group
        (Stage.REQUESTED, False, False, Step.TAKE_IN),  # direct
        (Stage.CONFIRMED, True, True, Step.TAKE_IN),
        (Stage.LENT, True, True, None),
    ],
)
def test_what_a_file_waits_for(stage: Stage, screened: bool, confirmed: bool, step: Step | None) -> None:
    assert next_step(stage, screened=screened, confirmed=confirmed) is step


@pytest.mark.parametrize(
    ("step", "resumes_at", "screened", "confirmed", "then"),
    [
        (Step.SCREEN, None, True, True, Step.CONFIRM),
        (Step.SCREEN, None, True, False, Step.TAKE_IN),  # a route the commune does not sign
        (Step.TAKE_IN, None, False, False, Step.APPRAISE),
        (Step.SIGN, None, True, True, Step.HAND_OUT),
        (Step.HAND_OUT, None, True, True, None),
        (Step.COMPLETE, Stage.CONFIRMED, True, True, Step.TAKE_IN),
        (Step.COMPLETE, Stage.REQUESTED, True, True, Step.SCREEN),
    ],
)
def test_what_follows(step: Step, resumes_at: Stage | None, screened: bool, confirmed: bool, then: Step | None) -> None:
    assert step_after(step, resumes_at=resumes_at, screened=screened, confirmed=confirmed) is then


def test_a_file_the_bank_sent_back_comes_in_again() -> None:
    assert resumed_at(Stage.CONTROLLED, screened=True, confirmed=True) is Stage.CONFIRMED
    assert resumed_at(Stage.RECEIVED, screened=False, confirmed=False) is Stage.REQUESTED
    assert resumed_at(Stage.SCREENED, screened=True, confirmed=True) is Stage.SCREENED


def test_priorities_come_first_and_the_plan_is_kept() -> None:
    drawn = draw_lots(TICKETS, plan=350, seed="17 42 08", ranks=HOUSING_RANKS)
    assert (drawn[0].application, drawn[0].ground) == (UUID(int=5), "merit")
    assert [each.selected for each in drawn] == [True, True, True, False, False, False]


def test_the_same_seed_draws_the_same_and_another_differs() -> None:
    first = draw_lots(TICKETS, plan=350, seed="17 42 08", ranks={})
    assert draw_lots(list(reversed(TICKETS)), plan=350, seed="17 42 08", ranks={}) == first
    others = [draw_lots(TICKETS, plan=350, seed=str(number), ranks={}) for number in range(5)]
    assert any(other != first for other in others)


def test_nobody_is_passed_over_for_a_smaller_amount() -> None:
    """The first that no longer fits ends the draw: otherwise small amounts would beat the order."""
    tickets = [
        Ticket(application=UUID(int=1), amount=300, grounds=("merit",)),
        Ticket(application=UUID(int=2), amount=50),
    ]
    assert [each.selected for each in draw_lots(tickets, plan=100, seed="1", ranks=HOUSING_RANKS)] == [False, False]


def test_all_are_selected_when_the_plan_holds_all() -> None:
    assert all(each.selected for each in draw_lots(TICKETS, plan=600, seed="1", ranks={}))


def test_a_semester_loan_comes_in_equal_parts() -> None:
    """100 million over 2 years by semester: three parts of 25.0 and the rest; 4 × 25 million."""
    parts = tranches(
        100_000_000,
        first_on=date(2026, 9, 25),
        ends_on=date(2028, 6, 30),
        every_months=6,
        floor_to=100_000,
        declared=False,
    )
    assert [part.amount for part in parts] == [25_000_000] * 4
    assert [part.planned_on for part in parts][-1] == date(2028, 3, 25)


def test_an_ordinary_loan_comes_at_once() -> None:
    parts = tranches(
        50_000_000, first_on=date(2026, 11, 24), ends_on=None, every_months=None, floor_to=100_000, declared=False
    )
    assert [(part.amount, part.needs_declaration) for part in parts] == [(50_000_000, False)]


def test_a_students_contract_is_that_of_the_banks_worksheet() -> None:
    """Vector D1: first loan 25/09/2026, end of course 28/02/2029: term 70 months, final 04/08/2032."""
    times = timetable(
        signed_on=date(2026, 9, 25),
        term_months=70,
        every_months=12,
        grace_months=12,
        course=Course(ends_on=date(2029, 2, 28)),
        rule=CourseRule(grace_months=12, short_months=12, short_times=2, long_times=1),
        session_day=25,
    )
    assert (times.term_months, times.dues[0], times.dues[-1]) == (70, date(2030, 2, 28), date(2032, 8, 4))
    assert times.grace_until == date(2030, 2, 28)


def test_no_principal_is_asked_for_in_the_first_years_of_a_home() -> None:
    """Nghị định 28/2022: 15 years, none in the first five; then ten yearly parts."""
    times = timetable(
        signed_on=date(2026, 3, 2), term_months=180, every_months=12, grace_months=60, course=None, session_day=10
    )
    assert (times.dues[0], times.dues[-1], len(times.dues)) == (date(2032, 3, 2), date(2041, 3, 2), 10)
