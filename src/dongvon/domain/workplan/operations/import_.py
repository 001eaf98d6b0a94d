"""Import a plan: read a file and keep what was read as a draft for review."""

import re
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.queries.aliases import known_mentions
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Clause, Plan, Source
from dongvon.domain.workplan.operations.acting import person_of
from dongvon.domain.workplan.operations.drafting import store
from dongvon.domain.workplan.queries.read_plan import read_plan
from dongvon.domain.workplan.rules.lineage import lineage_of
from dongvon.domain.workplan.rules.reading.shapes import PlanReading
from dongvon.domain.workplan.rules.span import years_of
from dongvon.domain.workplan.vocabulary import PlanState
from dongvon.kernel.refusals import Refusal

#: The word for the kind of paper, which a list of plans need not repeat.
_GENRE = re.compile(r"^KẾ HOẠCH\s+(?=\S)", re.IGNORECASE)


class AlreadyImported(Refusal):
    """The same file is in the house already."""

    text = "Tệp này đã được nhập ngày {on} thành kế hoạch “{title}”. Đề nghị mở bản đã nhập."
    field = "file"


@operation(allowed={Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.SYSTEM})
def import_(
    *, key: UUID, by: Actor, at: datetime, file_name: str, content: bytes, convert_legacy: bool = False
) -> UUID:
    """The draft's id; all of it is stored or nothing. `convert_legacy` turns TCVN3 or VNI text into Unicode.

    Refuses AlreadyImported, and whatever the reader refuses (no plan, empty, protected, unreadable).
    """
    _refuse_known(sha256(content).digest())
    reading = read_plan(content, file_name=file_name, convert_legacy=convert_legacy, aliases=known_mentions())
    plan = _plan(reading, by=by, at=at)
    Source.objects.create(
        plan=plan,
        file_name=file_name,
        format=reading.format,
        content=content,
        sha256=sha256(content).digest(),
        lines=_lines(reading),
        converted_from=reading.converted_from,
    )
    store(plan, reading, lineage=_lineage(reading))
    return plan.pk


def _refuse_known(digest: bytes) -> None:
    known = Plan.objects.filter(source__sha256=digest).first()
    if known is not None:
        raise AlreadyImported(on=f"{known.imported_at:%d/%m/%Y}", title=known.title)


def _plan(reading: PlanReading, *, by: Actor, at: datetime) -> Plan:
    issued_on = date.fromisoformat(reading.issued_on) if reading.issued_on else None
    targets = [target.year for target in reading.targets if target.year]
    first_year, last_year = years_of(title=reading.title, issued_on=issued_on, read_on=at.date(), target_years=targets)
    return Plan.objects.create(
        number=reading.number or "",
        title=_GENRE.sub("", reading.title),
        issuer=reading.issuer or "",
        issued_on=issued_on,
        first_year=first_year,
        last_year=last_year,
        state=PlanState.DRAFT,
        imported_by_id=person_of(by),
        imported_at=at,
    )


def _lines(reading: PlanReading) -> list[str]:
    """Line n of the source stands at n - 1, as the review counts."""
    last = max((line.line for line in reading.source), default=0)
    texts = {line.line: line.text for line in reading.source}
    return [texts.get(number, "") for number in range(1, last + 1)]


def _lineage(reading: PlanReading) -> dict[str, UUID]:
    """Which clause of the plan in force each new clause continues."""
    current = Clause.objects.filter(plan__state=PlanState.ACTIVE).order_by("-plan__activated_at", "ordinal")
    earlier = [(row.pk, row.code, row.text) for row in current.only("id", "code", "text")]
    return lineage_of({clause.code: clause.text for clause in reading.clauses}, earlier=earlier)
