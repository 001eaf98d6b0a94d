"""A portfolio in and out from the command line."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from dongvon.interfaces.cli.wiring import needs_database
from dongvon.kernel import clock
from dongvon.kernel.ids import new_id

DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
INTO = click.Path(dir_okay=False, path_type=Path)
_BAD = 2


@click.command("template")
@click.argument("into", type=INTO, default=Path("mau-danh-muc-khoan-vay.xlsx"))
def template(into: Path) -> None:
    """Ghi tệp mẫu danh mục khoản vay, có trang giải thích từng cột."""
    from dongvon.domain.lending.papers.template import portfolio_template

    into.write_bytes(portfolio_template())
    click.echo(into)


@click.command("import")
@click.argument("file", type=FILE)
@click.option("--on", "day", type=DAY, help="Ngày tiếp nhận: số liệu là số đầu ngày này. Mặc định là ngày đang mở.")
@click.option("--check", "check_only", is_flag=True, help="Chỉ kiểm tra, không ghi vào sổ.")
@click.option("--skip-bad", is_flag=True, help="Tiếp nhận các dòng đạt, bỏ qua dòng lỗi.")
@click.option("--faults", "faults_into", type=INTO, help="Ghi các dòng lỗi kèm chú thích vào tệp .xlsx này.")
@needs_database
def import_(file: Path, day: datetime | None, check_only: bool, skip_bad: bool, faults_into: Path | None) -> None:
    """Nhập danh mục khoản vay từ FILE (.xlsx, .csv, .parquet…): đọc, kiểm tra mọi dòng, rồi ghi một lần."""
    from dongvon.domain.lending.jobs import read_file
    from dongvon.domain.lending.queries.handovers import handover

    with file.open("rb") as opened:
        id_ = _opened(file, day, hashlib.file_digest(opened, "sha256").hexdigest())
        opened.seek(0)
        read = read_file(opened, name=file.name, handover=id_, told=_tell_lines)
    found = handover(id_)
    assert found is not None, "it was made above"
    if not read:
        raise click.ClickException(found.fault["text"].format(**found.fault["values"]))
    _tell(found)
    if faults_into is not None and found.bad_rows:
        _write_faults(file, id_, faults_into)
    if not check_only:
        click.echo(f"Đã tiếp nhận {_taken(id_, skip_bad=skip_bad):,} khoản vay.".replace(",", "."))
    if found.bad_rows:
        raise click.exceptions.Exit(_BAD)


@click.command("export")
@click.argument("into", type=INTO)
@click.option("--without-names", is_flag=True, help="Không có họ tên và thông tin cá nhân.")
@needs_database
def export(into: Path, without_names: bool) -> None:
    """Ghi mọi khoản vay còn nợ ra INTO (.xlsx hoặc .parquet), theo sổ của ngày đang mở; lần xuất được ghi lại."""
    from dongvon.domain.lending.operations.export_portfolio import export_portfolio
    from dongvon.domain.lending.papers.portfolio_files import PARQUET, WORKBOOK, write_portfolio
    from dongvon.domain.lending.queries.closing import open_day
    from dongvon.domain.lending.queries.portfolio import out_columns, portfolio

    kind, on = into.suffix.removeprefix("."), open_day() or clock.today()
    if kind not in (WORKBOOK, PARQUET):
        raise click.ClickException("Tên tệp phải kết thúc bằng .xlsx hoặc .parquet.")
    columns = out_columns(named=not without_names)
    rows = write_portfolio(into, portfolio(columns, on=on), columns=columns)
    _done(export_portfolio, on=on, kind=kind, named=not without_names, rows=rows)
    click.echo(f"{into}: {rows:,} khoản vay".replace(",", "."))


@click.command("reconcile")
@click.argument("file", type=FILE)
@click.option("--on", "day", type=DAY, required=True, help="Số liệu trong tệp là số đầu ngày này.")
@click.option("--events", type=FILE, help="Tệp giao dịch, nếu không nằm trong cùng tệp với số dư.")
@click.option("--into", type=INTO, help="Ghi các chênh lệch vào tệp .xlsx này.")
@needs_database
def reconcile(file: Path, day: datetime, events: Path | None, into: Path | None) -> None:
    """Tính lại số dư, lãi, quá hạn của hệ thống khác từ chính giao dịch của nó; nêu từng chênh lệch và nguyên nhân."""
    from contextlib import ExitStack

    from django.db import transaction

    from dongvon.domain.lending.papers.reconciliation import write_differences
    from dongvon.domain.lending.queries.reconciliation import Reconciliation
    from dongvon.domain.lending.queries.reconciliation import reconcile as compare

    told = Reconciliation(loans=0, agreeing=0, causes={}, unread=[])
    with transaction.atomic(), ExitStack() as opened:
        files = [(opened.enter_context(each.open("rb")), each.name) for each in (file, events) if each]
        found = compare(files, on=day.date(), told=told)
        count = write_differences(into, found) if into else sum(1 for _ in map(_tell_difference, found))
    click.echo(f"{told.loans:,} khoản vay, {told.agreeing:,} khớp, {count:,} số chênh lệch".replace(",", "."))
    if told.unread:
        click.echo(f"Không đọc được: {', '.join(told.unread[:20])}", err=True)
    if count:
        raise click.exceptions.Exit(_BAD)


def _tell_difference(found: Any) -> None:
    from dongvon.domain.lending.queries.handovers import filled
    from dongvon.domain.lending.queries.reconciliation import HEADERS, words_of

    amounts = " / ".join(f"{amount:,}".replace(",", ".") for amount in (found.stated, found.ours))
    header, words = HEADERS.get(found.figure, ""), filled(words_of(found.cause), found.values)
    click.echo(f"{found.contract}  {header:<20} {amounts:>32}  {words}")


def _opened(file: Path, day: datetime | None, file_hash: str) -> UUID:
    from dongvon.domain.lending.operations.open_handover import open_handover
    from dongvon.domain.lending.queries.closing import open_day

    on = day.date() if day else open_day() or clock.today()
    return UUID(str(_done(open_handover, on=on, file_name=file.name, file_hash=file_hash, stored_as="")))


def _taken(id_: UUID, *, skip_bad: bool) -> int:
    from dongvon.domain.lending.operations.receive_handover import receive_handover

    return int(_done(receive_handover, handover=id_, leaving_bad=skip_bad))


def _done(verb: Callable[..., Any], **arguments: Any) -> Any:
    from django.db import transaction

    from dongvon.domain.audit.vocabulary import SYSTEM

    with transaction.atomic():
        return verb(key=new_id(), by=SYSTEM, at=clock.now(), **arguments)


def _tell_lines(lines: int) -> None:
    click.echo(f"\rĐã đọc {lines:,} dòng".replace(",", "."), nl=False, err=True)


def _tell(found: Any) -> None:
    from dongvon.domain.lending.queries.handovers import problem_groups

    counts = (
        ("dòng", found.rows),
        ("mới", found.new_rows),
        ("đã có trong sổ", found.known_rows),
        ("đã tất toán", found.settled_rows),
        ("lỗi", found.bad_rows),
    )
    click.echo(err=True)
    click.echo(", ".join(f"{number:,} {words}".replace(",", ".") for words, number in counts))
    click.echo(f"Khách hàng mới: {found.new_people}; tổ mới: {found.new_groups}")
    for name, amount in found.totals.items():
        click.echo(f"  {TOTALS[name]:<22}{amount:>24,} đ".replace(",", "."))
    for each in problem_groups(found.id):
        kind = "LỖI" if each.is_error else "xem"
        click.echo(f"  {kind}  {each.count:>8}  {each.header}: {each.words}")


TOTALS = {
    "in_term": "Dư nợ trong hạn",
    "overdue": "Dư nợ quá hạn",
    "frozen": "Dư nợ khoanh",
    "owed_in_term": "Lãi tồn trong hạn",
    "owed_overdue": "Lãi tồn quá hạn",
    "owed_grace": "Lãi tồn ân hạn",
}


def _write_faults(file: Path, id_: UUID, into: Path) -> None:
    from dongvon.domain.lending.papers.faults import faults_workbook

    with file.open("rb") as opened:
        into.write_bytes(faults_workbook(id_, opened, name=file.name))
    click.echo(f"Các dòng cần sửa: {into}")
