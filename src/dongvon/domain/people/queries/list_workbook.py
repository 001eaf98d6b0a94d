"""What a workbook given for a list says: the rows that can be taken, and everything that is wrong or doubtful."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings

from dongvon.domain.documents.papers.faulty_rows import SHEET, FaultyRow, faulty_rows
from dongvon.domain.documents.queries.headed_table import HeadedTable, headed_table
from dongvon.domain.people.models import ListImport
from dongvon.domain.people.queries.arrivals import Arrivals
from dongvon.domain.people.rules.list_rows import COLUMNS, RowChecker, names_hamlet
from dongvon.domain.people.rules.sealing import Sealing
from dongvon.domain.people.vocabulary import Finding, GivenRow
from dongvon.kernel.refusals import Refusal


class NoSuchHeads(Refusal):
    """No sheet names the columns that a list needs."""

    text = (
        "Không tìm thấy dòng tiêu đề có “Họ và tên” và “Ngày sinh” hoặc “Số định danh” trong tệp. "
        "Hãy đặt tên cột như mẫu rồi gửi lại."
    )
    field = "file"


class SeveralSheets(Refusal):
    """More than one sheet names the columns: which of them is the list is not ours to guess."""

    text = "Tệp có nhiều trang có danh sách: {sheets}. Hãy ghi tên trang cần đọc rồi gửi lại; mỗi trang gửi một lần."
    field = "sheet"


class NoRows(Refusal):
    """Heads, and nothing beneath them."""

    text = "Tệp có dòng tiêu đề nhưng không có dòng dữ liệu nào."
    field = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedWorkbook:
    """Rows with a fault are not among `rows`."""

    rows: tuple[GivenRow, ...]
    findings: tuple[Finding, ...]
    table: HeadedTable

    @property
    def faulty(self) -> int:
        """How many rows have a fault."""
        return len({finding.row for finding in self.findings if finding.fault})

    @property
    def given(self) -> int:
        """How many rows there are, the faulty ones among them."""
        return len(self.rows) + len({f.row for f in self.findings if f.fault} - {row.row for row in self.rows})


def check_workbook(content: bytes, *, file_name: str, list_id: UUID, on: date, sheet: str = "") -> CheckedWorkbook:
    """Every row of the sheet checked by itself, against the others, and against the people on record.

    Refuses what cannot be read as a table, NoSuchHeads, SeveralSheets where none is named, NoRows.
    """
    table = headed_table(content, file_name=file_name, wanted=COLUMNS, enough=_enough, sheet=sheet)
    if table is None:
        raise NoSuchHeads
    if table.others:
        raise SeveralSheets(sheets=", ".join((table.sheet, *table.others)))
    hamlet = table.sheet if names_hamlet(table.sheet) else ""
    told = list(RowChecker(columns=table.columns, on=on, hamlet=hamlet).check(table.lines))
    rows = [each for each in told if isinstance(each, GivenRow)]
    findings = [each for each in told if isinstance(each, Finding)]
    if not told:
        raise NoRows
    findings += Arrivals(list_id, on=on).doubts(rows, column=table.columns.get("number"))
    faults = {finding.row for finding in findings if finding.fault}
    return CheckedWorkbook(
        rows=tuple(row for row in rows if row.row not in faults),
        findings=tuple(sorted(findings, key=lambda finding: finding.row)),
        table=table,
    )


def annotated(checked: CheckedWorkbook, *, say: Callable[[Refusal], str] = str) -> bytes:
    """The whole table as an .xlsx, what was found marked in it, to be put right and sent in again."""
    by_row: dict[int, dict[int | None, str]] = {}
    for finding in checked.findings:
        told = by_row.setdefault(finding.row, {})
        told[finding.column] = f"{told.get(finding.column, '')} {say(finding.told)}".strip()
    lines = checked.table.lines
    return faulty_rows(
        checked.table.titles,
        (FaultyRow(number=row, cells=cells, faults=by_row.get(row, {})) for row, cells in lines),
        name=checked.table.sheet or SHEET,
    )


def _enough(named: Collection[str]) -> bool:
    named_whole = "name" in named or {"family", "given"} <= set(named)
    return named_whole and any(key in named for key in ("birth", "male", "female", "number"))


def check_brought(import_id: UUID, *, on: date) -> CheckedWorkbook:
    """Check again what was brought and not yet taken."""
    row = ListImport.objects.get(id=import_id)
    content = Sealing(settings.IDENTITY_KEY).unsealed_bytes(bytes(row.sealed or b""))
    return check_workbook(content, file_name=row.file_name, list_id=row.list_id, on=on, sheet=row.sheet)
