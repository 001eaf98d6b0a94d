"""Plans from the command line."""

import json
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

import click

from dongvon.domain.workplan.queries.read_plan import as_json, read_plan
from dongvon.interfaces.cli.wiring import needs_database
from dongvon.kernel import clock
from dongvon.kernel.ids import new_id
from dongvon.kernel.refusals import Refusal

_REFUSED = 2


@click.group()
def plan() -> None:
    """Kế hoạch của thành phố: đọc thử, nhập để rà soát, kích hoạt."""


@plan.command()
@click.argument("file", type=click.File("rb"))
@click.option("--convert-legacy", is_flag=True, help="Chuyển chữ TCVN3 (ABC) hoặc VNI sang Unicode.")
@click.option("--compact", is_flag=True, help="In trên một dòng.")
def read(file: BinaryIO, convert_legacy: bool, compact: bool) -> None:
    """In ra JSON những gì đọc được từ FILE (.txt, .md, .docx, .html, .pdf có lớp chữ; “-” là đầu vào chuẩn)."""
    try:
        name = Path(getattr(file, "name", "-")).name
        reading = read_plan(file.read(), file_name=name, convert_legacy=convert_legacy)
    except Refusal as refusal:
        click.echo(str(refusal), err=True)
        raise click.exceptions.Exit(_REFUSED) from refusal
    written = json.dumps(as_json(reading), ensure_ascii=False, indent=None if compact else 2)
    click.echo(written.encode())  # bytes: UTF-8 whatever the terminal says


@plan.command("import")
@click.argument("file", type=click.File("rb"))
@click.option("--convert-legacy", is_flag=True, help="Chuyển chữ TCVN3 (ABC) hoặc VNI sang Unicode.")
@needs_database
def import_plan(file: BinaryIO, convert_legacy: bool) -> None:
    """Nhập FILE thành bản nháp để rà soát trên trang web; in ra mã của bản nháp."""
    from django.db import transaction

    from dongvon.domain.audit.vocabulary import SYSTEM
    from dongvon.domain.workplan.operations.import_ import import_

    content = file.read()
    with transaction.atomic():
        made = import_(
            key=new_id(),
            by=SYSTEM,
            at=clock.now(),
            file_name=Path(file.name).name,
            content=content,
            convert_legacy=convert_legacy,
        )
    click.echo(made)


@plan.command()
@click.argument("draft", type=click.UUID)
@click.option("--supersedes", type=click.UUID, multiple=True, help="Mã của kế hoạch được thay thế.")
@needs_database
def activate(draft: UUID, supersedes: tuple[UUID, ...]) -> None:
    """Kích hoạt bản nháp DRAFT: giao việc cho các đơn vị; in ra số nội dung phải báo cáo."""
    from django.db import transaction

    from dongvon.domain.audit.vocabulary import SYSTEM
    from dongvon.domain.workplan.operations.activate import activate as give_out

    with transaction.atomic():
        made = give_out(key=new_id(), by=SYSTEM, at=clock.now(), plan=draft, supersedes=supersedes)
    click.echo(made)


@plan.command("list")
@needs_database
def list_plans() -> None:
    """Liệt kê các kế hoạch: mã, tình trạng, số, trích yếu, số chỗ còn phải xác định."""
    from dongvon.domain.workplan.queries.plans import plans

    for row in plans():
        click.echo(f"{row.id}  {row.state:<10}  {row.number:<16}  {row.blocking:>3}  {row.title[:80]}")


@plan.command()
@click.argument("year", type=int, required=False)
@click.option("--round", "asked", type=click.UUID, help="Mã của một kỳ khác kỳ báo cáo năm.")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="Thư mục ghi hai tệp .docx và .xlsx (mặc định là thư mục hiện tại).",
)
@needs_database
def consolidate(year: int | None, asked: UUID | None, into: Path) -> None:
    """Lập báo cáo tổng hợp của kỳ báo cáo năm YEAR (hoặc kỳ nêu ở --round) từ các báo cáo đã được chấp nhận."""
    from django.db import transaction

    from dongvon.domain.audit.vocabulary import SYSTEM
    from dongvon.domain.workplan.operations.consolidate import consolidate as make
    from dongvon.domain.workplan.queries.consolidations import consolidation_files

    round_ = asked or _annual_round(year)
    with transaction.atomic():
        made = make(key=new_id(), by=SYSTEM, at=clock.now(), round=round_)
    into.mkdir(parents=True, exist_ok=True)
    for name, content in consolidation_files(made):
        (into / name).write_bytes(content)
        click.echo(into / name)


def _annual_round(year: int | None) -> UUID:
    from dongvon.domain.workplan.queries.consolidations import rounds_to_consolidate

    if year is None:
        raise click.UsageError("Cần nêu năm báo cáo hoặc --round.")
    found = [each for each in rounds_to_consolidate() if (each.kind, each.year) == ("annual", year)]
    if not found:
        raise click.ClickException(f"Năm {year} chưa có báo cáo nào được chấp nhận.")
    if len(found) > 1:
        told = "\n".join(f"  --round {each.id}  {each.plan_title[:80]}" for each in found)
        raise click.UsageError(f"Năm {year} có báo cáo của nhiều kế hoạch; hãy nêu kỳ:\n{told}")
    return found[0].id
