"""Lists for the demo's borrowers: who has a loan of a programme for the poor is, or was, on such a list."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from dongvon.demo.tables import rows
from dongvon.domain.audit.vocabulary import SYSTEM, Actor
from dongvon.domain.people.operations.approve_limit import approve_limit
from dongvon.domain.people.operations.approve_standard import approve_standard
from dongvon.domain.people.operations.propose_limit import propose_limit
from dongvon.domain.people.operations.propose_standard import propose_standard
from dongvon.domain.people.operations.take_over_lists import take_over_lists
from dongvon.domain.people.vocabulary import Area, Limit, ListKind, Measure, StandardDraft
from dongvon.kernel.calendar import add_months
from dongvon.kernel.confidence import Confidence
from dongvon.kernel.ids import derived_id

_KEYS: Final = UUID("01930000-0000-7000-8000-0000000090f1")
_KINDS: Final = {"01": ListKind.POOR, "19": ListKind.NEAR_POOR, "09": ListKind.ESCAPED, "02": ListKind.STUDENT}
_BEGINS: Final = date(2010, 1, 1)
#: Households of the demo leave poverty after so many years; who borrowed less long ago is still on the list.
_YEARS_POOR: Final = 3
_ESCAPED_MONTHS: Final = 36
_LIMITS: Final = (
    (Limit.POSTING_DAYS, 3, "Chưa rõ văn bản", Confidence.REMEMBERED),
    (Limit.ESCAPED_MONTHS, _ESCAPED_MONTHS, "Quyết định 28/2015/QĐ-TTg", Confidence.REMEMBERED),
    (Limit.STOP_DAYS, 15, "Nghị định 356/2025/NĐ-CP, điều 5", Confidence.SECOND_HAND),
)


def load_list_law(*, maker: Actor, checker: Actor, at: datetime) -> None:
    """Standards and terms, as dated rows with their basis and how sure they are, proposed by one, approved by another.

    Running it again changes nothing.
    """
    with transaction.atomic():
        for number, row in enumerate(rows("lists/standards")):
            key = derived_id(_KEYS, f"standard {number}")
            made = propose_standard(key=key, by=maker, at=at, standard=_standard(row))
            approve_standard(key=derived_id(key, "approved"), by=checker, at=at, proposal=made)
        for limit, amount, basis, sure in _LIMITS:
            key = derived_id(_KEYS, limit)
            proposal = propose_limit(
                key=key, by=maker, at=at, limit=limit, amount=amount, on=_BEGINS, basis=basis, confidence=sure
            )
            approve_limit(key=derived_id(key, "approved"), by=checker, at=at, proposal=proposal)


def list_borrowers(
    lines: Iterable[str], *, codes: Mapping[int, str], name: str, maker: UUID, checker: UUID, on: date, at: datetime
) -> None:
    """Put the borrowers of loans told as lines of a portfolio on lists; `codes` gives each series' programme."""
    told: dict[tuple[str, bool], tuple[str, date, date | None]] = {}
    for line in lines:
        cells = line.split(",")
        kind = _KINDS.get(codes[int(cells[2])])
        if kind is not None:
            since = date.fromisoformat(cells[8]).replace(month=1, day=1)
            told.setdefault((cells[7], kind is ListKind.STUDENT), (kind, since, _until(kind, since, on=on)))
    lines = (f"{who},{kind},{since},{until or ''}" for (who, _), (kind, since, until) in told.items())
    table = "\n".join(("person,kind,since,until", *lines, "")).encode()
    take_over_lists(
        key=derived_id(_KEYS, f"lists {name}"),
        by=SYSTEM,
        at=at,
        table=table,
        maker=maker,
        checker=checker,
        decision="15/QĐ-UBND",
    )


def _until(kind: ListKind, since: date, *, on: date) -> date | None:
    if kind is ListKind.ESCAPED:
        return add_months(since, _ESCAPED_MONTHS)
    left = since.replace(year=since.year + _YEARS_POOR)
    return left if kind is not ListKind.STUDENT and left <= on else None


def _standard(row: Mapping[str, str]) -> StandardDraft:
    return StandardDraft(
        measure=Measure(row["measure"]),
        area=Area(row["area"]),
        from_on=date.fromisoformat(row["from_on"]),
        until_on=date.fromisoformat(row["until_on"]) if row["until_on"] else None,
        over=int(row["over"]),
        up_to=int(row["up_to"]),
        deprivations=int(row["deprivations"]) if row["deprivations"] else None,
        basis=row["basis"],
        confidence=Confidence(row["confidence"]),
    )
