"""Plans from the command line."""

import json
from typing import BinaryIO

import click

from dongvon.domain.workplan.queries.read_plan import as_json, read_plan
from dongvon.kernel.refusals import Refusal

_REFUSED = 2


@click.group()
def plan() -> None:
    """Kế hoạch của thành phố: đọc thử tệp, không cần cơ sở dữ liệu."""


@plan.command()
@click.argument("file", type=click.File("rb"))
@click.option("--convert-legacy", is_flag=True, help="Chuyển chữ TCVN3 (ABC) hoặc VNI sang Unicode.")
@click.option("--compact", is_flag=True, help="In trên một dòng.")
def read(file: BinaryIO, convert_legacy: bool, compact: bool) -> None:
    """In ra JSON những gì đọc được từ FILE (.txt, .md, .docx, .html, .pdf có lớp chữ; “-” là đầu vào chuẩn)."""
    try:
        reading = read_plan(file.read(), file_name=file.name, convert_legacy=convert_legacy)
    except Refusal as refusal:
        click.echo(str(refusal), err=True)
        raise click.exceptions.Exit(_REFUSED) from refusal
    written = json.dumps(as_json(reading), ensure_ascii=False, indent=None if compact else 2)
    click.echo(written.encode())  # bytes: UTF-8 whatever the terminal says
