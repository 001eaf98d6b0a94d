"""The conditions that are shipped, as a whole: another entitlement takes no programme away unless a rule says so."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dongvon.demo.tables import rows
from dongvon.domain.lending.rules.eligibility.engine import verdict
from dongvon.domain.lending.rules.eligibility.facts import Demand, Facts, Listing
from dongvon.domain.lending.vocabulary import Check, Verdict
from dongvon.domain.people.vocabulary import ListKind
from tests.rules.lending.test_eligibility import ON, RANK, households, on_list

SHIPPED = tuple(rows("road/conditions"))
PROGRAMMES = sorted({row["programme"] for row in SHIPPED} - {""})
KINDS = tuple(kind.value for kind in ListKind)


def conditions(programme: str) -> list[Demand]:
    """Those of every programme and of this one; of a code that changed, the last."""
    latest = {row["code"]: row for row in SHIPPED if row["programme"] in ("", programme)}
    return [
        Demand(
            code=row["code"],
            check=row["check_kind"],
            values=frozenset(row["values"].split()),
            number=Decimal(row["number"]) if row["number"] else None,
            alternative=row["alternative"],
            confidence=row["confidence"],
        )
        for row in latest.values()
    ]


@given(programme=st.sampled_from(PROGRAMMES), facts=households, more=st.builds(on_list, st.sampled_from(KINDS)))
def test_another_entitlement_takes_no_programme_away(programme: str, facts: Facts, more: Listing) -> None:
    asked = conditions(programme)
    forbids = any(each.check == Check.NOT_LISTED and more.kind in each.values for each in asked)
    richer = replace(facts, listings=(*facts.listings, more))
    assert forbids or RANK.index(verdict(asked, richer)) >= RANK.index(verdict(asked, facts))


@pytest.mark.parametrize(
    ("programme", "listed", "expected"),
    [
        ("01", ("poor",), Verdict.INCOMPLETE),  # the papers and the group are still to come
        ("01", ("poor", "unable"), Verdict.INELIGIBLE),  # NĐ 78/2002: able to work
        ("19", ("near_poor", "unable"), Verdict.INCOMPLETE),
        ("10", ("poor",), Verdict.INELIGIBLE),  # QĐ 31/2007: not poor
    ],
)
def test_who_may_ask(programme: str, listed: tuple[str, ...], expected: Verdict) -> None:
    facts = Facts(on=ON, listings=tuple(map(on_list, listed)), areas=frozenset({"difficult"}))
    assert verdict(conditions(programme), facts) is expected
