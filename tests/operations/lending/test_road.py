"""The road to a loan, step by step, and what stops it."""

from datetime import date, timedelta

import pytest

from dongvon.domain.audit.operations.record import NotAllowed
from dongvon.domain.lending.models import Application, Decline, Loan, Tranche
from dongvon.domain.lending.operations.apply import (
    AskedAlready,
    ItemDraft,
    NotOfGroup,
    PaperDraft,
    PlanDoesNotAddUp,
    apply,
)
from dongvon.domain.lending.operations.complete import complete
from dongvon.domain.lending.operations.confirm import LineDecision, confirm
from dongvon.domain.lending.operations.control import control
from dongvon.domain.lending.operations.decline import decline
from dongvon.domain.lending.operations.evaluating import ConditionNotMet, ConditionsChanged
from dongvon.domain.lending.operations.hand_out import hand_out
from dongvon.domain.lending.operations.moving import SamePerson
from dongvon.domain.lending.operations.screen import NotVotedFor, Screened, screen
from dongvon.domain.lending.operations.send_back import send_back
from dongvon.domain.lending.operations.take_in import take_in
from dongvon.domain.lending.operations.turning import ReasonMissing
from dongvon.domain.lending.queries.applications import queue, untold
from dongvon.domain.lending.queries.eligibility import explained, explanation_of
from dongvon.domain.lending.queries.files import file_of
from dongvon.domain.lending.queries.road_history import acts_of, evaluations_of
from dongvon.domain.lending.vocabulary import Step
from dongvon.domain.people.models import Listing
from tests.operations.lending.village import (
    CHAIR,
    CONTROLLER,
    DIRECTOR,
    LEADER,
    MILLION,
    OFFICER,
    PLACE,
    TELLER,
    TODAY,
    Village,
)
from tests.operations.people import community

pytestmark = pytest.mark.django_db


def test_from_request_to_money(village: Village) -> None:
    village.list("poor", 0)
    asked = village.ask()
    village.confirmed(asked)
    village.approved(asked)
    loan = village.signed(asked)
    part = Tranche.objects.get(application=asked)
    hand_out(**village.envelope(TELLER), on=TODAY, tranche=part.id)
    assert village.stage(asked) == "lent"
    assert Loan.objects.get(id=loan).in_term == 50 * MILLION
    assert [act.kind for act in acts_of(asked)] == [
        "asked",
        "screened",
        "confirmed",
        "received",
        "appraised",
        "controlled",
        "approved",
        "notified",
        "lent",
    ]


def test_the_bank_answers_in_three_working_days(village: Village) -> None:
    """Friday 20/11 + 3 working days = Wednesday 25/11; appraisal and control do not stop that clock."""
    village.list("poor", 0)
    asked = village.ask()
    village.confirmed(asked)
    village.at -= timedelta(days=4)
    village.controlled(asked)
    assert Application.objects.get(id=asked).due_on == date(2026, 11, 25)


def test_housing_has_ten_and_five_working_days(village: Village) -> None:
    """HD 4546: 10 working days from Tuesday 24/11 end on Tuesday 08/12."""
    asked = village.home()
    take_in(**village.envelope(OFFICER), applications=(asked,))
    assert Application.objects.get(id=asked).due_on == date(2026, 12, 8)


def test_every_step_is_taken_by_somebody_else(village: Village) -> None:
    village.list("poor", 0)
    asked = village.ask()
    village.confirmed(asked)
    village.controlled(asked)
    both = type(CONTROLLER)(CONTROLLER.person, None, frozenset({"office_director"}))
    with pytest.raises(SamePerson):
        village.approve(asked, by=both)


def test_an_unlisted_household_is_not_confirmed(village: Village) -> None:
    asked = village.ask()
    village.screened(asked)
    with pytest.raises(ConditionNotMet, match="danh sách hộ nghèo"):
        confirm(**village.envelope(CHAIR), lines=(LineDecision(application=asked, decision="confirm"),))


