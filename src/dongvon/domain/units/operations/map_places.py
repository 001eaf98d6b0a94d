"""Map places: put communes, with their types, on the map from a day on."""

from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.models import Place, PlaceTerm
from dongvon.domain.units.vocabulary import NewPlace, Role
from dongvon.kernel.refusals import Refusal


class PlaceOnMap(Refusal):
    """A place already has the code."""

    text = "Mã đơn vị hành chính {code} đã có trong danh mục; đề nghị kiểm tra lại danh sách."
    field = "code"


@operation(allowed={Role.ADMINISTRATOR, Role.SYSTEM})
def map_places(*, key: UUID, by: Actor, at: datetime, places: tuple[NewPlace, ...], since: date, basis: str) -> int:
    """How many places were mapped; all or none. Refuses PlaceOnMap."""
    known = set(Place.objects.filter(pk__in=[place.code for place in places]).values_list("pk", flat=True))
    if known:
        raise PlaceOnMap(code=min(known))
    Place.objects.bulk_create(_place(place) for place in places)
    valid = DateRange(since, None)
    PlaceTerm.objects.bulk_create(
        PlaceTerm(place_id=place.code, type=place.type, valid=valid, basis=basis) for place in places
    )
    return len(places)


def _place(place: NewPlace) -> Place:
    return Place(
        code=place.code,
        name=place.name,
        area_km2=place.area_km2,
        latitude=place.latitude,
        longitude=place.longitude,
        former_province=place.former_province,
    )
