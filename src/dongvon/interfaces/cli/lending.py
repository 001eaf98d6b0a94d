"""Loans from the command line."""

import json
from decimal import Decimal
from typing import Any, BinaryIO

import click

from dongvon.domain.lending.queries.quote import quote as price


@click.group()
def lending() -> None:
    """Khoản vay: tính thử, không cần cơ sở dữ liệu."""


@lending.command()
@click.argument("file", type=click.File("rb"))
def quote(file: BinaryIO) -> None:
    """Tính lịch trả nợ, lãi và số tiền tất toán của khoản vay mô tả trong FILE.json (“-” là đầu vào chuẩn)."""
    answer = price(_document(file.read()))
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


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
