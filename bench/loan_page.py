"""The page of a loan with ten years of history, beside its bare rows read with one statement each."""

import sys
from datetime import date
from uuid import UUID

from bench._clock import p95, report
from bench._database import fresh_database

MARK = 0.050
SIGNED_ON, TODAY = date(2016, 1, 10), date(2026, 1, 10)
TABLES = ("instalment", "movement", "disbursement", "receipt", "overduetransfer", "loanextension", "notice", "freeze")


def main() -> int:
    """0 when 95 of 100 requests stay within the mark."""
    with fresh_database():
        loan = _lived()
        floor = p95(lambda: _rows(loan))
        return 0 if report("a loan's page, ten years of history", _page(loan), mark=MARK, floor=floor) else 1


def _lived() -> UUID:
    """Lent in January 2016, interest paid at every session, principal each year."""
    from django.db import transaction

    from dongvon.kernel.calendar import add_months
    from tests.operations.lending.bank import found_bank

    dues = tuple(add_months(SIGNED_ON, 12 * year) for year in range(1, 11))
    with transaction.atomic():
        bank = found_bank()
        loan = bank.lend("04", on=SIGNED_ON, amount=90_000_000, term_months=120, dues=dues)
        for month in range(1, 120):
            bank.pay(loan, 1_000_000, on=add_months(SIGNED_ON, month))
    return loan.id


def _page(loan: UUID) -> float:
    from django.conf import settings
    from django.db import transaction
    from django.test import override_settings
    from django.urls import reverse

    from tests.conftest import WebClient
    from tests.interfaces.signing import sign_in

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    override_settings(STORAGES=settings.STORAGES | {"staticfiles": plain}).enable()  # nothing was collected here
    client = WebClient()
    with transaction.atomic():
        sign_in(client, "inspector")
    address = reverse("loans:loan", args=[loan])
    assert client.get(address).status_code == 200
    return p95(lambda: client.get(address))


def _rows(loan: UUID) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT * FROM lending_{table} WHERE loan_id = %s", [loan])
            cursor.fetchall()


if __name__ == "__main__":
    sys.exit(main())
