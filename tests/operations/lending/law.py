"""The law that tests lend under, put in force by two people: catalogue, rules of servicing, and of the road."""

from datetime import UTC, datetime
from uuid import UUID

from dongvon.demo.catalogue.load import load_catalogue
from dongvon.demo.road.load import load_road
from dongvon.demo.servicing.load import load_servicing
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.programmes.queries.catalogue import catalogue
from tests.rows import Rows, put_back, written_by

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
MAKER = Actor(UUID(int=1), None, frozenset({"credit_controller"}))
CHECKER = Actor(UUID(int=2), None, frozenset({"branch_director"}))


_enacted: Rows = {}


def enact() -> None:
    """Told by the verbs themselves the first time, a copy of their rows afterwards; law in force is left alone."""
    if catalogue():
        return
    if _enacted:
        put_back(_enacted)
    else:
        _enacted.update(written_by(_tell))


def _tell() -> None:
    load_catalogue(maker=MAKER, checker=CHECKER, at=AT)
    load_servicing(maker=MAKER, checker=CHECKER, at=AT)
    load_road(maker=MAKER, checker=CHECKER, at=AT, places=frozenset())
