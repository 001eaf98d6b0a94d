"""Describe a draft: number, title, issuer, date and years, as a reviewer reads the first page."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.operations.drafts import draft
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean

LONGEST_TERM = 15


class YearsOutOfOrder(Refusal):
    """The last year comes before the first, or too long after it."""

    text = "Năm cuối phải từ năm đầu trở đi và không quá 15 năm; đề nghị kiểm tra lại."
    field = "last_year"


@operation(allowed={Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.SYSTEM})
def describe(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    plan: UUID,
    number: str,
    title: str,
    issuer: str,
    issued_on: date | None,
    first_year: int,
    last_year: int,
) -> UUID:
    """The plan's id. Refuses NotFound, NotADraft, YearsOutOfOrder."""
    row = draft(plan)
    if not first_year <= last_year < first_year + LONGEST_TERM:
        raise YearsOutOfOrder
    row.number, row.title, row.issuer = clean(number), clean(title), clean(issuer)
    row.issued_on, row.first_year, row.last_year = issued_on, first_year, last_year
    row.save()
    return row.pk
