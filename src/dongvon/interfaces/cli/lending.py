"""Loans from the command line."""

import json
import sys
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, BinaryIO

import click

from dongvon.domain.lending.queries.quote import quote as price
from dongvon.interfaces.cli import lending_portfolio
from dongvon.interfaces.cli.wiring import needs_database
from dongvon.kernel import clock


@click.group()
def lending() -> None:
    """Khoản vay: tính thử, khóa sổ ngày, kiểm tra."""


@lending.command()
@click.argument("file", type=click.File("rb"))
def quote(file: BinaryIO) -> None:
    """Tính lịch trả nợ, lãi và số tiền tất toán của khoản vay mô tả trong FILE.json (“-” là đầu vào chuẩn)."""
    answer = price(_document(file.read()))
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


@lending.command("close-day")
@click.option(
    "--to", "until", type=click.DateTime(["%Y-%m-%d", "%d/%m/%Y"]), help="Đến hết ngày nào; mặc định là hôm qua."
)
@needs_database
def close_day(until: datetime | None) -> None:
    """Khóa sổ các ngày còn mở, kể cả những ngày bị bỏ lỡ; chạy lại sau sự cố thì làm tiếp từ bước đang dở."""
    from dongvon.domain.lending.jobs import close_days

    last = until.date() if until else clock.today() - timedelta(days=1)
    closed = close_days(until=last, told=_tell_step)
    click.echo(f"Đã khóa {closed} ngày." if closed else f"Không còn ngày nào phải khóa đến {last:%d/%m/%Y}.")


STEP_WORDS = {
    "sessions": "Dời kỳ hạn theo phiên",
    "freezes": "Hết thời gian khoanh",
    "graces": "Hết thời gian ân hạn",
    "overdue": "Chuyển nợ quá hạn",
    "notices": "Danh sách nợ đến hạn",
    "snapshot": "Chốt số liệu",
    "interest": "Lãi phải thu ngoại bảng",
}


def _tell_step(day: date, sums: Any) -> None:
    if sums is None:
        click.echo(f"{day:%d/%m/%Y}  đã khóa sổ")
        return
    rows, amount = (f"{number:,}".replace(",", ".") for number in (sums.rows, sums.amount))
    click.echo(f"{day:%d/%m/%Y}  {STEP_WORDS[sums.name]:<26}{rows:>12} dòng {amount:>22} đ {sums.seconds:>8.2f} giây")


@lending.command()
@click.option("--limit", default=30, show_default=True, help="Bao nhiêu lần khóa sổ gần nhất.")
@click.option("--steps", is_flag=True, help="Nêu từng bước của mỗi lần.")
@needs_database
def closings(limit: int, steps: bool) -> None:
    """Xem các lần khóa sổ ngày: bắt đầu, kết thúc, số dòng và số tiền đối chiếu của từng bước."""
    from dongvon.domain.lending.queries.closing import closings as runs

    for run in runs(limit=limit):
        began = run.started_at.astimezone(clock.VIETNAM)
        ended = f"{run.finished_at - run.started_at}" if run.finished_at else "CHƯA XONG"
        click.echo(f"{run.day:%d/%m/%Y}  bắt đầu {began:%H:%M:%S %d/%m/%Y}  {len(run.steps)} bước  {ended}")
        for step in run.steps if steps else ():
            _tell_step(run.day, step)


@lending.command()
@needs_database
def verify() -> None:
    """Đối chiếu khoản vay với kỳ trả nợ, biến động, phiếu thu và sổ cái; nêu từng chênh lệch."""
    from dongvon.domain.lending.queries import verification

    differences = verification.verify()
    for each in differences:
        click.echo(f"{each.of} {each.subject}: ghi {each.kept}, tính lại {each.found}", err=True)
    if differences:
        sys.exit(1)
    click.echo("Khớp: khoản vay, kỳ trả nợ, biến động, phiếu thu và sổ cái nói cùng một số.")


def _document(content: bytes) -> Any:
    try:
        return json.loads(
            content.decode("utf-8-sig"),
            parse_float=Decimal,
            parse_constant=_no_constant,
            object_pairs_hook=_no_key_twice,
        )
    except UnicodeDecodeError as error:
        raise click.ClickException("Tệp không phải là văn bản UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise click.ClickException(f"Tệp không phải là JSON hợp lệ: {error}.") from error


def _no_constant(word: str) -> None:
    raise click.ClickException(f"“{word}” không phải là số.")


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [key for key, _ in pairs]
        twice = next(key for key in names if names.count(key) > 1)
        raise click.ClickException(f"{twice}: khóa này được ghi hai lần.")
    return found


for command in (
    lending_portfolio.template,
    lending_portfolio.import_,
    lending_portfolio.export,
    lending_portfolio.reconcile,
):
    lending.add_command(command)
