"""Outlines take the place of those before, and only communes that exist are drawn."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.insight.models import Boundary
from dongvon.domain.insight.operations.draw_boundaries import NoSuchPlaces, draw_boundaries
from dongvon.domain.insight.queries.maps import drawn_from, spots
from dongvon.domain.insight.vocabulary import BoundaryDraft
from dongvon.kernel.ids import new_id
from tests.operations.insight.portfolio import AT
from tests.operations.units.city import City

SQUARE = ((106.8, 11.0), (106.9, 11.0), (106.9, 11.1), (106.8, 11.0))


def draw(*places: str, source: str = "Sở Nông nghiệp và Môi trường") -> int:
    drafts = tuple(BoundaryDraft(place=place, rings=(SQUARE,)) for place in places)
    return draw_boundaries(key=new_id(), by=SYSTEM, at=AT, source=source, boundaries=drafts)


def test_a_file_takes_the_place_of_the_one_before(city: City) -> None:
    assert draw("26041", "26242") == 2
    assert draw("26041", source="Bản đồ nền") == 1
    found = drawn_from()
    assert found is not None
    assert (found.source, found.communes) == ("Bản đồ nền", 1)
    outlined = {spot.code: spot.rings for spot in spots(on=date(2026, 11, 24))}
    assert outlined == {"26041": (SQUARE,), "26242": ()}


def test_without_outlines_there_are_tiles_again(city: City) -> None:
    draw("26041")
    draw()
    assert drawn_from() is None
    cells = {(spot.column, spot.row) for spot in spots(on=date(2026, 11, 24))}
    assert len(cells) == 2


def test_a_commune_that_is_not_ours_changes_nothing(city: City) -> None:
    draw("26041")
    with pytest.raises(NoSuchPlaces) as refusal, transaction.atomic():
        draw("26242", "99999")
    assert "99999" in str(refusal.value)
    assert list(Boundary.objects.values_list("place_id", flat=True)) == ["26041"]


def test_a_commune_has_one_outline(city: City) -> None:
    draw("26041")
    with pytest.raises(IntegrityError), transaction.atomic():
        Boundary.objects.create(place_id="26041", rings=[], source="", drawn_at=AT)
