"""Certify lists by decision of the commune's chair: from then on they entitle."""

from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from django.db import connection
from django.db.backends.utils import CursorWrapper

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import BeneficiaryList
from dongvon.domain.people.queries.standards import limit_on
from dongvon.domain.people.vocabulary import Limit, ListKind, ListState
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal

_STATEMENTS: Final = (Path(__file__).parents[1] / "sql" / "certify.sql").read_text(encoding="utf-8").split(";\n")


class NotLaid(Refusal):
    """Only what was laid before the chair is certified."""

    text = "Danh sách chưa được trình, hoặc đã được chứng nhận."


class MakerMayNotCertify(Refusal):
    """Four eyes."""

    text = "Người trình danh sách không được tự chứng nhận. Hãy chuyển cho chủ tịch UBND xã, phường."


class DecisionIncomplete(Refusal):
    """A decision has a number and a date that is past, and does not reach back before it."""

    text = "Quyết định phải có số, ngày ký không sau hôm nay, và ngày hiệu lực không trước ngày ký."
    field = "decision_number"


class NewerListInForce(Refusal):
    """Somebody is on a list that began that day or later."""

    text = "Có hộ đã thuộc danh sách bắt đầu từ ngày {day} hoặc muộn hơn; hãy chọn ngày hiệu lực sau ngày đó."
    field = "effective_on"


class NoEscapedTerm(Refusal):
    """No rule says for how long a household counts as newly escaped."""

    text = "Chưa có quy định về số tháng được coi là mới thoát nghèo có hiệu lực ngày {day}."


class EscapeIsOver(Refusal):
    """Somebody left poverty too long ago to be newly escaped."""

    text = (
        "Có {count} hộ đã ra khỏi diện nghèo, cận nghèo từ {months} tháng trở lên nên không còn là hộ mới thoát nghèo. "
        "Hãy trả danh sách về dự thảo và loại các hộ này."
    )


@operation(allowed={Role.COMMUNE_CHAIR, Role.SYSTEM})
def certify(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    on: date,
    lists: tuple[UUID, ...],
    decision_number: str,
    decided_on: date,
    effective_on: date,
) -> int:
    """Lists that belong together in one decision; those they follow end the day before. Gives how many lines hold.

    Refuses NotLaid, MakerMayNotCertify, DecisionIncomplete, NewerListInForce, NoEscapedTerm, EscapeIsOver.
    """
    if not decision_number.strip() or decided_on > on or effective_on < decided_on:
        raise DecisionIncomplete
    found = list(BeneficiaryList.objects.select_for_update().filter(id__in=lists))
    for listed in found:
        if listed.state != ListState.LAID:
            raise NotLaid
        if listed.laid_by == by.person:
            raise MakerMayNotCertify
    values = _values(found, by=by, at=at, effective_on=effective_on)
    held = _write(values)
    decided = {"decision_number": decision_number.strip(), "decided_on": decided_on, "state": ListState.CERTIFIED}
    BeneficiaryList.objects.filter(id__in=lists).update(certified_by=by.person, certified_at=at, **decided)
    return held


def _values(found: list[BeneficiaryList], *, by: Actor, at: datetime, effective_on: date) -> dict[str, Any]:
    months = limit_on(Limit.ESCAPED_MONTHS, on=effective_on)
    if months is None and any(listed.kind == ListKind.ESCAPED for listed in found):
        raise NoEscapedTerm(day=f"{effective_on:%d/%m/%Y}")
    lists = [listed.id for listed in found]
    return {"lists": lists, "from_on": effective_on, "months": months or 0, "person": by.person, "at": at}


def _write(values: dict[str, Any]) -> int:
    late, over, *steps = _STATEMENTS
    with connection.cursor() as cursor:
        newest = _asked(cursor, late, values)
        if newest is not None:
            raise NewerListInForce(day=f"{newest:%d/%m/%Y}")
        if count := _asked(cursor, over, values):
            raise EscapeIsOver(count=count, months=values["months"])
        for step in steps:
            cursor.execute(step, values)
        return int(cursor.rowcount)


def _asked(cursor: CursorWrapper, question: str, values: dict[str, Any]) -> Any:
    cursor.execute(question, values)
    (answer,) = cursor.fetchone()
    return answer