def test_a_list_certified_in_flight_is_seen_at_confirmation(village: Village) -> None:
    asked = village.ask()
    village.screened(asked)
    seen = explanation_of(asked, on=TODAY)
    assert seen is not None
    village.list("poor", 0)
    refusal = LineDecision(application=asked, decision="decline", reason="Không có tên", seen=seen.verdict)
    with pytest.raises(ConditionsChanged):
        confirm(**village.envelope(CHAIR), lines=(refusal,))
    assert village.stage(asked) == "screened"
    agreed = LineDecision(application=asked, decision="confirm", seen="eligible")
    assert confirm(**village.envelope(CHAIR), lines=(agreed,)) == 1


def test_a_list_that_lapsed_in_flight_stops_approval(village: Village) -> None:
    listed = village.list("poor", 0)
    asked = village.ask()
    village.confirmed(asked)
    village.controlled(asked)
    Listing.objects.filter(list=listed).update(valid=("2026-01-01", "2026-11-01"))
    with pytest.raises(ConditionsChanged):
        village.approve(asked, seen="eligible")
    with pytest.raises(ConditionNotMet):
        village.approve(asked)


def test_a_list_that_lapsed_in_flight_stops_control(village: Village) -> None:
    listed = village.list("poor", 0)
    asked = village.ask()
    village.confirmed(asked)
    take_in(**village.envelope(OFFICER), applications=(asked,))
    village.appraised(asked)
    Listing.objects.filter(list=listed).update(valid=("2026-01-01", "2026-11-01"))
    with pytest.raises(ConditionsChanged):
        control(**village.envelope(CONTROLLER), applications=(asked,), seen="eligible")
    with pytest.raises(ConditionNotMet):
        control(**village.envelope(CONTROLLER), applications=(asked,))
    assert village.stage(asked) == "appraised"


def test_an_unconfirmed_rule_is_for_officers_to_confirm(village: Village) -> None:
    """Record 0011: no text read says that programme 17 wants a paper on ethnicity; three people see it."""
    village.list("poor", 0)
    asked = village.ask("17", amount=15 * MILLION)
    found = explanation_of(asked, on=TODAY)
    assert found is not None
    assert (found.verdict, [line.code for line in found.doubtful], found.missing) == ("doubtful", ["minority"], ())
    village.confirmed(asked)
    village.approved(asked)
    kept = [{line.code: line.outcome for line in each.lines}["minority"] for each in evaluations_of(asked)]
    assert kept == ["doubtful"] * 4


def test_lines_are_confirmed_refused_and_sent_back_in_one_act(village: Village) -> None:
    village.list("poor", 0, 1, 2)
    asked = [village.ask(of=each) for each in range(3)]
    village.screened(*asked)
    lines = (
        LineDecision(application=asked[0], decision="confirm"),
        LineDecision(application=asked[1], decision="decline", reason="Không còn cư trú"),
        LineDecision(application=asked[2], decision="send_back", reason="Thiếu chữ ký trưởng ấp"),
    )
    confirm(**village.envelope(CHAIR), lines=lines)
    assert [village.stage(each) for each in asked] == ["confirmed", "refused", "returned"]
    complete(**village.envelope(LEADER), application=asked[2], said="Đã bổ sung")
    assert village.stage(asked[2]) == "screened"


def test_a_file_the_bank_sent_back_is_taken_in_anew(village: Village) -> None:
    village.list("poor", 0)
    asked = village.ask()
    village.confirmed(asked)
    village.controlled(asked)
    send_back(**village.envelope(DIRECTOR), application=asked, missing="Phương án chưa rõ")
    complete(**village.envelope(LEADER), application=asked)
    village.approved(asked)
    assert village.stage(asked) == "approved"


def test_a_refusal_has_a_reason_and_its_own_step(village: Village) -> None:
    asked = village.ask()
    with pytest.raises(ReasonMissing):
        decline(**village.envelope(LEADER), application=asked, reason=" ")
    with pytest.raises(NotAllowed):
        decline(**village.envelope(DIRECTOR), application=asked, reason="Không đồng ý")
    decline(**village.envelope(LEADER), application=asked, reason="Tổ không nhất trí")
    assert Decline.objects.get().stage == "requested"


