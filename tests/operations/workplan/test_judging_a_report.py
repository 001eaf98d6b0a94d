"""A report is handed in, returned, accepted, reopened."""

from datetime import date, timedelta

import pytest

from dongvon.domain.audit.operations.record import NotAllowed
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.models import Concern, Obligation, Report, Submission
from dongvon.domain.workplan.operations.accept import OtherContent, OwnSubmission, accept
from dongvon.domain.workplan.operations.judging import NotWaiting
from dongvon.domain.workplan.operations.raise_concern import raise_concern
from dongvon.domain.workplan.operations.reopen import DayPassed, NotAccepted, ReasonNeeded, reopen
from dongvon.domain.workplan.operations.reporting import HandedIn, NotYourUnit, PeriodLocked
from dongvon.domain.workplan.operations.return_ import ClauseRemark, NothingToMend, return_
from dongvon.domain.workplan.operations.submit import Incomplete, MovedOn, submit
from dongvon.domain.workplan.operations.write import write
from dongvon.domain.workplan.queries.follow_up import never_signed_in
from dongvon.domain.workplan.queries.reports import edition_of
from dongvon.domain.workplan.rules.content import read
from dongvon.kernel.ids import new_id
from tests.reporting import LONG_BINH, TRANG_BOM, Reporting


def state(world: Reporting) -> str:
    return Report.objects.get(round=world.round, reporter=world.city.units[LONG_BINH]).state


def hash_of(report: object) -> str:
    return Submission.objects.filter(report=report).latest("number").content_hash


def test_handing_in_freezes_and_meets(world: Reporting) -> None:
    report = world.handed_in()
    submission = Submission.objects.get(report=report)
    assert read(submission.content).entries[0].narrative == "Đã thực hiện nhiệm vụ 1a."
    assert (submission.number, submission.on_behalf_of_id, state(world)) == (1, None, "submitted")
    met = Obligation.objects.filter(reporter=world.city.units[LONG_BINH])
    assert set(met.values_list("met_at", "late")) == {(world.at, False)}
    other = Obligation.objects.filter(reporter=world.city.units[TRANG_BOM])
    assert set(other.values_list("met_at", "late")) == {(None, False)}


def test_whoever_handed_in_has_been_here(world: Reporting) -> None:
    on = world.at.date()
    assert [each.unit.code for each in never_signed_in(world.plan, on=on)] == [TRANG_BOM, LONG_BINH]
    world.handed_in()
    assert [each.unit.code for each in never_signed_in(world.plan, on=on)] == [TRANG_BOM]


@pytest.mark.parametrize(("days", "late"), [(24, False), (26, True)])
def test_late_is_after_the_grace_and_stays(world: Reporting, days: int, late: bool) -> None:
    report = world.handed_in(later=timedelta(days=days))
    return_(**world.envelope("nam", later=timedelta(days=days + 1)), report=report, comment="Bổ sung số liệu")
    submit(**world.envelope("tung", later=timedelta(days=days + 2)), report=report, expects=edition_of(report))
    rows = Obligation.objects.filter(reporter=world.city.units[LONG_BINH])
    assert set(rows.values_list("met_at", "late")) == {(world.at + timedelta(days=days), late)}


def test_an_incomplete_report_is_refused_with_its_gaps(world: Reporting) -> None:
    report = world.report()
    with pytest.raises(Incomplete) as refused:
        submit(**world.envelope("tung"), report=report, expects=0)
    assert [(gap.code, gap.lack) for gap in refused.value.values["gaps"]] == [
        ("1a", "nothing_said"),
        ("1a", "figure"),
        ("3d", "nothing_said"),
        ("3d", "figure"),
        ("3d", "figure"),
        ("4d", "nothing_said"),
    ]
    assert state(world) == "draft"


def test_what_moved_on_is_not_handed_in_unread(world: Reporting) -> None:
    report = world.report()
    world.fill_in(report)
    seen = edition_of(report)
    words = {"status": "done", "narrative": "Sửa lại."}
    write(**world.envelope("hoa"), report=report, clause=world.clauses["4d"], expects=seen, **words)
    with pytest.raises(MovedOn):
        submit(**world.envelope("tung"), report=report, expects=seen)


def test_nothing_is_handed_in_twice_or_after_the_lock(world: Reporting) -> None:
    report = world.handed_in()
    with pytest.raises(HandedIn):
        submit(**world.envelope("tung"), report=report, expects=edition_of(report))
    return_(**world.envelope("nam"), report=report, comment="Bổ sung")
    with pytest.raises(PeriodLocked):
        submit(**world.envelope("tung", later=timedelta(days=68)), report=report, expects=edition_of(report))


@pytest.mark.parametrize("name", ["chu", "nam"])
def test_one_above_or_the_branch_hands_in_on_behalf(world: Reporting, name: str) -> None:
    report = world.report(name)
    world.fill_in(report, name)
    submit(**world.envelope(name), report=report, expects=edition_of(report))
    submission = Submission.objects.get()
    assert submission.on_behalf_of_id == world.city.units[LONG_BINH]
    assert submission.submitted_for_id == world.actor(name).unit


