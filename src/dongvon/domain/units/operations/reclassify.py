"""Reclassify a place: a commune becomes a ward (or back), and the names of its units follow."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.models import Place, PlaceTerm, UnitName
from dongvon.domain.units.operations.living import called, end
from dongvon.domain.units.rules.names import retitled
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class NoSuchPlace(Refusal):
    """The map has no such place."""

    text = "Không có xã, phường mang mã {code}; đề nghị kiểm tra lại mã."
    field = "place"


class SameType(Refusal):
    """The place already is what it should become."""

    text = "{name} đã là {type} vào ngày {since:%d/%m/%Y}; không có gì để đổi."
    field = "new_type"


@operation(allowed={Role.ADMINISTRATOR, Role.SYSTEM})
def reclassify(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    place: str,
    new_type: str,
    since: date,
    basis: str,
) -> int:
    """How many units were renamed; the place keeps its name and code. Refuses NoSuchPlace, SameType."""
    found = Place.objects.select_for_update().filter(pk=place).first()
    if found is None:
        raise NoSuchPlace(code=place)
    current = found.terms.get(valid__upper_inf=True)
    if current.type == new_type or (current.valid.lower or date.min) >= since:
        raise SameType(name=found.name, type=new_type, since=since)
    end(found.terms.all(), on=since)
    PlaceTerm(place=found, type=new_type, valid=DateRange(since, None), basis=basis).save()
    names = UnitName.objects.filter(unit__place=found, valid__upper_inf=True)
    return _follow(names, place=found.name, old_type=current.type, new_type=new_type, since=since)


def _follow(names: Iterable[UnitName], *, place: str, old_type: str, new_type: str, since: date) -> int:
    changed = []
    for name in names:
        full, short = (
            retitled(each, place=place, old_type=old_type, new_type=new_type)
            for each in (name.full_name, name.short_name)
        )
        if (full, short) != (name.full_name, name.short_name):
            changed.append(called(unit=name.unit_id, full_name=full, short_name=short, since=since))
    end(UnitName.objects.filter(unit__in=[name.unit_id for name in changed]), on=since)
    return len(UnitName.objects.bulk_create(changed))
