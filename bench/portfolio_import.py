"""A branch's whole portfolio brought in from a file: read, checked, written; beside it a plain COPY of its lines."""

import csv
import os
import resource
import sys
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

import xlsxwriter

from bench._city import COMMUNES
from bench._clock import report, timed
from bench._database import HOME, fresh_database

LOANS = int(os.environ.get("LOANS", "213000"))
MARK = 60.0 * LOANS / 213_000
MEMORY = 300
GROUP = 47
ON = date(2026, 11, 25)
KINDS = ("xlsx", "csv")

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Điểu")
MIDDLE = ("Thị", "Văn", "Ngọc", "Minh", "Thu", "Hữu", "Kim", "Đức", "Hoài", "Quốc", "Thanh", "Xuân")
GIVEN = ("Hoa", "Mai", "Lan", "Nga", "Tùng", "Nam", "Bình", "Hải", "Sương", "Dung", "Vinh", "Đạt", "Kiên", "Thảo")
RATES = {"01": 6.24, "19": 7.488, "09": 7.8, "06": 8.4, "10": 7.8}


def main() -> int:
    """0 when every file is in within its mark and the process stayed small."""
    HOME.mkdir(parents=True, exist_ok=True)
    files = [HOME / f"portfolio.{kind}" for kind in KINDS]
    _write_workbook(files[0])
    _write_csv(files[1])
    kept = [_measure(file) for file in files]
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  memory of this process {used:.0f} MB, mark {MEMORY} MB")
    return 0 if all(kept) and used <= MEMORY else 1


def _measure(file: Path) -> bool:
    with fresh_database():
        _found()
        with timed() as floor:
            _copy(HOME / "portfolio.csv")
        with timed() as taken:
            _bring(file)
        return report(f"{LOANS:,} loans from .{file.suffix[1:]}", taken.seconds, mark=MARK, floor=floor.seconds)


def _bring(file: Path) -> None:
    from django.db import transaction

    from dongvon.domain.audit.vocabulary import SYSTEM
    from dongvon.domain.lending.jobs import read_file
    from dongvon.domain.lending.models import Handover
    from dongvon.domain.lending.operations.open_handover import open_handover
    from dongvon.domain.lending.operations.receive_handover import receive_handover
    from dongvon.kernel import clock
    from dongvon.kernel.ids import new_id

    envelope: dict[str, Any] = {"by": SYSTEM, "at": clock.now()}
    with transaction.atomic():
        id_ = open_handover(key=new_id(), on=ON, file_name=file.name, file_hash="0" * 64, stored_as="", **envelope)
    with timed() as read, file.open("rb") as opened:
        assert read_file(opened, name=file.name, handover=id_), Handover.objects.get(id=id_).fault
    with timed() as written, transaction.atomic():
        assert receive_handover(key=new_id(), handover=id_, leaving_bad=False, **envelope) == LOANS
    print(f"    read and checked {read.seconds:.1f} s, written {written.seconds:.1f} s")


def _copy(file: Path) -> None:
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE dongvon_owner")
        columns = ", ".join(f"c{at} text" for at in range(len(HEADS)))
        cursor.execute(f"CREATE TABLE bench_floor ({columns})")
        with file.open("rb") as lines, cursor.copy("COPY bench_floor FROM STDIN (FORMAT csv, HEADER)") as copy:
            while chunk := lines.read(1 << 20):
                copy.write(chunk)


def _found() -> None:
    from django.db import transaction

    from bench._portfolio import AT
    from bench._portfolio import _found as found_city
    from dongvon.domain.audit.vocabulary import SYSTEM
    from dongvon.domain.groups.operations.open_points import open_points
    from dongvon.domain.groups.operations.set_size_rule import set_size_rule
    from dongvon.domain.groups.vocabulary import PointDraft
    from dongvon.domain.units.models import Unit
    from dongvon.kernel.ids import new_id

    found_city()
    office = Unit.objects.filter(body="nhcsxh-pgd").earliest("code").id
    drafts = tuple(
        PointDraft(
            id=new_id(),
            number=at,
            name=f"Điểm {at}",
            place=place,
            unit=office,
            fixed_day=1 + at % 28,
            opens=time(8),
            closes=time(11),
        )
        for at, place in enumerate(COMMUNES, start=1)
    )
    envelope: dict[str, Any] = {"by": SYSTEM, "at": AT, "on": date(2020, 1, 1)}
    with transaction.atomic():
        open_points(key=new_id(), points=drafts, **envelope)
        set_size_rule(key=new_id(), fewest=5, most=60, basis="bench", confirmed=True, **envelope)


