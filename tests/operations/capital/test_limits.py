"""A limit is proposed by one and decided by another, and only then holds."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from dongvon.domain.audit.operations.record import NotAllowed
from dongvon.domain.audit.vocabulary import SYSTEM, Actor
from dongvon.domain.capital.operations.decline_limit import decline_limit
from dongvon.domain.capital.operations.draw import FundExhausted, NoLimitYet, draw
from dongvon.domain.capital.operations.limit_fund import LimitOverlaps, NoSuchProposal, OwnProposal, limit_fund
from dongvon.domain.capital.operations.propose_fund_limit import NothingLimited, NoTime, propose_fund_limit
from dongvon.domain.capital.queries.availability import available, limits, proposed_limits
from dongvon.domain.capital.vocabulary import LimitDraft
from dongvon.domain.programmes.models import LegalBasis
from dongvon.domain.programmes.vocabulary import Fund
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
ON = date(2026, 11, 24)
HA = Actor(UUID(int=1), None, frozenset({Role.BRANCH_OFFICER}))
LAN = Actor(UUID(int=2), None, frozenset({Role.BRANCH_DIRECTOR}))
OFFICE = UUID(int=9)


def envelope(by: Actor) -> dict[str, Any]:
    return {"key": new_id(), "by": by, "at": AT}


def proposed(*, by: Actor = HA, **changes: Any) -> UUID:
    basis = LegalBasis.objects.filter(number="57/2025").first() or LegalBasis.objects.create(
        number="57/2025", title="Giao vốn", confidence="confirmed"
    )
    given = {"fund": Fund.LOCAL, "unit": None, "from_on": date(2026, 1, 1), "until_on": None, "amount": 100}
    return propose_fund_limit(**envelope(by), limit=LimitDraft(**{**given, **changes}, basis=basis.id))


def set_aside(amount: int) -> int:
    return draw(**envelope(SYSTEM), on=ON, fund=Fund.LOCAL, unit=OFFICE, amount=amount, about=new_id())


def test_nothing_is_drawn_from_what_was_only_proposed() -> None:
    limit = proposed()
    assert [row.id for row in proposed_limits()] == [limit]
    assert available(Fund.LOCAL, on=ON, unit=OFFICE) is None
    with pytest.raises(NoLimitYet):
        set_aside(60)
    limit_fund(**envelope(LAN), limit=limit)
    assert proposed_limits() == []
    assert set_aside(60) == 1
    assert available(Fund.LOCAL, on=ON, unit=OFFICE) == 40
    with pytest.raises(FundExhausted, match="40"):
        set_aside(41)


def test_nobody_decides_the_own_proposal() -> None:
    both = Actor(HA.person, None, frozenset({Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR}))
    limit = proposed(by=both)
    for verb in (limit_fund, decline_limit):
        with pytest.raises(OwnProposal):
            verb(**envelope(both), limit=limit)
    with pytest.raises(NotAllowed):
        limit_fund(**envelope(HA), limit=limit)


def test_a_limit_is_decided_once() -> None:
    limit = proposed()
    decline_limit(**envelope(LAN), limit=limit)
    with pytest.raises(NoSuchProposal):
        limit_fund(**envelope(LAN), limit=limit)
    assert limits(on=ON) == []


def test_two_limits_never_hold_together() -> None:
    limit_fund(**envelope(LAN), limit=proposed())
    second = proposed(from_on=date(2026, 12, 1))
    with pytest.raises(LimitOverlaps):
        limit_fund(**envelope(LAN), limit=second)
    assert [row.id for row in proposed_limits()] == [second]


def test_an_impossible_limit_is_refused() -> None:
    with pytest.raises(NoTime):
        proposed(until_on=date(2026, 1, 1))
    with pytest.raises(NothingLimited):
        proposed(amount=0)
