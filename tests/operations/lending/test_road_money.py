"""The road to a loan where money is counted: ceilings, funds, contracts, parts."""

from datetime import date, timedelta

import pytest

from dongvon.domain.capital.models import FundLimit
from dongvon.domain.capital.operations.draw import FundExhausted
from dongvon.domain.lending.models import Instalment, Tranche
from dongvon.domain.lending.operations.apply import (
    PaperDraft,
)
from dongvon.domain.lending.operations.approve import ApprovalLine, approve
from dongvon.domain.lending.operations.confirm import LineDecision, confirm
from dongvon.domain.lending.operations.evaluating import ConditionNotMet
from dongvon.domain.lending.operations.hand_out import HandedOutAlready, NotDeclared, NotDueYet, hand_out
from dongvon.domain.lending.operations.moving import StepTaken
from dongvon.domain.lending.operations.sign import SignedOutOfTime, sign
from dongvon.domain.lending.operations.withdraw import withdraw
from tests.operations.lending.village import (
    CHAIR,
    DIRECTOR,
    LEADER,
    MILLION,
    TELLER,
    TODAY,
    Village,
)

pytestmark = pytest.mark.django_db


def test_the_schedule_follows_the_dated_rows(village: Village) -> None:
    """36 months: periods of 24 months (VB 2174), so two instalments: after 24 months and at the end."""
    village.list("poor", 0)
    asked = village.ask()
    village.confirmed(asked)
    village.approved(asked)
    loan = village.signed(asked)
    days = list(Instalment.objects.filter(loan=loan).order_by("number").values_list("contractual_on", flat=True))
    assert days == [date(2028, 11, 24), date(2029, 11, 24)]


def test_a_contract_is_signed_between_its_approval_and_today(village: Village) -> None:
    """A contract dated back would carry the rate of another time for good."""
    village.list("poor", 0)
    asked = village.ask()
    village.confirmed(asked)
    village.approved(asked)
    village.told(asked)
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(SignedOutOfTime, match=f"{TODAY:%d/%m/%Y}"):
            sign(**village.envelope(DIRECTOR), application=asked, contract_number="6600000099", signed_on=day)


def test_the_household_ceiling_holds_over_two_requests(village: Village) -> None:
    """100 million a household: 60 million promised leave 40 for a second request."""
    village.list("poor", 0)
    first = village.ask(amount=60 * MILLION)
    village.confirmed(first)
    village.approved(first)
    village.signed(first)
    hand_out(**village.envelope(TELLER), on=TODAY, tranche=Tranche.objects.get(application=first).id)
    second = village.ask(amount=41 * MILLION)
    village.screened(second)
    with pytest.raises(ConditionNotMet):
        confirm(**village.envelope(CHAIR), lines=(LineDecision(application=second, decision="confirm"),))


def test_the_last_of_a_fund_is_promised_once(village: Village) -> None:
    FundLimit.objects.update(amount=70 * MILLION)
    village.list("poor", 0, 1)
    one, other = village.ask(of=0), village.ask(of=1)
    village.confirmed(one, other)
    village.approved(one)
    village.controlled(other)
    with pytest.raises(FundExhausted) as told:
        village.approve(other)
    assert told.value.values == {"left": 20 * MILLION}
    withdraw(**village.envelope(LEADER), application=one, reason="Đổi ý")
    village.approve(other)


def test_an_application_is_decided_once(village: Village) -> None:
    village.list("poor", 0)
    asked = village.ask()
    village.confirmed(asked)
    village.approved(asked)
    with pytest.raises(StepTaken):
        village.approve(asked)


def test_a_student_is_paid_by_semester(village: Village) -> None:
    """From 24/11/2026 to 30/06/2030 every six months: eight parts of 20 million."""
    village.list("near_poor", 0)
    asked = village.student()
    village.confirmed(asked)
    village.approved(asked)
    village.signed(asked)
    parts = list(Tranche.objects.filter(application=asked).order_by("number"))
    assert [part.amount for part in parts] == [20 * MILLION] * 8
    assert parts[1].planned_on == date(2027, 5, 24)
    hand_out(**village.envelope(TELLER), on=TODAY, tranche=parts[0].id)
    with pytest.raises(NotDueYet):
        hand_out(**village.envelope(TELLER), on=TODAY, tranche=parts[1].id)
    with pytest.raises(HandedOutAlready):
        hand_out(**village.envelope(TELLER), on=TODAY, tranche=parts[0].id)


def test_a_stem_learner_declares_each_year(village: Village) -> None:
    """QĐ 29/2025, Phụ lục II: before each later year's part."""
    papers = (PaperDraft(code="school_certificate"), PaperDraft(code="science_average_8"))
    asked = village.student(key="02.stem", papers=papers)
    village.confirmed(asked)
    village.approved(asked)
    village.signed(asked)
    parts = list(Tranche.objects.filter(application=asked).order_by("number"))
    assert [part.needs_declaration for part in parts] == [False, True, True, True]
    hand_out(**village.envelope(TELLER), on=TODAY, tranche=parts[0].id)
    with pytest.raises(NotDeclared):
        hand_out(**village.envelope(TELLER), on=date(2027, 11, 24), tranche=parts[1].id)


def test_an_application_named_twice_is_approved_once(village: Village) -> None:
    village.list("poor", 0)
    asked = village.ask()
    village.confirmed(asked)
    village.controlled(asked)
    line = ApprovalLine(application=asked, amount=50 * MILLION, term_months=36)
    assert approve(**village.envelope(DIRECTOR), lines=(line, line)) == 1
