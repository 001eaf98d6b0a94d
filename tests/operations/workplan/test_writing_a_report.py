"""A unit writes its report: entries, figures, evidence, concerns, and two people at once."""

from datetime import timedelta
from decimal import Decimal

import pytest

from dongvon.domain.documents.queries.attachments import attachment, content_of
from dongvon.domain.documents.rules.files import FileTooLarge, NotWhatItSays, UnknownKind
from dongvon.domain.workplan.models import Concern, Entry, Evidence, Figure
from dongvon.domain.workplan.operations.attach_evidence import NothingGiven, attach_evidence
from dongvon.domain.workplan.operations.detach_evidence import detach_evidence
from dongvon.domain.workplan.operations.fill import FiguresChangedMeanwhile, UnknownSlot, fill
from dongvon.domain.workplan.operations.open_report import NothingOwed, NotOpenYet, open_report
from dongvon.domain.workplan.operations.raise_concern import raise_concern
from dongvon.domain.workplan.operations.reporting import (
    HandedIn,
    NotOwed,
    NotYourUnit,
    PeriodLocked,
    UnknownReport,
)
from dongvon.domain.workplan.operations.withdraw_concern import DeliveredAlready, withdraw_concern
from dongvon.domain.workplan.operations.write import ChangedMeanwhile, EntryVersion, write
from dongvon.domain.workplan.queries.reports import edition_of
from dongvon.domain.workplan.rules.links import NotALink
from dongvon.domain.workplan.vocabulary import ConcernKind, Filled
from dongvon.kernel.ids import new_id
from tests.reporting import LONG_BINH, TRANG_BOM, Reporting

PDF = b"%PDF-1.7 report"


def test_a_report_is_opened_once(world: Reporting) -> None:
    assert world.report("hoa") == world.report("tung")


def test_a_report_is_opened_by_its_unit_by_one_above_or_by_the_branch(world: Reporting) -> None:
    with pytest.raises(NotYourUnit):
        world.report("mai")
    assert world.report("chu") == world.report("nam")


def test_nothing_is_opened_where_nothing_is_owed(world: Reporting) -> None:
    with pytest.raises(NothingOwed):
        world.report("nam", reporter="so-tai-chinh")


