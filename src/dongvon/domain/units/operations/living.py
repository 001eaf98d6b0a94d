"""What every verb about units asks first: the rows it changes, locked, and whether they still stand."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import DateRangeField
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import ExpressionWrapper, F, Q, QuerySet, Value

from dongvon.domain.units.models import Unit, UnitName, User
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import fold


class UnknownUnit(Refusal):
    """No such unit, or it does not stand on that day."""

    text = "Không có đơn vị này đang hoạt động vào ngày {on:%d/%m/%Y}; đề nghị chọn lại đơn vị."
    field = "unit"


class UnknownPerson(Refusal):
    """No such account, or it is closed."""

    text = "Tài khoản này không có hoặc đã đóng; đề nghị chọn lại người."
    field = "person"


def living_unit(unit: UUID, *, on: date) -> Unit:
    """The unit, locked; refuses UnknownUnit when it does not stand on the day."""
    found = Unit.objects.select_for_update().filter(pk=unit, valid__contains=on).first()
    if found is None:
        raise UnknownUnit(on=on)
    return found


def living_units(units: Iterable[UUID], *, on: date) -> list[Unit]:
    """Several units, locked in one order so that two merges wait for each other instead of meeting."""
    return [living_unit(unit, on=on) for unit in sorted(set(units))]


def open_user(person: UUID) -> User:
    """The account, locked; refuses UnknownPerson when there is none or it is closed."""
    found = User.objects.select_for_update().filter(pk=person, is_active=True).first()
    if found is None:
        raise UnknownPerson
    return found


def called(*, unit: UUID, full_name: str, short_name: str, since: date | None) -> UnitName:
    """A name from a day on, not yet stored."""
    key = fold(f"{full_name} {short_name}")
    return UnitName(
        unit_id=unit, full_name=full_name, short_name=short_name, search_key=key, valid=DateRange(since, None)
    )


def end(rows: QuerySet[Any], *, on: date) -> int:
    """Let dated rows end on a day, the first they do not count; what had not begun by then never does."""
    before = Value(DateRange(None, on), output_field=DateRangeField())
    running = rows.filter(Q(valid__upper_inf=True) | Q(valid__endswith__gt=on), valid__isempty=False)
    return running.update(valid=ExpressionWrapper(F("valid") * before, output_field=DateRangeField()))
