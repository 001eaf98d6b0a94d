"""Receipts handed to the database, which does the whole work in one call."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.operations.calling import call
from dongvon.domain.lending.rules.chart import CASH
from dongvon.domain.lending.vocabulary import Payment

EACH = """
SELECT * FROM lending_repay(
    %(on)s, %(person)s, %(at)s, %(ids)s::uuid[], %(loans)s::uuid[], %(amounts)s::bigint[], %(values)s::date[],
    %(means)s, %(cash)s
)
"""
TOGETHER = EACH.replace("*", "count(*) AS receipts, coalesce(sum(amount), 0)::bigint AS amount", 1)


def receive(statement: str, payments: Sequence[Payment], *, by: Actor, at: datetime, on: date) -> list[dict[str, Any]]:
    """Meet `payments` on business date `on`; locked in one order, so that batches never wait in a ring."""
    ordered = sorted(payments, key=lambda each: each.loan)
    columns = {
        "ids": [each.receipt for each in ordered],
        "loans": [each.loan for each in ordered],
        "amounts": [each.amount for each in ordered],
        "values": [each.value_on for each in ordered],
        "means": [str(each.means) for each in ordered],
        "cash": [CASH[each.means] for each in ordered],
    }
    return call(statement, {"on": on, "person": by.person, "at": at, **columns})