def test_a_neighbour_does_not_hand_in(world: Reporting) -> None:
    report = world.report()
    with pytest.raises(NotYourUnit):
        submit(**world.envelope("mai"), report=report, expects=0)


def test_a_return_says_what_to_mend(world: Reporting) -> None:
    report = world.handed_in()
    with pytest.raises(NothingToMend):
        return_(**world.envelope("nam"), report=report, comment=" ")
    remark = ClauseRemark(clause=world.clauses["3d"], text="Thiếu quyết định giao vốn")
    return_(**world.envelope("nam"), report=report, comment="", remarks=(remark,))
    assert state(world) == "returned"
    with pytest.raises(NotWaiting):
        return_(**world.envelope("nam"), report=report, comment="Lần nữa")


def test_acceptance_binds_what_was_read(world: Reporting) -> None:
    report = world.handed_in()
    with pytest.raises(OtherContent):
        accept(**world.envelope("nam"), report=report, content_hash="0" * 64)
    accept(**world.envelope("nam"), report=report, content_hash=hash_of(report), note="Đầy đủ")
    assert state(world) == "accepted"
    with pytest.raises(NotWaiting):
        accept(**world.envelope("lan"), report=report, content_hash=hash_of(report))


def test_who_hands_in_does_not_accept(world: Reporting) -> None:
    report = world.report("nam")
    world.fill_in(report, "nam")
    submit(**world.envelope("nam"), report=report, expects=edition_of(report))
    with pytest.raises(OwnSubmission):
        accept(**world.envelope("nam"), report=report, content_hash=hash_of(report))
    accept(**world.envelope("lan"), report=report, content_hash=hash_of(report))


def test_a_reopened_report_keeps_its_old_version(world: Reporting) -> None:
    report = world.handed_in()
    with pytest.raises(NotAccepted):
        reopen(**world.envelope("lan"), report=report, reason="Sai số", until_on=date(2027, 3, 1))
    accept(**world.envelope("nam"), report=report, content_hash=hash_of(report))
    after_lock = timedelta(days=70)
    with pytest.raises(ReasonNeeded):
        reopen(**world.envelope("lan", later=after_lock), report=report, reason="", until_on=date(2027, 3, 1))
    with pytest.raises(DayPassed):
        reopen(**world.envelope("lan", later=after_lock), report=report, reason="Sai", until_on=date(2027, 1, 1))
    reopen(**world.envelope("lan", later=after_lock), report=report, reason="Sai số", until_on=date(2027, 3, 1))
    words = {"status": "done", "narrative": "Đã đính chính."}
    write(
        **world.envelope("hoa", later=after_lock), report=report, clause=world.clauses["3d"],
        expects=edition_of(report), **words,
    )  # fmt: skip
    submit(**world.envelope("tung", later=after_lock), report=report, expects=edition_of(report))
    first, second = Submission.objects.filter(report=report).order_by("number")
    assert read(first.content).entries[1].narrative == "Đã thực hiện nhiệm vụ 3d."
    assert read(second.content).entries[1].narrative == "Đã đính chính."
    with pytest.raises(HandedIn):
        write(**world.envelope("hoa"), report=report, clause=world.clauses["3d"], expects=99, **words)


def test_concerns_travel_with_the_report(world: Reporting) -> None:
    report, own = world.report(), world.city.units[LONG_BINH]
    world.fill_in(report)
    said = {"plan": world.plan, "unit": own, "kind": "proposal", "text": "Bổ sung kinh phí tuyên truyền"}
    concern = raise_concern(**world.envelope("hoa"), **said, clause=world.clauses["1a"], report=report)
    assert Concern.objects.get(pk=concern).delivered_at is None
    submit(**world.envelope("tung"), report=report, expects=edition_of(report))
    assert Concern.objects.get(pk=concern).delivered_at == world.at
    (frozen,) = read(Submission.objects.get().content).concerns
    assert (frozen.clause, frozen.text) == ("1a", "Bổ sung kinh phí tuyên truyền")


def test_the_same_submission_sent_twice_is_one(world: Reporting) -> None:
    report = world.report()
    world.fill_in(report)
    envelope = {**world.envelope("tung"), "key": new_id()}
    first = submit(**envelope, report=report, expects=edition_of(report))
    again = submit(**envelope, report=report, expects=edition_of(report) - 1)
    assert first == again
    assert Submission.objects.count() == 1


def test_roles_are_asked_first(world: Reporting) -> None:
    reader = Actor(person=world.actor("thanh").person, unit=world.actor("thanh").unit, roles=frozenset({"inspector"}))
    with pytest.raises(NotAllowed):
        submit(key=new_id(), by=reader, at=world.at, report=world.report(), expects=0)
