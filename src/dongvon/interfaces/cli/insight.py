"""`dongvon insight`: measure months, and draw the map after a deployment's own outlines."""

from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

import click

from dongvon.interfaces.cli.wiring import needs_database
from dongvon.kernel import clock
from dongvon.kernel.ids import new_id


@click.group()
def insight() -> None:
    """Số liệu điều hành: cộng số liệu tháng, vẽ ranh giới xã, phường."""


@insight.command()
@click.option(
    "--month", "months", type=click.DateTime(["%Y-%m", "%m/%Y"]), multiple=True, help="Cộng lại cả tháng đã cộng."
)
@needs_database
def measure(months: tuple[datetime, ...]) -> None:
    """Cộng số liệu của các tháng có ngày mới khóa sổ từ số liệu chốt ngày."""
    from django.db import transaction

    from dongvon.domain.audit.vocabulary import SYSTEM
    from dongvon.domain.insight.jobs import measure_closed
    from dongvon.domain.insight.operations import measure as verb

    if not months:
        click.echo(f"Đã cộng số liệu của {measure_closed()} tháng.")
        return
    asked = tuple(sorted({date(each.year, each.month, 1) for each in months}))
    with transaction.atomic():
        rows = verb.measure(key=new_id(), by=SYSTEM, at=clock.now(), months=asked)
    click.echo(f"Đã cộng lại {len(asked)} tháng: {rows} dòng.")


@insight.command()
@click.argument("file", type=click.File("rb"), required=False)
@click.option("--source", help="Nguồn của tệp, ghi dưới bản đồ; mặc định là tên tệp.")
@click.option("--forget", is_flag=True, help="Bỏ ranh giới; bản đồ lại vẽ bằng ô.")
@needs_database
def boundaries(file: BinaryIO | None, source: str | None, forget: bool) -> None:
    """Vẽ bản đồ theo ranh giới xã, phường trong tệp GeoJSON FILE, thay cho ranh giới đang có."""
    from django.db import transaction

    from dongvon.domain.audit.vocabulary import SYSTEM
    from dongvon.domain.insight.operations.draw_boundaries import draw_boundaries
    from dongvon.domain.insight.queries.outlines import read_outlines

    if (file is None) is not forget:
        raise click.UsageError("Cần đúng một trong hai: tệp FILE hoặc --forget.")
    drafts = read_outlines(file.read()) if file else ()
    named = source or (Path(file.name).name if file else "")
    with transaction.atomic():
        drawn = draw_boundaries(key=new_id(), by=SYSTEM, at=clock.now(), source=named, boundaries=drafts)
    click.echo(f"Đã vẽ {drawn} xã, phường." if drafts else "Đã bỏ ranh giới.")