@pytest.mark.parametrize(("later", "refusal"), [(-61, NotOpenYet), (67, PeriodLocked)])
def test_a_report_is_opened_while_its_round_is_open(world: Reporting, later: int, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        open_report(
            **world.envelope("hoa", later=timedelta(days=later)),
            round=world.round,
            reporter=world.city.units[LONG_BINH],
        )


def test_an_entry_is_written_and_counted(world: Reporting) -> None:
    report = world.report()
    words = {"status": "in_progress", "narrative": "Đã mở 3 hội nghị.\r\n"}
    assert write(**world.envelope("hoa"), report=report, clause=world.clauses["1a"], expects=0, **words) == 1
    entry = Entry.objects.get(report=report)
    assert (entry.status, entry.narrative, entry.edition) == ("in_progress", "Đã mở 3 hội nghị.", 1)


def test_writing_the_same_again_changes_nothing(world: Reporting) -> None:
    report, words = world.report(), {"status": "done", "narrative": "Xong."}
    for _ in range(2):
        write(**world.envelope("hoa"), report=report, clause=world.clauses["1a"], expects=0, **words)
    assert edition_of(report) == 1


def test_the_second_writer_of_one_entry_is_shown_both_versions(world: Reporting) -> None:
    report, clause = world.report(), world.clauses["1a"]
    write(**world.envelope("hoa"), report=report, clause=clause, expects=0, status="done", narrative="Bản của Hoa")
    with pytest.raises(ChangedMeanwhile) as refused:
        write(
            **world.envelope("tung"), report=report, clause=clause, expects=0, status="done", narrative="Bản của Tùng"
        )
    assert refused.value.values["mine"] == EntryVersion(status="done", narrative="Bản của Tùng", assessment="")
    assert refused.value.values["theirs"] == EntryVersion(status="done", narrative="Bản của Hoa", assessment="")
    assert "Trần Thị Hoa đã sửa" in str(refused.value)
    assert Entry.objects.get(report=report).narrative == "Bản của Hoa"


def test_writers_of_two_entries_do_not_meet(world: Reporting) -> None:
    report = world.report()
    for name, code in (("hoa", "1a"), ("tung", "3d")):
        write(
            **world.envelope(name), report=report, clause=world.clauses[code], expects=0, status="done", narrative="x"
        )
    assert Entry.objects.filter(report=report).count() == 2


def test_only_owed_clauses_of_reports_one_may_write(world: Reporting) -> None:
    report = world.report()
    words = {"expects": 0, "status": "done", "narrative": "x"}
    with pytest.raises(NotOwed):
        write(**world.envelope("hoa"), report=report, clause=new_id(), **words)
    with pytest.raises(NotYourUnit):
        write(**world.envelope("mai"), report=report, clause=world.clauses["1a"], **words)
    with pytest.raises(UnknownReport):
        write(**world.envelope("hoa"), report=new_id(), clause=world.clauses["1a"], **words)


def test_nothing_is_written_after_the_lock_or_after_handing_in(world: Reporting) -> None:
    report, words = world.report(), {"expects": 9, "status": "done", "narrative": "x"}
    with pytest.raises(PeriodLocked):
        write(**world.envelope("hoa", later=timedelta(days=68)), report=report, clause=world.clauses["1a"], **words)
    handed_in = world.handed_in()
    with pytest.raises(HandedIn):
        write(**world.envelope("hoa"), report=handed_in, clause=world.clauses["1a"], **words)


def test_many_figures_are_stored_at_once(world: Reporting) -> None:
    report, (meetings, capital, share) = world.report(), world.slots.values()
    figures = (
        Filled(slot=meetings, value=Decimal(12)),
        Filled(slot=capital, value=Decimal(1_500_000_000)),
        Filled(slot=share, no_data_reason="Chưa chốt số liệu"),
    )
    assert fill(**world.envelope("hoa"), report=report, expects=0, figures=figures) == 1
    assert fill(**world.envelope("hoa"), report=report, expects=1, figures=figures) == 1
    stored = {row.slot_id: (row.value, row.no_data_reason) for row in Figure.objects.filter(report=report)}
    assert stored == {meetings: (12, ""), capital: (1_500_000_000, ""), share: (None, "Chưa chốt số liệu")}


def test_an_emptied_figure_is_gone(world: Reporting) -> None:
    report, slot = world.report(), world.slots["von"]
    fill(**world.envelope("hoa"), report=report, expects=0, figures=(Filled(slot=slot, value=Decimal(5)),))
    fill(**world.envelope("hoa"), report=report, expects=1, figures=(Filled(slot=slot),))
    assert not Figure.objects.filter(report=report).exists()


def test_a_stale_figure_is_refused_with_both_values(world: Reporting) -> None:
    report, slot = world.report(), world.slots["von"]
    other = Filled(slot=world.slots["hoi-nghi"], value=Decimal(3))
    fill(**world.envelope("hoa"), report=report, expects=0, figures=(Filled(slot=slot, value=Decimal(5)),))
    mine = (Filled(slot=slot, value=Decimal(7)), other)
    with pytest.raises(FiguresChangedMeanwhile) as refused:
        fill(**world.envelope("tung"), report=report, expects=0, figures=mine)
    (clash,) = refused.value.values["clashes"]
    assert (clash.mine.value, clash.theirs.value) == (7, 5)
    assert Figure.objects.count() == 1
    assert fill(**world.envelope("tung"), report=report, expects=0, figures=(other,)) == 2


def test_a_figure_of_another_plan_is_refused(world: Reporting) -> None:
    with pytest.raises(UnknownSlot):
        fill(**world.envelope("hoa"), report=world.report(), expects=0, figures=(Filled(slot=new_id()),))


def test_evidence_is_a_file_or_a_link(world: Reporting) -> None:
    report = world.report()
    place = {"report": report, "clause": world.clauses["1a"]}
    attach_evidence(**world.envelope("hoa"), **place, file_name="C:\\bao cao\\ket-qua.pdf", content=PDF)
    attach_evidence(**world.envelope("hoa"), **place, link=" https://longbinh.gov.vn/1 ", title="Tin bài")
    file, link = Evidence.objects.order_by("changed_at", "id")
    stored = attachment(file.attachment_id)
    assert stored is not None
    assert (stored.file_name, stored.media_type, stored.size) == ("ket-qua.pdf", "application/pdf", len(PDF))
    assert stored.unit_id == world.city.units[LONG_BINH]
    assert content_of(stored.id) == PDF
    assert (link.title, link.link) == ("Tin bài", "https://longbinh.gov.vn/1")
    detach_evidence(**world.envelope("tung"), evidence=file.pk)
    assert Evidence.objects.get() == link
    assert content_of(stored.id) == PDF


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({}, NothingGiven),
        ({"link": "javascript:alert(1)"}, NotALink),
        ({"link": "https://"}, NotALink),
        ({"file_name": "a.exe", "content": b"MZ"}, UnknownKind),
        ({"file_name": "a.pdf", "content": b"not a pdf"}, NotWhatItSays),
        ({"file_name": "a.pdf", "content": PDF + b" " * 21 * 1024**2}, FileTooLarge),
    ],
)
def test_what_is_no_evidence_is_refused(world: Reporting, given: dict[str, str], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        attach_evidence(**world.envelope("hoa"), report=world.report(), clause=world.clauses["1a"], **given)


def test_a_concern_in_a_draft_may_be_withdrawn_and_one_sent_may_not(world: Reporting) -> None:
    said = {
        "plan": world.plan,
        "unit": world.city.units[LONG_BINH],
        "kind": ConcernKind.DIFFICULTY,
        "text": "Thiếu vốn",
    }
    inside = raise_concern(**world.envelope("hoa"), **said, report=world.report())
    withdraw_concern(**world.envelope("hoa"), concern=inside)
    assert Concern.objects.get(pk=inside).withdrawn_at is not None
    alone = raise_concern(**world.envelope("hoa"), **said)
    assert Concern.objects.get(pk=alone).delivered_at == world.at
    with pytest.raises(DeliveredAlready):
        withdraw_concern(**world.envelope("hoa"), concern=alone)
    with pytest.raises(NotYourUnit):
        raise_concern(**world.envelope("hoa"), **{**said, "unit": world.city.units[TRANG_BOM]})
