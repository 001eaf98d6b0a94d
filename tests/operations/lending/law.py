"""The law that tests lend under, put in force by two people: catalogue, rules of servicing, and of the road."""

from datetime import UTC, datetime
from uuid import UUID

from dongvon.demo.catalogue.load import load_catalogue
from dongvon.demo.road.load import load_road
from dongvon.demo.servicing.load import load_servicing
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.programmes.queries.catalogue import catalogue

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
MAKER = Actor(UUID(int=1), None, frozenset({"credit_controller"}))
CHECKER = Actor(UUID(int=2), None, frozenset({"branch_director"}))


def enact() -> None:
    """Takes a second, so what is in force already is left alone."""
    if catalogue():
        return
    load_catalogue(maker=MAKER, checker=CHECKER, at=AT)
    load_servicing(maker=MAKER, checker=CHECKER, at=AT)
    load_road(maker=MAKER, checker=CHECKER, at=AT, places=frozenset())
