"""Lines of a list under review and after it: struck with their reason, ended in mid-year, shown with their changes."""

from datetime import date
from typing import Any

import pytest

from dongvon.domain.people.models import BeneficiaryList, Listing
from dongvon.domain.people.operations.end_listing import NothingToEnd, NotInForce, end_listing
from dongvon.domain.people.operations.nominate import NobodyAdded, nominate
from dongvon.domain.people.operations.strike import NoListToGoOn, NothingToStrike, NowhereToGo, strike
from dongvon.domain.people.queries.list_lines import list_lines, tally
from dongvon.domain.people.queries.listings import listed
from dongvon.domain.people.queries.lists import list_by_id, lists, lists_beside, meetings
from dongvon.domain.people.vocabulary import Ending, ListKind
from tests.operations.people.review import TUESDAY, Commune, chair, officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune() -> Commune:
    return Commune()


def test_lines_are_struck_once_and_go_on_to_a_draft(commune: Commune) -> None:
    told: dict[str, Any] = {"on": TUESDAY, "list_id": commune.poor, "lines": (commune.line(commune.hoa),)}
    for nowhere in (None, ListKind.POOR):
        with pytest.raises(NowhereToGo):
            strike(ending=Ending.CHANGED, onto=nowhere, **told, **officer())
    with pytest.raises(NoListToGoOn):
        strike(ending=Ending.CHANGED, onto=ListKind.NEAR_POOR, **told, **officer())
    assert strike(ending=Ending.MISTAKEN, **told, **officer()) == 1
    with pytest.raises(NothingToStrike):
        strike(ending=Ending.DIED, **told, **officer())
    with pytest.raises(NobodyAdded):
        nominate(on=TUESDAY, list_id=commune.poor, subjects=(commune.tung,), **officer())


def test_a_line_ends_in_mid_year(commune: Commune) -> None:
    line = Listing.objects.get(list__year=2025, household=commune.hoa)
    told: dict[str, Any] = {"list_id": line.list_id, "ending": Ending.DIED}
    with pytest.raises(NotInForce):
        end_listing(on=date(2026, 1, 1), lines=(line.id,), **told, **chair())
    with pytest.raises(NothingToEnd):
        end_listing(on=TUESDAY, lines=(), **told, **chair())
    assert end_listing(on=TUESDAY, lines=(line.id,), **told, **chair()) == 1
    assert listed([commune.hoa], [], on=TUESDAY) == ()
    assert listed([commune.hoa], [], on=date(2026, 11, 23))[0].until_on == TUESDAY


def test_what_pages_show_of_lists(commune: Commune) -> None:
    commune.met("Ấp 1")
    row = list_by_id(commune.poor)
    assert row is not None
    assert (row.lines, row.meetings, row.struck, row.place_name) == (2, 1, 0, "Tân Triều")
    assert {beside.kind for beside in lists_beside(row)} == {"poor", "escaped"}
    assert [each.year for each in lists(kind="poor", limit=10)] == [2026, 2025]
    assert [each.hamlet for each in meetings(commune.poor)] == ["Ấp 1"]
    assert tally(commune.poor).hamlets == (("Ấp 1", 1), ("Ấp 3", 1))
    lines, count = list_lines(commune.poor, hamlet="Ấp 1")
    assert (count, [(line.full_name, line.code) for line in lines]) == (1, [("Nguyễn Thị Hoa", "H1")])
    assert BeneficiaryList.objects.count() == 3
