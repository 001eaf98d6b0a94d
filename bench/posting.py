"""Posting repayments through the whole operation, beside pgbench with a hand-written script of the same statements."""

import os
import random
import re
import subprocess
import sys
from multiprocessing import get_context
from time import perf_counter
from uuid import UUID

from bench._clock import report, timed
from bench._database import fresh_database
from bench._portfolio import AT, DAY, SQL, build_portfolio

LOANS = int(os.environ.get("LOANS", "100000"))
SECONDS = int(os.environ.get("SECONDS", "8"))
SHARE = 0.5
SESSION, SESSION_MARK = 2_000, 1.0
TELLER = UUID("00000000-0000-7000-8000-000000000001")


def main() -> int:
    """0 when posting keeps half of pgbench's rate at 1 and 8 clients, and a session its mark."""
    with fresh_database():
        build_portfolio(LOANS)
        kept = [_compare(clients) for clients in (1, 8)]
        return 0 if all([*kept, _session()]) else 1


def _compare(clients: int) -> bool:
    floor = _pgbench(clients)
    reached = _post(clients)
    if floor is None:
        print(f"  {clients} clients: {reached:,.0f} receipts a second; no pgbench here to measure against")
        return True
    share = reached / floor
    words = "ok" if share >= SHARE else "MISSED"
    print(
        f"  {clients} clients: {reached:8,.0f} receipts a second,"
        f" pgbench {floor:8,.0f}: {share:.0%}, mark {SHARE:.0%} {words}"
    )
    return share >= SHARE


def _pgbench(clients: int) -> float | None:
    """Transactions a second of the hand-written script, or None where pgbench is not installed."""
    from django.db import connection

    from dongvon.config.database.binaries import find_binaries

    program = find_binaries(None).folder / "pgbench"
    if not program.exists():
        return None
    settings = connection.settings_dict
    command = [str(program), "-n", "-M", "simple", "-c", str(clients), "-j", "2", "-T", str(SECONDS)]
    command += ["-f", str(SQL / "posting_floor.sql"), *(f"-D{name}={value}" for name, value in _variables().items())]
    command += ["-h", settings["HOST"], "-p", settings["PORT"], "-U", settings["USER"], settings["NAME"]]
    environment = {**os.environ, "PGOPTIONS": "-c role=dongvon_web"}
    answer = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    found = re.search(r"tps = ([\d.]+)", answer.stdout)
    assert found, answer.stderr
    return float(found[1])


def _variables() -> dict[str, object]:
    from dongvon.domain.ledger.models import Account
    from dongvon.domain.units.models import Unit

    numbers = {"cash": "1012", "loans_account": "2111.01.1", "income_account": "7020.01.1"}
    accounts = {name: Account.objects.get(number=number).id for name, number in numbers.items()}
    return {"loans": LOANS, "unit": Unit.objects.filter(body="nhcsxh-pgd").earliest("code").id, **accounts}


def _post(clients: int) -> float:
    """Receipts a second of so many processes, each with a connection of its own."""
    from django.db import connection, connections

    name = connection.settings_dict["NAME"]
    connections.close_all()
    with get_context("spawn").Pool(clients) as pool:
        return sum(pool.starmap(_teller, [(name, number) for number in range(clients)]))


def _teller(database: str, seed: int) -> float:
    """One teller receiving for `SECONDS`; the rate reached."""
    import django

    django.setup()
    from dongvon.config.environment import DatabaseRole
    from tests.database import point_django_at

    point_django_at(database, role=DatabaseRole.WEB)
    chance = random.Random(seed)
    for _ in range(50):
        _receive(chance)
    start, done = perf_counter(), 0
    while perf_counter() - start < SECONDS:
        _receive(chance)
        done += 1
    return done / (perf_counter() - start)


def _receive(chance: random.Random) -> None:
    from django.db import transaction

    from dongvon.domain.audit.vocabulary import Actor
    from dongvon.domain.lending.operations.repay import repay
    from dongvon.domain.units.queries.scope import enter_scope
    from dongvon.domain.units.vocabulary import Role
    from dongvon.kernel.ids import new_id
    from dongvon.kernel.scope import Scope

    by = Actor(person=TELLER, roles=frozenset({Role.TELLER}))
    loan = UUID(f"{chance.randint(1, LOANS):012x}70008000000000000000")
    with transaction.atomic():
        enter_scope(Scope(person=TELLER, everything=True))
        repay(key=new_id(), by=by, at=AT, on=DAY, loan=loan, amount=chance.randint(500_000, 1_500_000))


def _session() -> bool:
    """One commune's session in one call."""
    from django.db import transaction

    from dongvon.domain.audit.vocabulary import SYSTEM
    from dongvon.domain.lending.operations.repay_many import repay_many
    from dongvon.domain.lending.vocabulary import Payment
    from dongvon.kernel.ids import new_id

    numbers = random.Random(7).sample(range(1, LOANS), SESSION)
    payments = tuple(
        Payment(receipt=new_id(), loan=UUID(f"{number:012x}70008000000000000000"), amount=700_000, value_on=DAY)
        for number in numbers
    )
    with timed() as taken, transaction.atomic():
        repay_many(key=new_id(), by=SYSTEM, at=AT, on=DAY, payments=payments)
    return report(f"a session of {SESSION:,} receipts in one call", taken.seconds, mark=SESSION_MARK)


if __name__ == "__main__":
    sys.exit(main())
