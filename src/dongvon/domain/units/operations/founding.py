"""How units come into being, one or a thousand."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.units.models import Place, Unit, UnitName
from dongvon.domain.units.operations.living import called
from dongvon.domain.units.vocabulary import BODIES, NewUnit
from dongvon.kernel.refusals import Refusal


class CodeTaken(Refusal):
    """A unit, living or gone, already has the code."""

    text = "Mã đơn vị “{code}” đã được dùng; mã không cấp lại, đề nghị đặt mã khác."
    field = "code"


class UnknownBody(Refusal):
    """The vocabulary knows no such body."""

    text = "Loại cơ quan “{body}” chưa có trong danh mục; đề nghị chọn trong danh mục."
    field = "body"


class UnknownPlace(Refusal):
    """No commune has the code, or a commune-level unit was given none."""

    text = "Đơn vị cấp xã cần thuộc một xã, phường có trong danh mục; không có mã “{place}”."
    field = "place"


def founded(units: Collection[NewUnit], *, since: date) -> dict[str, UUID]:
    """Store units and their first names in two statements; ids by code."""
    _check(units)
    rows = [_row(unit, since=unit.since or since) for unit in units]
    Unit.objects.bulk_create(rows)
    UnitName.objects.bulk_create(
        called(unit=row.pk, full_name=unit.full_name, short_name=unit.short_name, since=row.valid.lower)
        for row, unit in zip(rows, units, strict=True)
    )
    return {row.code: row.pk for row in rows}


def _row(unit: NewUnit, *, since: date) -> Unit:
    return Unit(code=unit.code, body=unit.body, level=unit.level, place_id=unit.place, valid=DateRange(since, None))


def _check(units: Collection[NewUnit]) -> None:
    codes = [unit.code for unit in units]
    twice = {code for code in codes if codes.count(code) > 1} if len(set(codes)) < len(codes) else set()
    taken = twice or set(Unit.objects.filter(code__in=codes).values_list("code", flat=True))
    if taken:
        raise CodeTaken(code=min(taken))
    strange = {unit.body for unit in units} - {body.key for body in BODIES}
    if strange:
        raise UnknownBody(body=min(strange))
    _check_places(units)


def _check_places(units: Collection[NewUnit]) -> None:
    placeless = [unit for unit in units if unit.level == "commune" and not unit.place and unit.body != "nhcsxh-pgd"]
    named = {unit.place for unit in units if unit.place}
    missing = named - set(Place.objects.filter(pk__in=named).values_list("pk", flat=True))
    if placeless or missing:
        raise UnknownPlace(place=min(missing, default=""))
