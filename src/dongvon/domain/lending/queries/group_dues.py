"""What the members of a group owe by their next session, and what groups owe in all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from django.db import connection
from django.db.models import Count, F, Sum

from dongvon.domain.lending.models import Loan

_SQL = Path(__file__).parents[1] / "sql"
_STATEMENT = (_SQL / "group_dues.sql").read_text(encoding="utf-8")
_OF_POINT = (_SQL / "point_dues.sql").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """A loan of a member: what is owed of it by the day, in đồng; `late_since` when an instalment was missed."""

    borrower: UUID
    loan: UUID
    contract_number: str
    programme_code: str
    programme_name: str
    outstanding: int
    overdue: int
    interest: int
    principal: int
    late_since: date | None

    @property
    def late(self) -> bool:
        """Whether something should have been paid before."""
        return bool(self.overdue or self.late_since)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDues:
    """What a group is to bring to a session, in đồng."""

    group: UUID
    code: str
    leader: UUID
    leader_name: str
    organisation: str
    loans: int
    outstanding: int
    principal: int
    interest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupStand:
    """What a group owes, in đồng."""

    outstanding: int
    overdue: int


def group_dues(group: UUID, *, today: date, until: date) -> list[DueRow]:
    """Every open loan of a group, by contract."""
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENT, {"group": group, "today": today, "until": until})
        rows = cursor.fetchall()
    names = list(DueRow.__dataclass_fields__)
    return [DueRow(**dict(zip(names, row, strict=True))) for row in rows]


def point_dues(point: UUID, *, until: date) -> list[GroupDues]:
    """The groups of a transaction point that have open loans, by code."""
    with connection.cursor() as cursor:
        cursor.execute(_OF_POINT, {"point": point, "until": until})
        rows = cursor.fetchall()
    names = list(GroupDues.__dataclass_fields__)
    return [GroupDues(**dict(zip(names, row, strict=True))) for row in rows]


def group_stands(groups: Iterable[UUID]) -> dict[UUID, GroupStand]:
    """What each of the groups owes today."""
    found = Loan.objects.filter(group_id__in=list(groups), closed_on=None).values("group_id")
    sums = found.annotate(owed=Sum(F("in_term") + F("overdue") + F("frozen")), late=Sum("overdue")).order_by()
    return {
        row["group_id"]: GroupStand(outstanding=row["owed"], overdue=row["late"]) for row in sums if row["group_id"]
    }


def entrusted() -> dict[str, int]:
    """What groups in sight owe in all: households (borrowers), outstanding and overdue, in đồng."""
    found = Loan.objects.filter(group_id__isnull=False, closed_on=None, lent__gt=0)
    sums = found.aggregate(
        households=Count("borrower_id", distinct=True),
        outstanding=Sum(F("in_term") + F("overdue") + F("frozen"), default=0),
        overdue=Sum("overdue", default=0),
    )
    return {name: int(value) for name, value in sums.items()}


def overdue_groups(*, limit: int = 50) -> dict[UUID, int]:
    """Groups in sight with overdue principal, in đồng, the most first."""
    found = Loan.objects.filter(overdue__gt=0, group_id__isnull=False, closed_on=None).values_list("group_id")
    sums = found.annotate(late=Sum("overdue")).order_by("-late")
    return {group: late for group, late in sums[:limit] if group}
