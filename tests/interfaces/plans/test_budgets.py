"""A page of plans or follow-up asks the database as often for a city as for a village."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dongvon.domain.workplan.models import Clause, Plan
from tests.operations.workplan.plans.drafting import BRANCH, COMMUNES, FINANCE, UNIONS, clause, drafted

#: Gate, scope and language take their own part of each page.
BUDGET = 22
MATRIX_BUDGET = 12


def asked(client: Client, address: str) -> int:
    """Statements of a page, without those of the gate: session, standing, scope, savepoints."""
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return sum("workplan_" in query["sql"] or 'FROM "units_unit"' in query["sql"] for query in caught)


def wide() -> Plan:
    """A dozen clauses where the usual draft has three."""
    return drafted(*(clause(f"{number}a", COMMUNES, UNIONS, FINANCE, BRANCH) for number in range(1, 13)))


@pytest.mark.parametrize("name", ["plans:review", "plans:read"])
def test_a_long_plan_costs_no_more(director: Client, plan: Plan, name: str) -> None:
    short = asked(director, reverse(name, args=[drafted().pk]))
    assert asked(director, reverse(name, args=[wide().pk])) == short <= BUDGET


@pytest.mark.parametrize("name", ["grid", "briefing", "rates", "absent", "rounds", "relief", "letters"])
def test_follow_up_stays_within_a_dozen(director: Client, plan: Plan, name: str) -> None:
    assert asked(director, reverse(f"followup:{name}")) <= MATRIX_BUDGET


def test_a_clause_costs_little(director: Client, plan: Plan) -> None:
    found = Clause.objects.filter(plan=plan).first()
    assert found is not None
    assert asked(director, reverse("plans:clause", args=[found.pk])) <= MATRIX_BUDGET
