"""Open the lists of a review, or of additions in mid-year, as drafts."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Max

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import BeneficiaryList, Standard
from dongvon.domain.people.queries.standards import standard_on
from dongvon.domain.people.vocabulary import ListKind, ListState, Measure
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from dongvon.kernel.refusals import Refusal

_MEASURES = {
    ListKind.POOR: Measure.POVERTY,
    ListKind.NEAR_POOR: Measure.POVERTY,
    ListKind.ESCAPED: Measure.POVERTY,
    ListKind.AVERAGE: Measure.AVERAGE,
}

_KEEP = """
INSERT INTO people_listing (id, list_id, kind, place_id, household_id, person_id, origin, ending)
SELECT gen_random_uuid(), %(list)s, kind, place_id, household_id, person_id, 'kept', ''
FROM people_listing
WHERE place_id = %(place)s AND kind = %(kind)s AND valid @> %(on)s::date
"""


class ReviewIsThere(Refusal):
    """A year has one review; later in it, and until the next, there are additions."""

    text = "Đã có danh sách rà soát năm {year}. Hãy chọn “Bổ sung giữa năm”, hoặc sửa năm."
    field = "year"


class NoStandard(Refusal):
    """No standard says who belongs on such a list from that day."""

    text = "Chưa có chuẩn nghèo hoặc chuẩn mức sống có hiệu lực ngày {day} cho xã, phường này."
    field = "serves_from"


@operation(allowed={Role.COMMUNE_OFFICER, Role.CREDIT_OFFICER, Role.SYSTEM})
def open_lists(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    on: date,
    place: str,
    year: int,
    kinds: tuple[ListKind, ...],
    serves_from: date,
    on_paper: bool,
    addition: bool,
) -> tuple[UUID, ...]:
    """One draft for each kind, by the standard in force on `serves_from`; gives their ids in the order of `kinds`.

    A review begins with whoever is on such a list `on` that day, additions to it begin empty.
    Refuses ReviewIsThere, NoStandard.
    """
    last = _last_number(place, year, kinds)
    if last is not None and not addition:
        raise ReviewIsThere(year=year)
    number = max(1, (last or 0) + 1) if addition else 0
    return tuple(
        _open(
            BeneficiaryList(
                kind=kind,
                year=year,
                number=number,
                place_id=place,
                standard=_standard(kind, place, serves_from),
                serves_from=serves_from,
                on_paper=on_paper,
                state=ListState.DRAFT,
                opened_by=by.person,
                opened_at=at,
            ),
            on=on,
        )
        for kind in kinds
    )


def _last_number(place: str, year: int, kinds: tuple[ListKind, ...]) -> int | None:
    found = BeneficiaryList.objects.filter(place=place, year=year, kind__in=kinds)
    last: int | None = found.aggregate(last=Max("number"))["last"]
    return last


def _standard(kind: ListKind, place: str, serves_from: date) -> Standard | None:
    measure = _MEASURES.get(kind)
    if measure is None:
        return None
    found = standard_on(measure, place=place, on=serves_from)
    if found is None:
        raise NoStandard(day=f"{serves_from:%d/%m/%Y}")
    return found


def _open(made: BeneficiaryList, *, on: date) -> UUID:
    made.id = new_id()
    made.save(force_insert=True)
    if made.number == 0 and made.kind != ListKind.ESCAPED and not made.on_paper:
        asked: dict[str, Any] = {"list": made.id, "place": made.place_id, "kind": made.kind, "on": on}
        with connection.cursor() as cursor:
            cursor.execute(_KEEP, asked)
    return made.id
