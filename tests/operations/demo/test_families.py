"""Ten families, each stopped at another step, told through the operations; telling them again changes nothing."""

from collections import Counter
from datetime import date

import pytest

from dongvon.demo.catalogue.load import load_catalogue
from dongvon.demo.city.load import load_city
from dongvon.demo.city.loaded import TYPED_AT
from dongvon.demo.families.load import load_families
from dongvon.demo.lists.load import load_list_law
from dongvon.demo.portfolio.load import open_all_points
from dongvon.demo.road.load import load_road
from dongvon.demo.servicing.load import load_servicing
from dongvon.demo.story.people import Cast
from dongvon.domain.audit.models import Event
from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.groups.operations.set_size_rule import set_size_rule
from dongvon.domain.lending.models import Application
from dongvon.domain.lending.queries.eligibility import explanations
from dongvon.domain.lending.vocabulary import Check
from dongvon.kernel.ids import new_id

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ON = date(2026, 11, 27)


def test_ten_families_stand_at_ten_steps() -> None:
    cast = Cast(city=load_city())
    law = {"maker": cast.called("bao"), "checker": cast.called("lan"), "at": TYPED_AT}
    load_catalogue(**law)
    load_servicing(**law)
    load_road(**law, places=frozenset({"25222", "25225", "25402", "26119"}))
    load_list_law(**law)
    open_all_points(cast.city, TYPED_AT)
    size = {"fewest": 5, "most": 60, "basis": "06/2026/NĐ-CP", "confirmed": True}
    set_size_rule(key=new_id(), by=SYSTEM, at=TYPED_AT, on=date(2020, 1, 2), **size)
    load_families(cast, on=ON)
    told = Application.objects.filter(group__code="9000001")
    steps = Counter(told.values_list("stage", flat=True))
    assert steps == Counter(
        [
            "requested",
            "screened",
            "refused",
            "confirmed",
            "returned",
            "received",
            "appraised",
            "controlled",
            "notified",
            "lent",
        ]
    )
    assert Application.objects.filter(channel="direct", stage="received").count() == 6
    beside = Counter(Application.objects.filter(group__code="9000002").values_list("stage", flat=True))
    assert beside == {"screened": 40, "received": 8}
    late = told.get(stage="received")
    assert late.due_on is not None
    assert late.due_on < ON
    assert _listed() == {"requested": ["met"], "screened": ["met"], "refused": ["failed"]}
    before = Event.objects.count()
    load_families(cast, on=ON)
    assert Event.objects.count() == before


def _listed() -> dict[str, list[str]]:
    """Whether they are on the list that their programme asks for, by how far they came."""
    files = dict(Application.objects.filter(group__code="9000001").values_list("id", "stage"))
    told = explanations(files, on=ON)
    found = {
        files[id_]: [line.outcome for line in each.lines if line.check == Check.LISTED] for id_, each in told.items()
    }
    return {stage: outcomes for stage, outcomes in found.items() if outcomes}
