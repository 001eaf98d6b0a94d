"""Two directors activate one draft, and two workers write one morning's letters: it happens once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connections, transaction

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Digest, Obligation, Plan
from dongvon.domain.workplan.operations.activate import activate
from dongvon.domain.workplan.operations.remind import remind
from dongvon.kernel.ids import new_id
from dongvon.kernel.refusals import Refusal
from tests.operations.units.city import build_city
from tests.operations.workplan.plans.drafting import COMMUNES, clause, drafted

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

AT = datetime(2026, 1, 12, 2, 0, tzinfo=UTC)
MORNING = datetime(2026, 11, 14, 2, 0, tzinfo=UTC)


@pytest.fixture
def draft() -> Plan:
    with transaction.atomic():
        build_city().person("mai", unit="ubnd-26041", role=Role.UNIT_REPORTER)
        return drafted(clause("1a", COMMUNES))


def told(act: Callable[[], object]) -> str:
    """The outcome of one act in a transaction and on a connection of its own."""
    try:
        with transaction.atomic():
            act()
        return "done"
    except Refusal as refusal:
        return refusal.code
    except IntegrityError:
        return "lost the race"
    finally:
        connections.close_all()


def at_once(act: Callable[[], object], *, hands: int = 4) -> list[str]:
    with ThreadPoolExecutor(hands) as pool:
        return sorted(pool.map(lambda _: told(act), range(hands)))


def test_one_activation_wins_and_the_others_are_told(draft: Plan) -> None:
    outcomes = at_once(lambda: activate(key=new_id(), by=SYSTEM, at=AT, plan=draft.pk))
    assert outcomes == ["NotADraft"] * 3 + ["done"]
    assert Obligation.objects.filter(plan=draft).count() == 2 * 3


def test_the_same_request_twice_is_one_activation(draft: Plan) -> None:
    key = new_id()
    outcomes = at_once(lambda: activate(key=key, by=SYSTEM, at=AT, plan=draft.pk))
    assert set(outcomes) <= {"done", "KeyInFlight", "NotADraft"}
    assert outcomes.count("done") >= 1
    assert Obligation.objects.filter(plan=draft).count() == 2 * 3


def test_a_letter_is_written_once_however_many_workers_run(draft: Plan) -> None:
    with transaction.atomic():
        activate(key=new_id(), by=SYSTEM, at=AT, plan=draft.pk)
    at_once(lambda: remind(key=new_id(), by=SYSTEM, at=MORNING, address="https://dongvon.example"))
    assert Digest.objects.count() == 1
