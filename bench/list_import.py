"""Import of a list of 50,000 rows: checked, kept, checked again and taken; reading alone beside it."""

import io
import sys
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from bench._clock import report, timed
from bench._database import fresh_database

ROWS = 50_000
MARK = 20.0
AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Điểu")
GIVEN = ("Hoa", "Mai", "Lan", "Nga", "Hương", "Liên", "Yến", "Oanh", "Sương", "Dung")


def main() -> int:
    """0 when it keeps its mark."""
    with fresh_database():
        return _measure()


def workbook(rows: int = ROWS) -> bytes:
    """As communes have them: numbers that lost their zero, dates in three styles, every person once."""
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("STT", "Mã hộ", "Họ và tên chủ hộ", "Ngày sinh", "Giới tính", "Số CCCD", "Thôn, ấp"))
        for n in range(rows):
            name = f"{FAMILY[n % 9]} Thị {GIVEN[n // 9 % 10]}"
            birth = (f"{1 + n % 28:02}/{1 + n % 12:02}/1980", 1980, f"1980-{1 + n % 12:02}-{1 + n % 28:02}")[n % 3]
            number = 75180000000 + n if n % 2 else f"{75180000000 + n:012}"
            sheet.write_row(n + 1, 0, (n + 1, f"H{n}", name, birth, "Nữ", number, f"Ấp {n % 8 + 1}"))
    return file.getvalue()


def _measure() -> int:
    from dongvon.domain.documents.queries.headed_table import headed_table
    from dongvon.domain.people.rules.list_rows import COLUMNS

    content, list_id = workbook(), _list()
    with timed() as floor:
        headed_table(content, file_name="x.xlsx", wanted=COLUMNS, enough=bool)
    with timed() as first:
        added = _import(content, list_id)
    with timed() as second:
        again = _import(content, list_id)
    assert (added, again) == (ROWS, 0), (added, again)
    kept = [
        report(f"{ROWS:,} rows checked, then taken", first.seconds, mark=MARK, floor=floor.seconds),
        report("the same workbook again, nobody added", second.seconds, mark=MARK, floor=floor.seconds),
    ]
    return 0 if all(kept) else 1


def _list() -> UUID:
    from django.db import transaction

    from dongvon.domain.people.operations.open_lists import open_lists
    from dongvon.domain.people.vocabulary import ListKind
    from dongvon.kernel.ids import new_id
    from tests.operations.people.community import ENVELOPE, law
    from tests.operations.units.city import build_city

    with transaction.atomic():
        build_city()
        law()
        terms: dict[str, Any] = {
            "place": "26041",
            "year": 2026,
            "serves_from": date(2027, 1, 1),
            "on_paper": True,
            "addition": False,
        }
        on = date(2026, 11, 24)
        return open_lists(key=new_id(), on=on, kinds=(ListKind.POOR,), **terms, **ENVELOPE)[0]


def _import(content: bytes, list_id: UUID) -> int:
    from django.db import transaction

    from dongvon.domain.audit.vocabulary import SYSTEM
    from dongvon.domain.people.operations.bring_list import bring_list
    from dongvon.domain.people.operations.take_list import take_list
    from dongvon.kernel.ids import new_id

    envelope: dict[str, Any] = {"by": SYSTEM, "at": AT}
    with transaction.atomic():
        brought = bring_list(key=new_id(), list_id=list_id, file_name="x.xlsx", content=content, **envelope)
    with transaction.atomic():
        return take_list(key=new_id(), brought=brought, **envelope)


if __name__ == "__main__":
    sys.exit(main())
