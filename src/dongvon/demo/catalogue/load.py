"""The catalogue of programmes, as far as it is known, with the confidence of each fact."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID, uuid5

from django.db import transaction

from dongvon.demo.law import day, documents, number
from dongvon.demo.tables import rows
from dongvon.domain.audit.operations.settling import GRANTED
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.programmes.operations.cite import cite
from dongvon.domain.programmes.operations.decide_rates import decide_rates
from dongvon.domain.programmes.operations.decide_term import decide_term
from dongvon.domain.programmes.operations.exclude import exclude
from dongvon.domain.programmes.operations.propose_rate import propose_rate
from dongvon.domain.programmes.operations.propose_term import propose_term
from dongvon.domain.programmes.operations.publish import publish
from dongvon.domain.programmes.vocabulary import (
    AppliesTo,
    CeilingDraft,
    CeilingPer,
    Channel,
    Confidence,
    Fund,
    PriorityClass,
    RateDraft,
    RateStep,
    TermDraft,
)

SEED = UUID("01930000-0000-7000-8000-00000000ca7a")


def load_catalogue(*, maker: Actor, checker: Actor, at: datetime) -> None:
    """Cite, publish, propose as `maker`, approve as `checker`; running it again changes nothing.

    The city's own conditions for locally funded loans are not known, so those loans take the central ones, marked so.
    """
    with transaction.atomic():
        bases = cite(key=_key("cite"), by=maker, at=at, documents=tuple(documents("catalogue")))
        programmes = _publish_all(maker, at)
        _put_terms_in_force(programmes, bases, maker=maker, checker=checker, at=at)
        proposals = tuple(_propose_rates(programmes, bases, maker, at))
        decide_rates(key=_key("decide rates"), by=checker, at=at, proposals=proposals, decision=GRANTED)
        _exclude_all(programmes, bases, maker, at)


def _key(*parts: str) -> UUID:
    return uuid5(SEED, " ".join(parts))


def _name(row: dict[str, str]) -> str:
    return f"{row['code']}.{row['variant']}".rstrip(".")


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _publish_all(by: Actor, at: datetime) -> dict[str, UUID]:
    return {
        _name(row): publish(
            key=_key("publish", _name(row)),
            by=by,
            at=at,
            code=row["code"],
            variant=row["variant"],
            name=row["name"],
            who=row["who"],
        )
        for row in rows("catalogue/programmes")
    }


def _put_terms_in_force(
    programmes: dict[str, UUID], bases: dict[str, UUID], *, maker: Actor, checker: Actor, at: datetime
) -> None:
    for row in rows("catalogue/terms"):
        for fund in Fund:
            term = _term(row, programmes[_name(row)], bases[row["basis"]], fund)
            version = (_name(row), fund, row["effective_on"])
            proposal = propose_term(key=_key("term", *version), by=maker, at=at, term=term)
            key = _key("decide term", *version)
            decide_term(key=key, by=checker, at=at, proposal=proposal, decision=GRANTED)


def _term(row: dict[str, str], programme: UUID, basis: UUID, fund: Fund) -> TermDraft:
    return TermDraft(
        programme=programme,
        fund=fund,
        effective_on=date.fromisoformat(row["effective_on"]),
        since_stated=row["since_stated"] == "1",
        until=day(row["until"]),
        channel=Channel(row["channel"]),
        longest_months=number(row["longest_months"]),
        grace_months=int(row["grace_months"]),
        collateral_above=number(row["collateral_above"]),
        overdue_percent=_decimal(row["overdue_percent"]),
        short_course_months=number(row["short_course_months"]),
        short_course_times=number(row["short_course_times"]),
        course_times=number(row["course_times"]),
        rollover=row["rollover"] == "1",
        ceilings=tuple(_ceiling(text) for text in row["ceilings"].split(";")),
        basis=basis,
        confidence=_confidence(row, fund),
    )


def _ceiling(text: str) -> CeilingDraft:
    per, _, most = text.partition(":")
    if per.endswith("share"):
        return CeilingDraft(per=CeilingPer(per), percent=Decimal(most))
    return CeilingDraft(per=CeilingPer(per), amount=int(most))


def _confidence(row: dict[str, str], fund: Fund) -> Confidence:
    return Confidence(row["confidence"]) if fund is Fund.CENTRAL else Confidence.INFERRED


def _propose_rates(programmes: dict[str, UUID], bases: dict[str, UUID], by: Actor, at: datetime) -> Iterator[UUID]:
    for row in rows("catalogue/rates"):
        for fund in Fund:
            draft = RateDraft(
                programme=programmes[_name(row)],
                fund=fund,
                priority_class=PriorityClass(row["priority_class"]),
                area="",
                step=_step(row),
                since_stated=row["since_stated"] == "1",
                basis=bases[row["basis"]],
                confidence=_confidence(row, fund),
            )
            key = _key("rate", _name(row), fund, row["priority_class"], row["effective_on"])
            yield propose_rate(key=key, by=by, at=at, rate=draft)


def _step(row: dict[str, str]) -> RateStep:
    return RateStep(
        effective_on=date.fromisoformat(row["effective_on"]),
        until=day(row["until"]),
        percent=Decimal(row["percent"]),
        applies_to=AppliesTo(row["applies_to"]),
    )


def _exclude_all(programmes: dict[str, UUID], bases: dict[str, UUID], by: Actor, at: datetime) -> None:
    for row in rows("catalogue/exclusions"):
        exclude(
            key=_key("exclude", row["held"], row["barred"]),
            by=by,
            at=at,
            barred=programmes[row["barred"]],
            held=(programmes[row["held"]],),
            basis=bases[row["basis"]],
            confidence=Confidence(row["confidence"]),
        )
