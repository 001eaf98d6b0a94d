"""The annex tables of the city report as one workbook: units × clauses, figures by unit, late and missing, concerns."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any
from uuid import UUID

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dongvon.domain.workplan.queries.city_report import CityReport
from dongvon.domain.workplan.vocabulary import ConcernKind, EntryStatus, Punctuality

STATUS_SHORT = {
    EntryStatus.DONE.value: "HT",
    EntryStatus.IN_PROGRESS.value: "Đang",
    EntryStatus.NOT_STARTED.value: "Chưa",
    EntryStatus.NOT_APPLICABLE.value: "KPS",
}
PUNCTUALITY_WORDS = {
    Punctuality.ON_TIME.value: "Đúng hạn",
    Punctuality.LATE.value: "Quá hạn",
    Punctuality.MISSING.value: "Chưa gửi",
    Punctuality.PENDING.value: "Chưa đến hạn",
    Punctuality.WAIVED.value: "Được miễn",
}
KIND_WORDS = {ConcernKind.DIFFICULTY.value: "Khó khăn, vướng mắc", ConcernKind.PROPOSAL.value: "Đề xuất, kiến nghị"}

#: By unit: its name, then the value of each slot.
FiguresByUnit = Sequence[tuple[str, Mapping[UUID, Any]]]


class _Book:
    """A workbook with the few formats that its sheets share."""

    def __init__(self, out: BytesIO, *, title: str) -> None:
        self.book = xlsxwriter.Workbook(out, {"in_memory": True})
        self.book.set_properties({"title": title})
        font = {"font_name": "Times New Roman", "font_size": 11}
        ruled = {**font, "border": 1, "valign": "top"}
        self.title = self.book.add_format({**font, "bold": True, "font_size": 13})
        self.note = self.book.add_format({**font, "italic": True})
        self.head = self.book.add_format(
            {**ruled, "bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "bg_color": "#DCE6F1"}
        )
        self.words = self.book.add_format({**ruled, "text_wrap": True})
        self.centre = self.book.add_format({**ruled, "align": "center"})
        self.number = self.book.add_format({**ruled, "num_format": "#,##0.##"})

    def sheet(self, name: str, *, title: str, note: str, columns: Sequence[tuple[str, float]]) -> Worksheet:
        """A sheet with its title, a note, headings in row 4 that stay in sight and print on each page."""
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.write_string(0, 0, title, self.title)
        sheet.write_string(1, 0, note, self.note)
        for place, (heading, width) in enumerate(columns):
            sheet.set_column(place, place, width)
            sheet.write_string(3, place, heading, self.head)
        sheet.freeze_panes(4, 2)
        sheet.repeat_rows(3)
        return sheet


def annex_workbook(report: CityReport, *, figures: FiguresByUnit) -> bytes:
    """The workbook as .xlsx; every total is a number, and names the reference it has in the report."""
    out = BytesIO()
    book = _Book(out, title=report.round_title)
    _statuses(book, report)
    _figures(book, report, figures)
    _tardy(book, report)
    _concerns(book, report)
    _sources(book, report)
    book.book.close()
    return out.getvalue()


def _statuses(book: _Book, report: CityReport) -> None:
    codes = [clause.code for group in report.groups for clause in group.clauses]
    sheet = book.sheet(
        "PL1 Đơn vị × nhiệm vụ",
        title=f"Mức độ thực hiện theo đơn vị và nhiệm vụ – {report.round_title}",
        note="HT: đã hoàn thành; Đang: đang thực hiện; Chưa: chưa thực hiện; KPS: không phát sinh; trống: không giao.",
        columns=[("TT", 5), ("Đơn vị", 42), ("Khối", 26), ("Gửi báo cáo", 13), *((code, 6) for code in codes)],
    )
    rows = (
        [line.full_name, line.family, PUNCTUALITY_WORDS[line.punctuality]]
        + [STATUS_SHORT.get(line.statuses.get(code, ""), "") for code in codes]
        for line in report.units
    )
    _write(sheet, rows, formats=[book.words, book.words, *[book.centre] * (len(codes) + 1)], counter=book.centre)


def _figures(book: _Book, report: CityReport, figures: FiguresByUnit) -> None:
    lines = report.figures
    heads = [(f"{line.name} ({line.now.unit_of_measure}) {line.now.mark}", 16) for line in lines]
    sheet = book.sheet(
        "PL2 Số liệu theo đơn vị",
        title=f"Số liệu theo đơn vị – {report.round_title}",
        note="Số trong ngoặc vuông là ký hiệu căn cứ trong báo cáo; trống: không có số liệu.",
        columns=[("TT", 5), ("Đơn vị", 42), *heads],
    )
    totals = ["Toàn thành phố", *(_number(line.now.shown) for line in lines)]
    rows = [[name, *(_number(values.get(line.slot)) for line in lines)] for name, values in figures]
    _write(sheet, [*rows, totals], formats=[book.words, *[book.number] * len(lines)], counter=book.centre)


def _tardy(book: _Book, report: CityReport) -> None:
    sheet = book.sheet(
        "PL3 Quá hạn, chưa gửi",
        title=f"Đơn vị gửi quá hạn, chưa gửi báo cáo – {report.round_title}",
        note="Số ngày tính từ sau hạn gửi đến ngày gửi, hoặc đến ngày tổng hợp nếu chưa gửi.",
        columns=[("TT", 5), ("Đơn vị", 48), ("Tình trạng", 16), ("Số ngày quá hạn", 14)],
    )
    rows = ([line.full_name, PUNCTUALITY_WORDS[line.state], line.days] for line in report.tardy)
    _write(sheet, rows, formats=[book.words, book.centre, book.number], counter=book.centre)


def _concerns(book: _Book, report: CityReport) -> None:
    sheet = book.sheet(
        "PL4 Khó khăn, đề xuất",
        title=f"Khó khăn, vướng mắc và đề xuất, kiến nghị – {report.round_title}",
        note="Các ý kiến giống nhau được gộp thành một dòng.",
        columns=[("TT", 5), ("Loại", 22), ("Nội dung", 70), ("Nhiệm vụ", 10), ("Đơn vị", 40), ("Kết quả xử lý", 50)],
    )
    rows = (
        [KIND_WORDS[line.kind], line.text, line.clause, f"{line.count}: {line.units}", line.outcome]
        for line in report.concerns
    )
    _write(sheet, rows, formats=[book.words] * 5, counter=book.centre)


def _sources(book: _Book, report: CityReport) -> None:
    sheet = book.sheet(
        "PL5 Căn cứ số liệu",
        title=f"Căn cứ của số liệu – {report.round_title}",
        note="Mã căn cứ mở được trên trang Tổng hợp.",
        columns=[("TT", 5), ("Ký hiệu", 9), ("Nội dung", 60), ("Số liệu", 18), ("ĐVT", 14), ("Có số liệu", 11),
                 ("Phải có", 11), ("Mã căn cứ", 40)],
    )  # fmt: skip
    rows = (
        [each.mark, each.label, _number(each.shown), each.unit_of_measure, each.units, each.asked, str(each.id)]
        for each in report.cited
    )
    formats = [book.centre, book.words, book.number, book.centre, book.number, book.number, book.words]
    _write(sheet, rows, formats=formats, counter=book.centre)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _write(sheet: Worksheet, rows: Iterable[Sequence[Any]], *, formats: Sequence[Format], counter: Format) -> None:
    """Text is written as text, whatever it begins with: a unit's words never become a formula."""
    for place, row in enumerate(rows, start=4):
        sheet.write_number(place, 0, place - 3, counter)
        for column, (value, look) in enumerate(zip(row, formats, strict=True), start=1):
            if value is None or value == "":
                sheet.write_blank(place, column, None, look)
            elif isinstance(value, str):
                sheet.write_string(place, column, value, look)
            else:
                sheet.write_number(place, column, value, look)
