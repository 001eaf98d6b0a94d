"""The rules of servicing, as far as they are known, with the confidence of each."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from dongvon.demo.law import documents, number
from dongvon.demo.tables import rows
from dongvon.domain.audit.operations.settling import GRANTED
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.operations.decide_rules import decide_rules
from dongvon.domain.lending.operations.propose_rules import (
    AskingDraft,
    BandDraft,
    CheckDraft,
    LimitDraft,
    NoticeDraft,
    OrderDraft,
    PeriodDraft,
    RegimeDraft,
    propose_rules,
)
from dongvon.domain.lending.vocabulary import LaterCheck, PetitionKind, Prepaid, RuleBasis
from dongvon.domain.programmes.operations.cite import cite
from dongvon.domain.programmes.queries.catalogue import catalogue, legal_bases
from dongvon.domain.programmes.vocabulary import Confidence, Fund

SEED = UUID("01930000-0000-7000-8000-00000000ca7b")


def load_servicing(*, maker: Actor, checker: Actor, at: datetime) -> None:
    """Cite and propose as `maker`, decide as `checker`, once the catalogue is loaded; again changes nothing."""
    with transaction.atomic():
        cite(key=uuid5(SEED, "cite"), by=maker, at=at, documents=tuple(documents("servicing")))
        rules = propose_rules(key=uuid5(SEED, "propose"), by=maker, at=at, rules=_rules())
        decide_rules(key=uuid5(SEED, "decide"), by=checker, at=at, rules=rules, decision=GRANTED)


def _rules() -> tuple[RuleBasis, ...]:
    bases = {basis.title.partition(":")[0]: basis.id for basis in legal_bases()}
    programmes = {":".join(filter(None, (row.code, row.variant))): row.id for row in catalogue()}
    return (
        *(OrderDraft(**_basis(row, bases), **_order(row)) for row in rows("servicing/orders")),
        *(
            RegimeDraft(**_basis(row, bases), programme=programmes.get(row["programme"]), unpaid=row["unpaid"])
            for row in rows("servicing/regimes")
        ),
        *(PeriodDraft(**_basis(row, bases), **_period(row, programmes)) for row in rows("servicing/periods")),
        *(LimitDraft(**_basis(row, bases), **_limit(row, programmes)) for row in rows("servicing/limits")),
        *(NoticeDraft(**_basis(row, bases), days=int(row["days"])) for row in rows("servicing/notices")),
        *(
            CheckDraft(
                **_basis(row, bases),
                kind=LaterCheck(row["kind"]),
                days=int(row["days"]),
                yearly_percent=number(row["yearly_percent"]),
            )
            for row in rows("servicing/checks")
        ),
        *(AskingDraft(**_basis(row, bases), **_asking(row, programmes)) for row in rows("servicing/askings")),
        *(BandDraft(**_basis(row, bases), **_band(row)) for row in rows("servicing/bands")),
    )


def _order(row: dict[str, str]) -> dict[str, Any]:
    return {
        "fund": Fund(row["fund"]),
        "overdue": row["overdue"] == "1",
        "kinds": tuple(row["kinds"].split()),
        "prepaid": Prepaid(row["prepaid"]),
    }


def _period(row: dict[str, str], programmes: dict[str, UUID]) -> dict[str, Any]:
    return {**_reach(row, programmes), "months": int(row["months"]), "floor_to": int(row["floor_to"])}


def _limit(row: dict[str, str], programmes: dict[str, UUID]) -> dict[str, Any]:
    share = {"months": number(row["months"]), "percent": number(row["percent"]), "base": row["base"]}
    return {**_reach(row, programmes), **share}


def _asking(row: dict[str, str], programmes: dict[str, UUID]) -> dict[str, Any]:
    return {
        "programme": programmes.get(row["programme"]),
        "kind": PetitionKind(row["kind"]),
        "working_days": int(row["working_days"]),
        "or_session": row["or_session"] == "1",
    }


def _band(row: dict[str, str]) -> dict[str, Any]:
    return {
        "cause_code": row["cause_code"],
        "from_percent": Decimal(row["from_percent"]),
        "measure": row["measure"],
        "most_months": number(row["most_months"]),
    }


def _reach(row: dict[str, str], programmes: dict[str, UUID]) -> dict[str, Any]:
    return {"programme": programmes.get(row["programme"]), "up_to_months": number(row["up_to_months"])}


def _basis(row: dict[str, str], bases: dict[str, UUID]) -> dict[str, Any]:
    return {
        "from_on": date.fromisoformat(row["from_on"]),
        "basis": bases[row["basis"]],
        "confidence": Confidence(row["confidence"]),
        "since_stated": row["since_stated"] == "1",
    }
