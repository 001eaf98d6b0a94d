"""The accounts of rate series whose first loan comes in."""

from collections.abc import Iterable
from datetime import datetime

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.ledger.operations.add_account import add_account
from dongvon.domain.lending.models import AccountSet
from dongvon.domain.lending.rules.chart import chart_of
from dongvon.domain.programmes.queries.terms import keys_of_series
from dongvon.kernel.ids import new_id


def open_accounts(series: Iterable[int], *, by: Actor, at: datetime) -> None:
    """Open those that are not open yet."""
    wanted = set(series)
    known = set(AccountSet.objects.filter(series__in=wanted).values_list("series_id", flat=True))
    for number, (code, fund) in keys_of_series(wanted - known).items():
        chart = chart_of(code=code, fund=fund)
        add_account(key=new_id(), by=by, at=at, accounts=chart.rows)
        AccountSet.objects.bulk_create([AccountSet(series_id=number, **chart.numbers)], ignore_conflicts=True)
