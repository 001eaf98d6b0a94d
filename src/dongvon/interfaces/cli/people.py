"""People and lists from the command line."""

import sys
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

import click

from dongvon.interfaces.cli.wiring import needs_database
from dongvon.kernel import clock
from dongvon.kernel.ids import new_id


@click.group()
def people() -> None:
    """Người dân và danh sách đối tượng."""


@people.command("import")
@click.argument("file", type=click.File("rb"))
@click.option("--list", "list_id", type=click.UUID, required=True, help="Mã danh sách dự thảo (ở địa chỉ trang).")
@click.option("--sheet", default="", help="Trang cần đọc, khi tệp có nhiều trang có danh sách.")
@click.option("--commit", is_flag=True, help="Đưa vào danh sách; không có thì chỉ kiểm tra.")
@click.option(
    "--faults",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Ghi danh sách đã đánh dấu chỗ cần sửa ra tệp .xlsx.",
)
@needs_database
def import_people(file: BinaryIO, list_id: UUID, sheet: str, commit: bool, faults: Path | None) -> None:
    """Kiểm tra từng dòng của bảng tính FILE, rồi đưa tất cả vào danh sách hoặc không dòng nào."""
    from django.db import transaction

    from dongvon.domain.people.queries.list_workbook import annotated, check_workbook

    given: dict[str, Any] = {
        "list_id": list_id,
        "file_name": Path(file.name).name,
        "content": file.read(),
        "sheet": sheet,
    }
    with transaction.atomic():
        checked = check_workbook(**given, on=clock.today())
    if faults:
        faults.write_bytes(annotated(checked))
    for finding in checked.findings:
        click.echo(f"Dòng {finding.row}: {finding.told}", err=True)
    click.echo(f"{checked.given} dòng, {checked.faulty} dòng có lỗi.")
    if checked.faulty:
        sys.exit(1)
    if commit:
        click.echo(f"Đã đưa {_taken(_brought(given))} dòng vào danh sách.")


def _brought(given: dict[str, Any]) -> UUID:
    from django.db import transaction

    from dongvon.domain.audit.vocabulary import SYSTEM
    from dongvon.domain.people.operations.bring_list import bring_list

    with transaction.atomic():
        return bring_list(key=new_id(), by=SYSTEM, at=clock.now(), **given)


def _taken(brought: UUID) -> int:
    from django.db import transaction

    from dongvon.domain.audit.vocabulary import SYSTEM
    from dongvon.domain.people.operations.take_list import take_list

    with transaction.atomic():
        return take_list(key=new_id(), by=SYSTEM, at=clock.now(), brought=brought)
