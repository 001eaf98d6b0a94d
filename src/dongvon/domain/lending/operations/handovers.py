"""A handover held for one act, and its statements."""

from collections.abc import Collection
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.files.storage import default_storage
from django.db import connection, transaction

from dongvon.domain.lending.models import Handover
from dongvon.domain.lending.operations.calling import call
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal

SQL = Path(__file__).parents[1] / "sql"

#: Who may bring in a portfolio from another system.
HANDOVER_ROLES = frozenset(
    {Role.ACCOUNTANT, Role.CREDIT_CONTROLLER, Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.SYSTEM}
)


class HandoverNotReady(Refusal):
    """Another step is in hand, or it is over."""

    text = "Đợt tiếp nhận này không ở bước đó: có thể đang được xử lý, đã xong hoặc đã bỏ. Hãy tải lại trang."


class AnotherHandoverRuns(Refusal):
    """Loans are being taken in by somebody else."""

    text = "Đang có một đợt tiếp nhận khác ghi vào sổ. Hãy chờ đợt đó xong rồi kiểm tra lại tệp."


class BooksMoved(Refusal):
    """The books are no longer those against which the file was checked."""

    text = "Từ khi tệp được kiểm tra, sổ đã có thêm khoản vay, tổ hoặc khách hàng khác. Hãy kiểm tra lại tệp."


def held_handover(handover: UUID, *, states: Collection[str]) -> Handover:
    """The handover, locked. Refuses HandoverNotReady when it is none of `states`."""
    held = Handover.objects.select_for_update().filter(id=handover).first()
    if held is None or held.state not in states:
        raise HandoverNotReady
    return held


def alone() -> None:
    """Until the end of the transaction nobody else takes loans in. Refuses AnotherHandoverRuns."""
    (row,) = call("SELECT pg_try_advisory_xact_lock(20261, 4) AS alone", {})
    if not row["alone"]:
        raise AnotherHandoverRuns


def run(*names: str, values: dict[str, Any]) -> None:
    """Take the steps `sql/<name>.sql` one after another; each row points to what was written before it."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL work_mem = '128MB'; SET CONSTRAINTS ALL IMMEDIATE")
        for name in names:
            cursor.execute((SQL / f"{name}.sql").read_text(encoding="utf-8"), values)


def forget_file(stored_as: str) -> None:
    """A file of loans is not kept longer than it is needed; an act that fails in the end leaves it."""
    if stored_as:
        transaction.on_commit(lambda: default_storage.delete(stored_as))
