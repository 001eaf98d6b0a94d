"""Ten families worth telling, from first request to money, and the funds they draw on."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from dongvon.demo.families.settle import ENVELOPE, key_of, settle
from dongvon.demo.families.tell import Road, id_of, tell
from dongvon.demo.families.volume import load_volume
from dongvon.demo.story.people import Cast
from dongvon.demo.tables import rows
from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.capital.operations.limit_fund import limit_fund
from dongvon.domain.capital.operations.propose_fund_limit import propose_fund_limit
from dongvon.domain.capital.vocabulary import LimitDraft
from dongvon.domain.lending.operations.apply import (
    ApplicationDraft,
    AuthorisationDraft,
    CourseDraft,
    ItemDraft,
    PaperDraft,
    UndertakingDraft,
    apply,
)
from dongvon.domain.lending.operations.take_in import take_in
from dongvon.domain.lending.queries.conditions import key_of as programme_key
from dongvon.domain.people.operations.take_over_lists import take_over_lists
from dongvon.domain.programmes.queries.catalogue import catalogue, legal_bases
from dongvon.domain.programmes.vocabulary import CeilingPer, Fund

#: Supposed, in đồng: what the whole city may promise in a year from each fund.
LIMITS: Final = {Fund.CENTRAL: 2_400_000_000_000, Fund.LOCAL: 600_000_000_000}


def load_families(cast: Cast, *, on: date) -> None:
    """All told before the business day `on`, through the operations; asked again, nothing changes."""
    with transaction.atomic():
        _limit_funds(cast, on)
        hamlet = settle(cast.city)
        _list(cast, since=date(on.year, 1, 1))
        road = Road(cast=cast, hamlet=hamlet, on=on)
        programmes = {programme_key(row.code, row.variant): row.id for row in catalogue()}
        for row in rows("families/families"):
            _ask(road, row, programmes[row["programme"]])
        for row in rows("families/buyers"):
            _buy(road, row, programmes["12.mua"])
        buyers = tuple(id_of(row) for row in rows("families/buyers"))
        take_in(**road.envelope(cast.called("minh"), 7, "buyers"), applications=buyers)
        tell(road)
        load_volume(road, programmes=programmes)


def _limit_funds(cast: Cast, on: date) -> None:
    bases = {basis.title.partition(":")[0]: basis.id for basis in legal_bases()}
    for fund, amount in LIMITS.items():
        limit = LimitDraft(
            fund=fund,
            unit=None,
            from_on=date(on.year, 1, 1),
            until_on=date(on.year + 1, 1, 1),
            amount=amount,
            basis=bases["06/2026/NĐ-CP"],
        )
        proposed = {"by": cast.called("ha"), "at": ENVELOPE["at"], "limit": limit}
        row: UUID = propose_fund_limit(key=key_of("propose limit", fund, str(on.year)), **proposed)
        granted: dict[str, Any] = {"by": cast.called("lan"), "at": ENVELOPE["at"], "limit": row}
        limit_fund(key=key_of("limit", fund, str(on.year)), **granted)


def _list(cast: Cast, *, since: date) -> None:
    """The ward certified them for the year, where their programme asks for that."""
    lines = (
        f"{key_of(row['code'], 'head')},{row['list']},{since}," for row in rows("families/families") if row["list"]
    )
    take_over_lists(
        key=key_of("lists", str(since)),
        by=SYSTEM,
        at=datetime.combine(since, time(2), tzinfo=UTC),
        maker=cast.called("hieu").person,
        checker=cast.called("nhung").person,
        decision="15/QĐ-UBND",
        table="\n".join(("person,kind,since,until", *lines, "")).encode(),
    )


def _ask(road: Road, row: dict[str, str], programme: UUID) -> None:
    head, other = key_of(row["code"], "head"), key_of(row["code"], "other")
    learner = row["programme"].startswith("02")
    signed = AuthorisationDraft(
        signed_on=road.at(21).date(), witness="Trần Văn Khiêm", signers=(head,) if learner else (head, other)
    )
    draft = ApplicationDraft(
        **_common(road, row, programme),
        own_capital=int(row["own"]),
        term_months=int(row["term"]),
        purpose=row["purpose"],
        items=tuple(_plan(row)),
        authorisation=None if row["stop"] == "requested" else signed,
        course=_course(road, other) if learner else None,
        papers=tuple(PaperDraft(code=code) for code in row["papers"].split()),
    )
    apply(**road.envelope(road.hamlet.leader, 20, row["code"], "ask"), application=draft)


def _plan(row: dict[str, str]) -> Iterator[ItemDraft]:
    """The lines of a family's plan: item, quantity, amount, use; one line of all of it where none is told."""
    whole = f"{row['purpose']}|1 phương án|{int(row['amount']) + int(row['own'])}|"
    for line in (row["plan"] or whole).split(";"):
        item, quantity, amount, use = line.split("|")
        yield ItemDraft(item=item, quantity=quantity, amount=int(amount), use=CeilingPer(use) if use else None)


def _buy(road: Road, row: dict[str, str], programme: UUID) -> None:
    bought = UndertakingDraft(
        kind="home_purchase",
        partner="Công ty Phát triển Nhà Đồng Nai",
        project=row["project"],
        value=int(row["value"]),
        paid=int(row["paid"]),
    )
    draft = ApplicationDraft(
        **_common(road, row, programme),
        term_months=300,
        purpose=f"Mua căn hộ nhà ở xã hội, {row['project']}",
        unit=road.hamlet.office,
        undertaking=bought,
        papers=(PaperDraft(code="housing_group"), PaperDraft(code="home_contract")),
        monthly_income=int(row["income"]),
        grounds=tuple(row["grounds"].split()),
    )
    apply(**road.envelope(road.cast.called("minh"), 9, row["code"], "ask"), application=draft)


def _common(road: Road, row: dict[str, str], programme: UUID) -> dict[str, Any]:
    return {
        "id": id_of(row),
        "programme": programme,
        "household": road.hamlet.households[row["code"]],
        "borrower": key_of(row["code"], "head"),
        "amount": int(row["amount"]),
    }


def _course(road: Road, student: UUID) -> CourseDraft:
    return CourseDraft(
        student=student,
        school="Trường Đại học Công nghệ Đồng Nai",
        field="Kỹ thuật vi mạch, trí tuệ nhân tạo",
        level="Đại học",
        starts_on=date(road.on.year, 9, 1),
        ends_on=date(road.on.year + 4, 6, 30),
        months=40,
        tuition=60_000_000,
    )
