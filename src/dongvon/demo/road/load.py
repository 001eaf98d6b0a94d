"""The rules of the road to a loan, as far as they are known, with the confidence of each, and how much may be lent."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID, uuid5

from django.db import transaction

from dongvon.demo.law import documents
from dongvon.demo.tables import rows
from dongvon.domain.audit.operations.settling import GRANTED
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.operations.decide_rules import decide_rules
from dongvon.domain.lending.operations.propose_rules import (
    AreaDraft,
    ConditionDraft,
    DeadlineDraft,
    GroundDraft,
    HolidayDraft,
    RouteDraft,
    propose_rules,
)
from dongvon.domain.lending.queries.conditions import key_of
from dongvon.domain.lending.vocabulary import Check, RuleBasis, Stage
from dongvon.domain.programmes.operations.cite import cite
from dongvon.domain.programmes.queries.catalogue import catalogue, legal_bases
from dongvon.domain.programmes.vocabulary import Channel, Confidence

SEED: Final = UUID("01930000-0000-7000-8000-00000000ca7c")


def load_road(*, maker: Actor, checker: Actor, at: datetime, places: frozenset[str]) -> None:
    """Propose as `maker` and decide as `checker`, once catalogue and rules of servicing are loaded.

    `places` are the communes that are on the map. Running it again changes nothing.
    """
    with transaction.atomic():
        cite(key=uuid5(SEED, "cite"), by=maker, at=at, documents=tuple(documents("road")))
        rules = propose_rules(key=uuid5(SEED, "propose"), by=maker, at=at, rules=_rules(places))
        decide_rules(key=uuid5(SEED, "decide"), by=checker, at=at, rules=rules, decision=GRANTED)


def _rules(places: frozenset[str]) -> tuple[RuleBasis | HolidayDraft, ...]:
    law = _Law()
    return (
        *(ConditionDraft(**law.basis(row), **_condition(row, law)) for row in rows("road/conditions")),
        *(RouteDraft(**law.basis(row), **_route(row, law)) for row in rows("road/routes")),
        *(DeadlineDraft(**law.basis(row), **_deadline(row, law)) for row in rows("road/deadlines")),
        *(
            GroundDraft(
                **law.basis(row),
                programme=law.programmes[row["programme"]],
                code=row["code"],
                title=row["title"],
                rank=int(row["rank"]),
            )
            for row in rows("road/grounds")
        ),
        *(
            AreaDraft(**law.basis(row), place=row["place"], kind=row["kind"])
            for row in rows("road/areas")
            if row["place"] in places
        ),
        *(_holiday(row, law) for row in rows("road/holidays")),
    )


class _Law:
    """Ids of the catalogue's documents and programmes."""

    def __init__(self) -> None:
        self.bases = {basis.title.partition(":")[0]: basis.id for basis in legal_bases()}
        self.programmes = {key_of(row.code, row.variant): row.id for row in catalogue()}

    def basis(self, row: dict[str, str]) -> dict[str, Any]:
        return {
            "from_on": date.fromisoformat(row["from_on"]),
            "basis": self.bases[row["basis"]],
            "confidence": Confidence(row["confidence"]),
            "since_stated": row["since_stated"] == "1",
        }


def _condition(row: dict[str, str], law: _Law) -> dict[str, Any]:
    return {
        "programme": law.programmes[row["programme"]] if row["programme"] else None,
        "channel": row["channel"],
        "code": row["code"],
        "check_kind": Check(row["check_kind"]),
        "title": row["title"],
        "remedy": row["remedy"],
        "article": row["article"],
        "values": tuple(row["values"].split()),
        "number": Decimal(row["number"]) if row["number"] else None,
        "alternative": row["alternative"],
    }


def _route(row: dict[str, str], law: _Law) -> dict[str, Any]:
    return {
        "programme": law.programmes[row["programme"]] if row["programme"] else None,
        "channel": Channel(row["channel"]),
        "screened": row["screened"] == "1",
        "forms": tuple(row["forms"].split()),
        "lottery": row["lottery"] == "1",
        "tuition": row["tuition"] == "1",
        "tranche_months": int(row["tranche_months"]) if row["tranche_months"] else None,
        "declared_yearly": row["declared_yearly"] == "1",
    }


def _deadline(row: dict[str, str], law: _Law) -> dict[str, Any]:
    return {
        "programme": law.programmes[row["programme"]] if row["programme"] else None,
        "channel": Channel(row["channel"]),
        "after": Stage(row["after"]),
        "since": Stage(row["since"]),
        "working_days": int(row["working_days"]),
    }


def _holiday(row: dict[str, str], law: _Law) -> HolidayDraft:
    return HolidayDraft(
        day=date.fromisoformat(row["day"]),
        title=row["title"],
        worked=row["worked"] == "1",
        basis=law.bases[row["basis"]],
        confidence=Confidence(row["confidence"]),
    )
