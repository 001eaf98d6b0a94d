"""Every page of follow-up is drawn for those it is for."""

import pytest
from django.test import Client
from django.urls import reverse

from dongvon.domain.workplan.models import Plan, Round
from tests.operations.units.city import City


@pytest.mark.parametrize("name", ["grid", "briefing", "rates", "absent", "rounds", "relief", "letters"])
def test_pages_of_the_branch(director: Client, plan: Plan, name: str) -> None:
    page = director.get(reverse(f"followup:{name}"))
    assert page.status_code == 200


@pytest.mark.parametrize("name", ["grid", "briefing", "rates", "absent", "rounds", "relief", "letters"])
def test_a_unit_does_not_follow_others_up(reporter: Client, plan: Plan, name: str) -> None:
    assert reporter.get(reverse(f"followup:{name}")).status_code == 403


def test_each_cell_leads_to_what_stands_behind_it(director: Client, plan: Plan, city: City) -> None:
    first = Round.objects.get(plan=plan, kind="annual", year=2026)
    place = reverse("followup:cell", args=[city.units["ubnd-26041"], first.pk])
    assert place in director.get(reverse("followup:grid")).content.decode()
    assert director.get(place).status_code == 200


def test_a_unit_sees_its_own_cell_and_no_other(reporter: Client, plan: Plan, city: City) -> None:
    first = Round.objects.get(plan=plan, kind="annual", year=2026)
    own = reverse("followup:cell", args=[city.units["ubnd-26041"], first.pk])
    other = reverse("followup:cell", args=[city.units["ubnd-26242"], first.pk])
    assert reporter.get(own).status_code == 200
    assert reporter.get(other).status_code == 404
