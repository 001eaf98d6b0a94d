"""`dongvon ledger`: prove the books."""

import sys

import click

from dongvon.interfaces.cli.wiring import needs_database


@click.group()
def ledger() -> None:
    """Sổ cái: kiểm tra."""


@ledger.command()
@needs_database
def verify() -> None:
    """Tính lại mọi số lũy kế từ bút toán gốc; nêu từng chênh lệch."""
    from dongvon.domain.ledger.queries import verification

    differences = verification.verify()
    for found in differences:
        click.echo(f"{found.day:%d/%m/%Y} {found.subject}: sổ ghi {found.kept}, bút toán cho {found.found}", err=True)
    if differences:
        sys.exit(1)
    click.echo("Sổ cái khớp: mọi số lũy kế đúng bằng tổng bút toán.")
