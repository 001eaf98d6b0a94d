"""Every page about plans is drawn for those it is for, within its budget of queries."""

import pytest
from django.test import Client
from django.urls import reverse

from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Assignment, Clause, Plan
from dongvon.domain.workplan.queries.review import PAGE_SIZE
from tests.interfaces.signing_in import sign_in
from tests.operations.units.city import City
from tests.operations.workplan.plans.drafting import COMMUNES, NO_TIMING, clause, drafted


def test_everybody_reads_a_plan_in_force(reporter: Client, plan: Plan) -> None:
    page = reporter.get(reverse("plans:read", args=[plan.pk]))
    assert page.status_code == 200
    assert "UBND" in page.content.decode()


def test_a_draft_is_the_branch_s_own(reporter: Client, draft: Plan) -> None:
    assert reporter.get(reverse("plans:read", args=[draft.pk])).status_code == 404


def test_the_review_shows_source_reading_and_doubts(director: Client, draft: Plan) -> None:
    page = director.get(reverse("plans:review", args=[draft.pk]))
    told = page.content.decode()
    assert page.status_code == 200
    assert "Sở Thủy lợi" in told
    assert "data-open-doubt" in told


@pytest.mark.parametrize("name", ["plans:edit_clause", "plans:new_assignment", "plans:clause"])
def test_pages_of_a_clause(director: Client, draft: Plan, name: str) -> None:
    clause = Clause.objects.filter(plan=draft).first()
    assert clause is not None
    assert director.get(reverse(name, args=[clause.pk])).status_code == 200


def test_page_of_an_assignment(director: Client, draft: Plan) -> None:
    unknown = Assignment.objects.get(plan=draft, target=None)
    assert director.get(reverse("plans:edit_assignment", args=[unknown.pk])).status_code == 200


@pytest.mark.parametrize("name", ["plans:index", "plans:upload"])
def test_pages_without_a_plan(director: Client, name: str) -> None:
    assert director.get(reverse(name)).status_code == 200


def test_own_plans(director: Client, plan: Plan) -> None:
    assert director.get(reverse("plans:own_plans", args=[plan.pk])).status_code == 200


def test_only_who_owes_an_own_plan_is_led_to_it(client: Client, reporter: Client, city: City, plan: Plan) -> None:
    own, page = reverse("plans:own_plan", args=[plan.pk]), reverse("plans:read", args=[plan.pk])
    assert own in reporter.get(page).content.decode()
    sign_in(client, city.person("nam", unit="pgd-trang-bom", role=Role.UNIT_REPORTER))
    assert own not in client.get(page).content.decode()
    assert client.get(own).status_code == 404


def test_a_unit_s_own_pages(reporter: Client, plan: Plan) -> None:
    assert reporter.get(reverse("plans:own_plan", args=[plan.pk])).status_code == 200
    clause = Clause.objects.filter(plan=plan).first()
    assert clause is not None
    assert reporter.get(reverse("plans:delegate", args=[clause.pk])).status_code == 200


def test_a_long_review_comes_in_pages_that_lead_to_each_other(director: Client, city: City) -> None:
    long = drafted(*(clause(f"{number}a", COMMUNES, timing=NO_TIMING) for number in range(1, PAGE_SIZE + 6)))
    address = reverse("plans:review", args=[long.pk])
    first, second = director.get(address).content.decode(), director.get(address, {"trang": 2}).content.decode()
    assert 'id="nv-1a"' in first
    assert f'id="nv-{PAGE_SIZE + 1}a"' not in first
    assert f'data-beyond="{address}?nhiem-vu={PAGE_SIZE + 1}a#cho-{PAGE_SIZE + 1}"' in first
    assert reverse("plans:activate", args=[long.pk]) not in first
    assert f'data-beyond="{address}?nhiem-vu={PAGE_SIZE}a#cho-{PAGE_SIZE}"' in second
    assert reverse("plans:activate", args=[long.pk]) in second
    assert director.get(address, {"nhiem-vu": f"{PAGE_SIZE + 2}a"}).context["review"].page == 2
    assert director.get(address, {"nhiem-vu": "to-chuc"}).context["review"].page == 2
    assert director.get(address, {"trang": "99"}).context["review"].page == 2
