"""Rename a unit from a day on; what it was called before stays readable."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.models import UnitName
from dongvon.domain.units.operations.living import called, end, living_unit
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class SameName(Refusal):
    """The unit is already called so."""

    text = "Đơn vị đang mang đúng tên “{name}”; không có gì để đổi."
    field = "full_name"


class NamedLater(Refusal):
    """A later name is already on record, and the past is not rewritten."""

    text = "Đơn vị đã có tên mới kể từ ngày {since:%d/%m/%Y}; đề nghị chọn ngày sau ngày đó."
    field = "since"


@operation(allowed={Role.ADMINISTRATOR, Role.SYSTEM})
def rename(
    *, key: UUID, by: Actor, at: datetime, unit: UUID, full_name: str, short_name: str, since: date, basis: str
) -> None:
    """Close the name in force and open the next. Refuses UnknownUnit, SameName, NamedLater.

    `basis` is the decision that says so; it is kept in the trail.
    """
    living_unit(unit, on=since)
    names = UnitName.objects.filter(unit=unit)
    current = names.get(valid__upper_inf=True)
    if current.valid.lower is not None and current.valid.lower >= since:
        raise NamedLater(since=current.valid.lower)
    if (current.full_name, current.short_name) == (clean(full_name), clean(short_name)):
        raise SameName(name=current.full_name)
    end(names, on=since)
    called(unit=unit, full_name=clean(full_name), short_name=clean(short_name), since=since).save()