def test_the_meeting_must_have_carried_the_request(village: Village) -> None:
    one, other = village.ask(of=0), village.ask(of=1)
    meeting = village.heard(one)
    lines = tuple(Screened(application=each, amount=MILLION, term_months=12) for each in (one, other))
    with pytest.raises(NotVotedFor):
        screen(**village.envelope(LEADER), meeting_id=meeting, lines=lines)


def test_the_same_key_is_the_same_act(village: Village) -> None:
    envelope, draft = village.envelope(LEADER), village.draft()
    assert apply(**envelope, application=draft) == apply(**envelope, application=draft)
    assert Application.objects.count() == 1


def test_a_household_asks_once_at_a_time(village: Village) -> None:
    village.ask()
    with pytest.raises(AskedAlready):
        village.ask()


def test_the_plan_adds_up(village: Village) -> None:
    items = (ItemDraft(item="Bò cái", quantity="2 con", amount=40 * MILLION),)
    with pytest.raises(PlanDoesNotAddUp):
        village.ask(items=items)


def test_who_is_in_no_group_is_told_so(village: Village) -> None:
    (stranger,) = community.enter(community.draft("Phan Thị Mới", place=PLACE))
    village.people.append(stranger)
    village.households.append(community.household("H99", stranger, place=PLACE))
    with pytest.raises(NotOfGroup):
        village.ask(of=len(village.people) - 1)


def test_desks_see_what_waits_for_them(village: Village) -> None:
    village.list("poor", 0)
    asked = village.ask()
    village.confirmed(asked)
    assert [row.id for row in queue({Step.TAKE_IN}, on=TODAY)] == [asked]
    village.approved(asked)
    assert [row.id for row in untold(on=TODAY)] == [asked]
    found = file_of(asked, on=TODAY)
    assert found is not None
    assert found.authorisation is not None
    assert found.authorisation.witness == "Điểu Vinh"


def test_what_a_step_rested_on_is_kept(village: Village) -> None:
    village.list("poor", 0)
    asked = village.ask()
    village.confirmed(asked)
    kept = evaluations_of(asked)[0]
    line = next(line for line in kept.lines if line.code == "listed")
    assert (kept.stage, line.outcome, line.seen["decision"]) == ("confirmed", "met", "12/QĐ-UBND")
    village.controlled(asked)
    assert [each.stage for each in evaluations_of(asked)][:2] == ["controlled", "appraised"]


def test_every_programme_is_explained(village: Village) -> None:
    village.list("near_poor", 0)
    told = {each.key: each for each in explained(village.households[0], on=TODAY)}
    assert [line.code for line in told["01"].failed] == ["listed"]
    assert told["19"].verdict == "incomplete"
    assert [line.code for line in told["19"].missing] == ["authorised"]


def test_the_clock_tells_working_days(village: Village) -> None:
    """Taken in on Tuesday 24/11/2026, due on Friday: three working days; on Monday one is past."""
    village.list("poor", 0)
    asked = village.ask()
    village.confirmed(asked)
    take_in(**village.envelope(OFFICER), applications=(asked,))
    left = [queue((Step.APPRAISE,), on=date(2026, 11, day))[0].days_left for day in (24, 27, 30)]
    assert left == [3, 0, -1]


def test_what_an_alternative_made_needless_is_not_missing(village: Village) -> None:
    """Three fair years of school do as well as the science average: the other papers are not asked for any more."""
    papers = (PaperDraft(code="school_certificate"), PaperDraft(code="three_years_fair"))
    asked = village.student(key="02.stem", papers=papers)
    found = explanation_of(asked, on=TODAY)
    assert found is not None
    assert "record" not in {line.code.partition("_")[0] for line in found.missing}
    assert {line.code for line in found.lines if line.spare} >= {"record_science"}
