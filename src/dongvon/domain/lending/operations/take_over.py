"""Take over a portfolio with its history, as loans, receipts, books and month-end snapshots."""

from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import CloseRun
from dongvon.domain.lending.operations.opening_accounts import open_accounts
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal

SQL = Path(__file__).parents[1] / "sql"
STEPS = tuple((SQL / f"take_over_{step}.sql").read_text() for step in ("life", "rows", "books"))

STAGE = """
DROP TABLE IF EXISTS taken;
CREATE TEMP TABLE taken (
    loan uuid NOT NULL, contract_number text NOT NULL, series smallint NOT NULL, unit uuid NOT NULL,
    place text NOT NULL, organisation text NOT NULL, group_id uuid, borrower uuid NOT NULL, signed_on date NOT NULL,
    session_day smallint, term_months smallint NOT NULL, approved bigint NOT NULL, grace_until date,
    fate text NOT NULL CHECK (fate IN ('', 'settled', 'stopped', 'frozen')), fate_month smallint, decision text NOT NULL
) ON COMMIT DROP
"""
COPY = "COPY taken FROM STDIN (FORMAT csv, HEADER match, FORCE_NOT_NULL (fate, decision))"


class BooksHaveBegun(Refusal):
    """History can only be brought in before the first day is closed here."""

    text = "Đã khóa sổ ngày làm việc đầu tiên; không tiếp nhận thêm lịch sử khoản vay được nữa."


@operation(allowed={Role.SYSTEM})
def take_over(*, key: UUID, by: Actor, at: datetime, on: date, since: date, told_since: date, table: bytes) -> int:
    """Bring in the loans of `table` with their life up to the business day `on`, still open; gives their number.

    `table` is CSV with the columns of STAGE. A loan was disbursed whole on the day it was signed and pays interest at
    each session and principal when due, unless its fate, so many months after signing, is "settled" (paid in full
    ahead of time), "stopped" (pays nothing from then on) or "frozen" (by `decision`). Books and month-end snapshots
    begin `since`, receipts of each session `told_since`; what lies before is told in one line each.
    Refuses BooksHaveBegun.
    """
    if CloseRun.objects.exists():
        raise BooksHaveBegun
    values: dict[str, Any] = {
        "on": on,
        "since": since,
        "told_since": told_since,
        "person": by.person,
        "at": at,
        "about": key,
    }
    with connection.cursor() as cursor:
        cursor.execute(STAGE)
        with cursor.copy(COPY) as copy:
            copy.write(table)
        cursor.execute("SELECT array_agg(DISTINCT series), count(*) FROM taken")
        series, count = cursor.fetchone()
        open_accounts(series or [], by=by, at=at)
        for step in STEPS:
            cursor.execute(step, values)
    return int(count)
