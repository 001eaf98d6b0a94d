"""Prove that the closings are what the transfers make of them."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import connection
from django.db.models import Count, Sum

from dongvon.domain.ledger.models import Day, Transfer

STATEMENT = (Path(__file__).parents[1] / "sql" / "verify.sql").read_text()


@dataclass(frozen=True)
class Difference:
    """A closing or a day's control sum that its transfers do not support; đồng, or a number of transfers."""

    subject: str
    day: date
    kept: tuple[int, int]
    found: tuple[int, int]


def verify() -> list[Difference]:
    """Every disagreement between days, closings and transfers; an empty list is a clean book."""
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT)
        closings = [
            Difference(number, day, (debit, credit), (found_debit, found_credit))
            for number, day, debit, credit, found_debit, found_credit in cursor.fetchall()
        ]
    return closings + _day_differences()


def _day_differences() -> list[Difference]:
    sums = {
        row["day"]: (row["number"], row["amount"])
        for row in Transfer.objects.values("day").annotate(number=Count("id"), amount=Sum("amount")).order_by("day")
    }
    differences, pending = [], sorted(sums)
    for day in Day.objects.order_by("day"):
        covered = [sums[date_] for date_ in pending if date_ <= day.day]
        pending = [date_ for date_ in pending if date_ > day.day]
        found = (sum(number for number, _ in covered), sum(amount for _, amount in covered))
        if found != (day.transfers, day.amount):
            differences.append(Difference("day", day.day, (day.transfers, day.amount), found))
    return differences
