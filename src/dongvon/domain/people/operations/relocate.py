"""Relocate a household to another commune, with all who live in it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Household, Listing
from dongvon.domain.people.operations.form_household import CodeTaken
from dongvon.domain.people.vocabulary import ListState
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class NotYetGone(Refusal):
    """A household is of its commune until it goes."""

    text = "Ngày chuyển đi không thể sau hôm nay."
    field = "on"


class SameCommune(Refusal):
    """Within a commune nothing is relocated."""

    text = "Hộ đang ở chính xã, phường này. Hãy chọn nơi chuyển đến."
    field = "place"


class ListUnderway(Refusal):
    """A list that hangs or lies before the chair names it."""

    text = "Hộ có tên trong danh sách đang niêm yết hoặc chờ chứng nhận. Hãy trả danh sách đó về dự thảo trước."


@operation(allowed={Role.COMMUNE_OFFICER, Role.CREDIT_OFFICER, Role.SYSTEM})
def relocate(
    *, key: UUID, by: Actor, at: datetime, on: date, household: UUID, place: str, hamlet: str, code: str
) -> UUID:
    """It is of the commune `place` from `on`, under a new code; what entitled it here ends, and it is seen there.

    Refuses NotYetGone, SameCommune, ListUnderway, CodeTaken.
    """
    if on > at.astimezone(VIETNAM).date():
        raise NotYetGone
    found = Household.objects.select_for_update().get(id=household)
    if found.place_id == place:
        raise SameCommune
    underway = (ListState.POSTED, ListState.LAID)
    if Listing.objects.filter(household=found, ending="", list__state__in=underway).exists():
        raise ListUnderway
    values: list[Any] = [found.id, place, clean(hamlet), code.strip(), on, by.person, at]
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT people_relocate(%s, %s, %s, %s, %s, %s, %s)", values)
    except IntegrityError as fault:
        if "people_household_code_is_unique" in str(fault):
            raise CodeTaken(code=code) from None
        raise
    return found.id
