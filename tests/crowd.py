"""A hundred and more units on the last evening: each with its head, its report written, nothing handed in yet."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.units.models import Post, Unit, UnitName, User
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Entry, Evidence, Figure, Report
from tests.reporting import Reporting, owe

ALWAYS = DateRange(date(2020, 1, 1), None)


@dataclass(frozen=True)
class Seat:
    """One unit's head and the report that waits to be handed in."""

    head: UUID
    unit: UUID
    report: UUID


def gather(world: Reporting, *, count: int) -> list[Seat]:
    """Stored in bulk: the crowd is the scene, not what is tested."""
    units = [Unit(code=f"so-{n}", body="so-tai-chinh", level="city", valid=ALWAYS) for n in range(count)]
    Unit.objects.bulk_create(units)
    UnitName.objects.bulk_create(
        UnitName(unit=unit, full_name=f"Sở {unit.code}", short_name=unit.code, valid=ALWAYS) for unit in units
    )
    heads = _heads(units, granted_by=world.actor("hoa").person, world=world)
    for unit in units:
        owe(world, unit.pk)
    reports = [_report(world, unit.pk, head.pk) for unit, head in zip(units, heads, strict=True)]
    Report.objects.bulk_create(reports)
    _write(world, reports)
    return [
        Seat(head=head.pk, unit=unit.pk, report=report.pk)
        for head, unit, report in zip(heads, units, reports, strict=True)
    ]


def _heads(units: list[Unit], *, granted_by: UUID, world: Reporting) -> list[User]:
    heads = [User(email=f"{unit.code}@dongnai.example", full_name="Lê Văn Tùng", joined_at=world.at) for unit in units]
    User.objects.bulk_create(heads)
    Post.objects.bulk_create(
        Post(
            user=head, unit=unit, role=Role.UNIT_HEAD, title="Giám đốc", valid=ALWAYS,
            granted_by_id=granted_by, granted_at=world.at,
        )
        for head, unit in zip(heads, units, strict=True)
    )  # fmt: skip
    return heads


def _report(world: Reporting, unit: UUID, head: UUID) -> Report:
    who = {"opened_by_id": head, "opened_at": world.at, "changed_by_id": head, "changed_at": world.at}
    return Report(round_id=world.round, reporter_id=unit, edition=1, **who)


def _write(world: Reporting, reports: list[Report]) -> None:
    who = [{"report": each, "changed_by_id": each.changed_by_id, "changed_at": world.at} for each in reports]
    words = {"status": "done", "narrative": "Đã thực hiện.", "assessment": "Tốt", "edition": 1}
    Entry.objects.bulk_create(
        Entry(**each, clause_id=clause, **words) for each in who for clause in world.clauses.values()
    )
    Evidence.objects.bulk_create(
        Evidence(**each, clause_id=world.clauses["1a"], title="Tin", link="https://dongnai.gov.vn") for each in who
    )
    Figure.objects.bulk_create(
        Figure(**each, slot_id=slot, value=7, edition=1) for each in who for slot in world.slots.values()
    )
