"""Direct lending walked to its end: a home that is built, work abroad, an establishment; what each is refused for."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from dongvon.domain.lending.models import Application, Loan, Tranche
from dongvon.domain.lending.operations.apply import PaperDraft, UndertakingDraft
from dongvon.domain.lending.operations.confirm import LineDecision, confirm
from dongvon.domain.lending.operations.decline import decline
from dongvon.domain.lending.operations.evaluating import ConditionNotMet
from dongvon.domain.lending.operations.hand_out import hand_out
from dongvon.domain.lending.operations.moving import StepTaken
from dongvon.domain.lending.operations.take_in import take_in
from tests.operations.lending.village import CHAIR, MILLION, OFFICER, TELLER, TODAY, Village

pytestmark = pytest.mark.django_db

WORK = UndertakingDraft(
    kind="overseas", partner="Công ty Xuất khẩu lao động", value=150 * MILLION, ends_on=date(2029, 11, 24)
)
WORKSHOP = UndertakingDraft(
    kind="establishment", partner="Hợp tác xã Bình Minh", value=3000 * MILLION, workers=15, collateral=2500 * MILLION
)
HOME = UndertakingDraft(
    kind="home_build", partner="Tự xây", value=700 * MILLION, paid=300 * MILLION, collateral=900 * MILLION
)


def direct(village: Village, key: str, *papers: str, undertaking: UndertakingDraft, **more: Any) -> UUID:
    """Asked for at the office, without an authorisation."""
    given = {"papers": tuple(PaperDraft(code=code) for code in papers), "undertaking": undertaking}
    return village.ask(key, by=OFFICER, unit=village.office, authorisation=None, **given, **more)


def paid_out(village: Village, application: UUID) -> Loan:
    village.approved(application)
    loan = village.signed(application)
    hand_out(**village.envelope(TELLER), on=TODAY, tranche=Tranche.objects.get(application=application).id)
    return Loan.objects.get(id=loan)


def refused_at_control(village: Village, application: UUID) -> None:
    with pytest.raises(ConditionNotMet):
        village.controlled(application)


def test_a_home_is_built_after_the_group_met_and_the_commune_confirmed(village: Village) -> None:
    """HD 4546: the group's meeting and 03/NƠXH come first, though the loan is direct; 70 % of 700 million is 490."""
    asked = direct(
        village, "12.xay", "land_certificate", "building_estimate", undertaking=HOME, amount=400 * MILLION,
        term_months=180,
    )  # fmt: skip
    row = Application.objects.get(id=asked)
    assert (row.channel, row.group_id) == ("direct", village.group)
    with pytest.raises(StepTaken):
        take_in(**village.envelope(OFFICER), applications=(asked,))
    village.screened(asked)
    with pytest.raises(StepTaken):
        take_in(**village.envelope(OFFICER), applications=(asked,))
    confirm(**village.envelope(CHAIR), lines=(LineDecision(application=asked, decision="confirm"),))
    assert paid_out(village, asked).in_term == 400 * MILLION


def test_a_home_beyond_seventy_percent_of_its_estimate_is_not_confirmed(village: Village) -> None:
    asked = direct(
        village, "12.xay", "land_certificate", "building_estimate", undertaking=HOME, amount=491 * MILLION,
        term_months=180,
    )  # fmt: skip
    village.screened(asked)
    with pytest.raises(ConditionNotMet):
        confirm(**village.envelope(CHAIR), lines=(LineDecision(application=asked, decision="confirm"),))


def test_work_abroad_is_answered_in_seven_working_days_and_paid(village: Village) -> None:
    """NĐ 338: seven working days from Tuesday 24/11 end on Thursday 03/12; the whole cost of the contract is lent."""
    asked = direct(village, "04", "overseas_contract", undertaking=WORK, amount=150 * MILLION, term_months=36)
    take_in(**village.envelope(OFFICER), applications=(asked,))
    assert Application.objects.get(id=asked).due_on == date(2026, 12, 3)
    village.appraised(asked)
    assert Application.objects.get(id=asked).due_on == date(2026, 12, 3)


@pytest.mark.parametrize(
    ("papers", "change", "asked_for"),
    [
        ((), {}, {}),
        (("overseas_contract",), {}, {"amount": 151 * MILLION}),
        (("overseas_contract",), {"ends_on": date(2029, 11, 23)}, {}),
        (("overseas_contract",), {"value": 300 * MILLION}, {"amount": 201 * MILLION}),
    ],
    ids=["no contract", "more than it costs", "longer than it lasts", "no security above 200 million"],
)
def test_work_abroad_is_not_lent_for(
    village: Village, papers: tuple[str, ...], change: dict[str, Any], asked_for: dict[str, Any]
) -> None:
    given = {"amount": 150 * MILLION, "term_months": 36, **asked_for}
    refused_at_control(village, direct(village, "04", *papers, undertaking=replace(WORK, **change), **given))


def test_work_abroad_comes_to_money(village: Village) -> None:
    asked = direct(village, "04", "overseas_contract", undertaking=WORK, amount=150 * MILLION, term_months=36)
    assert paid_out(village, asked).in_term == 150 * MILLION


def test_an_establishment_borrows_by_its_workers(village: Village) -> None:
    """200 million a worker: fifteen carry two billion, with security."""
    asked = direct(
        village, "03.co-so", "project_plan", undertaking=WORKSHOP, amount=2000 * MILLION, term_months=60
    )  # fmt: skip
    assert paid_out(village, asked).approved == 2000 * MILLION


@pytest.mark.parametrize("change", [{"workers": 9}, {"collateral": None}], ids=["nine workers", "no security"])
def test_an_establishment_is_not_lent_to(village: Village, change: dict[str, Any]) -> None:
    undertaking = replace(WORKSHOP, **change)
    asked = direct(village, "03.co-so", "project_plan", undertaking=undertaking, amount=2000 * MILLION, term_months=60)
    refused_at_control(village, asked)
    decline(**village.envelope(OFFICER), application=asked, reason="Không đủ điều kiện", article="NĐ 338")
    assert village.stage(asked) == "refused"


@pytest.mark.parametrize(("meant", "lent"), [(2, True), (1, False)])
def test_an_establishment_of_former_prisoners_employs_a_tenth_of_them(village: Village, meant: int, lent: bool) -> None:
    """QĐ 22: at least 10 % of the workers, so two of fifteen."""
    asked = direct(
        village, "26.co-so", "project_plan", "labour_contracts",
        undertaking=replace(WORKSHOP, meant_workers=meant), amount=500 * MILLION, term_months=60,
    )  # fmt: skip
    if lent:
        assert paid_out(village, asked).approved == 500 * MILLION
    else:
        refused_at_control(village, asked)
