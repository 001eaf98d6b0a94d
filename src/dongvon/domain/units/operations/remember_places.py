"""Remember the places of before a rearrangement, so that old papers can still be read."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.models import FormerPlace, Place
from dongvon.domain.units.vocabulary import NewFormerPlace, Role
from dongvon.kernel.refusals import Refusal


class BecameNothing(Refusal):
    """The place it became is not on the map."""

    text = "Không có xã, phường mang mã {became} để ghi nhận là nơi kế thừa; đề nghị kiểm tra lại mã."
    field = "became"


class PlaceRemembered(Refusal):
    """The same succession is already on record."""

    text = "Địa bàn cũ mang mã {code} đã được ghi nhận; đề nghị kiểm tra lại danh sách."
    field = "code"


@operation(allowed={Role.ADMINISTRATOR, Role.SYSTEM})
def remember_places(
    *, key: UUID, by: Actor, at: datetime, places: tuple[NewFormerPlace, ...], until: date, basis: str
) -> int:
    """How many were remembered; `until` is the first day they were no more. Refuses BecameNothing, PlaceRemembered."""
    _check(places, until=until)
    rows = [
        FormerPlace(
            code=place.code,
            name=place.name,
            type=place.type,
            district=place.district,
            province=place.province,
            became_id=place.became,
            until=until,
            basis=basis,
        )
        for place in places
    ]
    return len(FormerPlace.objects.bulk_create(rows))


def _check(places: tuple[NewFormerPlace, ...], *, until: date) -> None:
    named = {place.became for place in places}
    unknown = named - set(Place.objects.filter(pk__in=named).values_list("pk", flat=True))
    if unknown:
        raise BecameNothing(became=min(unknown))
    told = {(place.code, place.became) for place in places}
    known = told & set(FormerPlace.objects.filter(until=until).values_list("code", "became"))
    if known:
        raise PlaceRemembered(code=min(known)[0])
