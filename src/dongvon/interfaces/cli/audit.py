"""`dongvon audit`: check and seal the trail of what was done."""

import sys

import click

from dongvon.interfaces.cli.wiring import needs_database

KINDS = {
    "changed": "đã bị sửa",
    "removed": "đã bị xóa",
    "added": "bị chèn thêm sau khi niêm phong",
    "seal": "dấu niêm phong không khớp với chuỗi",
}


@click.group()
def audit() -> None:
    """Vết kiểm toán: kiểm tra và niêm phong."""


@audit.command()
@needs_database
def verify() -> None:
    """Kiểm tra chuỗi niêm phong; nêu sự kiện đầu tiên bị can thiệp."""
    from dongvon.domain.audit.queries import verification

    found = verification.verify()
    if found.fault is None:
        click.echo(f"Chuỗi niêm phong nguyên vẹn: {found.days} ngày, {found.events} sự kiện.")
        return
    event = f"sự kiện {found.fault.event} " if found.fault.event else ""
    click.echo(f"Ngày {found.fault.day:%d/%m/%Y}: {event}{KINDS[found.fault.kind]}.", err=True)
    sys.exit(1)


@audit.command()
@needs_database
def seal() -> None:
    """Niêm phong mọi sự kiện đến hết hôm qua (việc hằng ngày tự chạy lệnh này)."""
    from dongvon.domain.audit import jobs

    jobs.seal_yesterday()
    click.echo("Đã niêm phong đến hết hôm qua.")
