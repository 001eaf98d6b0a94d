"""A portfolio of another system, as a branch would send it: one group of six, and how it is brought in."""

import csv
import io
from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import UUID

import xlsxwriter
from django.db import transaction

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.groups.operations.open_points import open_points
from dongvon.domain.groups.operations.set_size_rule import set_size_rule
from dongvon.domain.groups.vocabulary import PointDraft
from dongvon.domain.lending.jobs import read_file
from dongvon.domain.lending.models import Handover
from dongvon.domain.lending.operations.open_handover import open_handover
from dongvon.domain.lending.operations.receive_handover import receive_handover
from dongvon.domain.lending.queries.handovers import problems
from dongvon.domain.units.models import Place, Unit
from dongvon.kernel.ids import new_id
from tests.operations.lending.bank import AT, PLACE

ON = date(2026, 12, 1)
NAMES = ("Nguyễn Thị Hoa", "Trần Văn Tùng", "Lê Thị Mai", "Phạm Văn Nam", "Hồ Thị Lan", "Điểu Bé")

#: The one loan of bà Hoa: 50 million at 6.24 %, of which 16.6 are paid.
HOA = {
    "Mã PGD": "004606",
    "Mã xã": PLACE,
    "Thôn, ấp, khu phố": "Ấp 3",
    "Điểm giao dịch": 1,
    "Ngày giao dịch xã": 10,
    "Mã tổ": "0000123",
    "Tổ trưởng": "Lê Thị Mai",
    "Tổ phó": "Phạm Văn Nam",
    "Mã hội": "11",
    "Mã khách hàng": "0012345001",
    "Họ và tên": NAMES[0],
    "Ngày sinh": "24/11/1980",
    "Giới tính": "Nữ",
    "Số hợp đồng": "6600000000000001",
    "Mã chương trình": "01",
    "Nguồn vốn": 1,
    "Số tiền phê duyệt": 50_000_000,
    "Số tiền giải ngân": 50_000_000,
    "Ngày vay": "10/03/2024",
    "Ngày đến hạn": "10/03/2029",
    "Thời hạn": 60,
    "Lãi suất": "6,24",
    "Dư nợ trong hạn": 33_400_000,
    "Lãi tồn trong hạn": 119_906,
}

Row = dict[str, Any]


def portfolio(**changes: Any) -> list[Row]:
    """Six borrowers of one group; `changes` touch the first line."""
    rows = [
        {**HOA, "Họ và tên": name, "Mã khách hàng": f"001234500{at}", "Số hợp đồng": f"660000000000000{at}"}
        for at, name in enumerate(NAMES, start=1)
    ]
    rows[0] |= changes
    return rows


def workbook(rows: list[Row], *, above: int = 0, sheet: str = "Khoản vay") -> bytes:
    """An .xlsx with the columns of the first row."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    page = book.add_worksheet(sheet)
    heads = list(dict.fromkeys(name for row in rows for name in row))
    page.write_row(above, 0, heads)
    for at, row in enumerate(rows, start=above + 1):
        for column, head in enumerate(heads):
            value = row.get(head)
            (page.write_string if isinstance(value, str) else page.write)(at, column, value)
    book.close()
    return file.getvalue()


def separated(rows: list[Row], *, sign: str = ";") -> bytes:
    """A .csv as Excel saves it in Vietnam."""
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]), delimiter=sign)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode("utf-8-sig")


def check(content: bytes, *, name: str = "danh-muc.xlsx", on: date = ON) -> Handover:
    """Read and checked, as the background does it."""
    with transaction.atomic():
        id_ = open_handover(key=new_id(), by=SYSTEM, at=AT, on=on, file_name=name, file_hash="0" * 64, stored_as="")
    read_file(io.BytesIO(content), name=name, handover=id_)
    return Handover.objects.get(id=id_)


def bring(content: bytes, *, name: str = "danh-muc.xlsx", on: date = ON, leaving_bad: bool = False) -> Handover:
    """Checked and taken in."""
    handover = check(content, name=name, on=on)
    with transaction.atomic():
        receive_handover(key=new_id(), by=SYSTEM, at=AT, handover=handover.id, leaving_bad=leaving_bad)
    handover.refresh_from_db()
    return handover


def faults(handover: Handover, *, errors: bool = True) -> set[tuple[str, str]]:
    """(cell, words) of what is wrong, or of what is worth a look."""
    return {(each.cell, each.told) for each in problems(handover.id) if each.is_error is errors}


def found_commune(office: UUID) -> None:
    """Định Quán with its point, its office's code, and how large groups are."""
    Place.objects.create(
        code=PLACE,
        name="Định Quán",
        area_km2=Decimal(1),
        latitude=Decimal(11),
        longitude=Decimal(107),
        former_province="Đồng Nai",
    )
    draft = PointDraft(
        id=new_id(), number=1, name="Định Quán", place=PLACE, unit=office, fixed_day=10, opens=time(8), closes=time(10)
    )
    since = date(2020, 1, 1)
    open_points(key=new_id(), by=SYSTEM, at=AT, on=since, points=(draft,))
    set_size_rule(key=new_id(), by=SYSTEM, at=AT, on=since, fewest=5, most=60, basis="06/2026/NĐ-CP", confirmed=True)
    assert Unit.objects.get(id=office).code.endswith("004606")