HEADS = [
    "Mã PGD",
    "Mã xã",
    "Thôn, ấp, khu phố",
    "Điểm giao dịch",
    "Ngày giao dịch xã",
    "Mã tổ",
    "Tổ trưởng",
    "Tổ phó",
    "Mã hội",
    "Mã khách hàng",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Số định danh",
    "Điện thoại",
    "Số hợp đồng",
    "Mã chương trình",
    "Nguồn vốn",
    "Mã nhà đầu tư",
    "Cấp quản lý",
    "Số tiền phê duyệt",
    "Số tiền giải ngân",
    "Ngày vay",
    "Ngày đến hạn",
    "Ngày gia hạn đến",
    "Ngày đến hạn theo GDXA",
    "Ngày bắt đầu trả gốc",
    "Thời hạn",
    "Lãi suất",
    "Dư nợ trong hạn",
    "Dư nợ quá hạn",
    "Dư nợ khoanh",
    "Lãi tồn trong hạn",
    "Lãi tồn quá hạn",
    "Lãi tồn ân hạn",
    "Gốc đến hạn lũy kế",
    "Ngày hết khoanh",
    "Số lần gia hạn",
    "Số tháng gia hạn",
]


def _rows() -> Iterator[tuple[Any, ...]]:
    for number in range(LOANS):
        group = number // GROUP
        at = group % len(COMMUNES)
        code = list(RATES)[number % len(RATES)]
        year, month = 2022 + number % 4, 1 + number % 12
        signed = date(year, month, 1 + number % 28)
        ends = signed.replace(year=year + 5)
        lent = (20 + number % 80) * 1_000_000
        overdue = 2_000_000 if number % 700 == 0 else 0
        yield (
            *(f"{group % 22:06d}", COMMUNES[at], f"Ấp {group % 8 + 1}", at + 1, 1 + (at + 1) % 28, f"{group:07d}"),
            *(_name(group * GROUP), _name(group * GROUP + 1), ("11", "12", "13", "14")[group % 4], f"{number:010d}"),
            *(_name(number), f"{1 + number % 28:02d}/{1 + number % 12:02d}/{1960 + number % 40}", "", _digits(number)),
            *(f"09{number:08d}", f"6600{number:012d}", code, 1, "", "", lent, lent),
            *(f"{signed:%d/%m/%Y}", f"{ends:%d/%m/%Y}", "", "", "", 60, RATES[code]),
            *(lent - overdue, overdue, 0, number % 900_000, 0, 0, 0, "", 0, 0),
        )


def _name(number: int) -> str:
    return f"{FAMILY[number % 14]} {MIDDLE[number // 14 % 12]} {GIVEN[number // 168 % 14]} {GIVEN[number // 2352 % 14]}"


def _digits(number: int) -> str:
    return f"075{number % 2}{(1960 + number % 40) % 100:02d}{number:06d}"


def _write_workbook(file: Path) -> None:
    book = xlsxwriter.Workbook(file, {"constant_memory": True})
    sheet = book.add_worksheet("Khoản vay")
    sheet.write_row(0, 0, HEADS)
    for at, row in enumerate(_rows(), start=1):
        for column, cell in enumerate(row):
            if cell != "":
                (sheet.write_string if isinstance(cell, str) else sheet.write_number)(at, column, cell)
    book.close()


def _write_csv(file: Path) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(HEADS)
        writer.writerows(_rows())


if __name__ == "__main__":
    sys.exit(main())
