"""kill -9 at random moments while tellers post and days are closed: nothing acknowledged is lost, nothing is doubled.

`python -m bench.crashes`, or `make crash ROUNDS=20`. Every other round kills the database server itself, with all
its processes. After each round everything is asked again with the same keys and every sub-ledger is verified.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from bench._database import fresh_database

ROUNDS = int(os.environ.get("ROUNDS", "6"))
LOANS, TELLERS = 60, 3
START = date(2026, 3, 10)
TELLER = UUID("00000000-0000-7000-8000-000000000001")
SERVER_GONE = 7
PATIENCE = 180
RECORDS = """
SELECT (SELECT count(*) FROM lending_receipt), (SELECT count(*) FROM audit_event WHERE verb = 'lending.repay')
"""


def main() -> int:
    """0 when no round lost or doubled anything."""
    if sys.argv[1:]:
        return _work(*sys.argv[1:])
    chance = random.Random(os.environ.get("SEED"))
    with fresh_database(), tempfile.TemporaryDirectory() as folder:
        _lend()
        faults = sum(_round(number, Path(folder), chance) for number in range(1, ROUNDS + 1))
    print("Nothing was lost and nothing doubled." if not faults else f"{faults} faults")
    return 1 if faults else 0


def _lend() -> None:
    from django.db import transaction

    from tests.operations.lending.bank import found_bank

    with transaction.atomic():
        bank = found_bank()
        for number in range(LOANS):
            bank.lend(
                on=START,
                amount=50_000_000 + number * 100_000,
                dues=(START + timedelta(days=33 + number), date(2036, 3, 10)),
            )


def _round(number: int, folder: Path, chance: random.Random) -> int:
    """Let tellers post and days close until a random moment, kill, start again, and count what is wrong."""
    from django.db import connections

    said = [folder / f"{number}.{teller}" for teller in range(TELLERS)]
    workers = [_start("post", str(chance.random()), str(path)) for path in said] + [_start("close", "", "")]
    connections.close_all()
    _wait_for_the_first(said)
    time.sleep(chance.random() * 3)
    whole = number % 2 == 0
    if whole:
        _kill_server()
    for worker in workers:
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    if whole:
        _start_server()
    acknowledged, asked = _heard(said)
    faults = _faults(acknowledged, asked)
    what = "the server and all processes" if whole else "all processes"
    print(f"  round {number}: killed {what}; {len(acknowledged)} receipts told of, {_days()} days closed", flush=True)
    for fault in faults:
        print(f"    {fault}")
    return len(faults)


def _wait_for_the_first(said: list[Path]) -> None:
    """Until every teller has been told of a receipt."""
    deadline = time.monotonic() + PATIENCE
    while not all(path.exists() and "done" in path.read_text() for path in said):
        assert time.monotonic() < deadline, "the tellers do not begin"
        time.sleep(0.05)


def _start(*words: str) -> subprocess.Popen[bytes]:
    from django.db import connection

    name = str(connection.settings_dict["NAME"])
    return subprocess.Popen([sys.executable, "-m", "bench.crashes", name, *words], start_new_session=True)


def _kill_server() -> None:
    """The postmaster and every process of it, none of which may tidy up."""
    from dongvon.config.database.cluster import locate_cluster
    from dongvon.config.database.server import running_pid
    from dongvon.config.environment import ENVIRONMENT

    master = running_pid(locate_cluster(ENVIRONMENT))
    assert master is not None, "the server runs"
    children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    for pid in (master, *map(int, children)):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _start_server() -> None:
    from dongvon.config.database.cluster import locate_cluster
    from dongvon.config.database.lease import Lease
    from dongvon.config.environment import ENVIRONMENT

    time.sleep(0.5)
    Lease(locate_cluster(ENVIRONMENT)).renew()


def _heard(said: list[Path]) -> tuple[dict[UUID, UUID], list[list[str]]]:
    """Receipts by key, as tellers were told; and all that was asked for."""
    lines = [line.split() for path in said if path.exists() for line in path.read_text().splitlines()]
    done = {UUID(words[1]): UUID(words[2]) for words in lines if words[0] == "done" and len(words) == 3}
    return done, [words for words in lines if words[0] == "ask" and len(words) == 5]


def _faults(acknowledged: dict[UUID, UUID], asked: list[list[str]]) -> list[str]:
    from django.db import transaction

    from dongvon.domain.ledger.queries import verification as books
    from dongvon.domain.lending.jobs import close_days
    from dongvon.domain.lending.models import Receipt
    from dongvon.domain.lending.queries.verification import verify

    kept = set(Receipt.objects.values_list("id", flat=True))
    faults = [f"receipt {each} is lost" for each in acknowledged.values() if each not in kept]
    before = Receipt.objects.count()
    for _, key, loan, amount, on in asked:
        if UUID(key) in acknowledged:
            with transaction.atomic():
                again = _repay(UUID(key), UUID(loan), int(amount), date.fromisoformat(on))
            faults += [] if again == acknowledged[UUID(key)] else [f"request {key} gave another receipt"]
    faults += [] if Receipt.objects.count() == before else ["asking again doubled a receipt"]
    close_days(until=_open_day())
    faults += [f"{each.of}: {each.subject} {each.kept} ≠ {each.found}" for each in verify()]
    return faults + [str(each) for each in books.verify()] + _without_a_record()


def _without_a_record() -> list[str]:
    """Receipts and records of the trail are the same in number: each was committed with the other or not at all."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(RECORDS)
        receipts, records = cursor.fetchone()
    return [] if receipts == records else [f"{receipts} receipts, {records} records"]


def _days() -> int:
    from dongvon.domain.lending.models import CloseRun

    return CloseRun.objects.exclude(finished_at=None).count()


def _open_day() -> date:
    from dongvon.domain.lending.queries.closing import open_day

    return open_day() or START


def _repay(key: UUID, loan: UUID, amount: int, on: date) -> UUID:
    from dongvon.domain.audit.vocabulary import Actor
    from dongvon.domain.lending.operations.repay import repay
    from dongvon.domain.units.vocabulary import Role
    from tests.operations.lending.law import AT

    by = Actor(person=TELLER, unit=None, roles=frozenset({Role.TELLER}))
    return repay(key=key, by=by, at=AT, on=on, loan=loan, amount=amount).receipt


def _work(database: str, what: str, seed: str, said: str) -> int:
    """A process that will be killed: posts, or closes, until then."""
    import django
    from django.db import DatabaseError

    django.setup()
    from tests.database import point_django_at

    point_django_at(database)
    with suppress(DatabaseError):
        _close_for_ever() if what == "close" else _post_for_ever(random.Random(seed), Path(said))
    return SERVER_GONE


def _close_for_ever() -> None:
    from dongvon.domain.lending.jobs import close_days

    while True:
        close_days(until=_open_day())
        time.sleep(0.4)


def _post_for_ever(chance: random.Random, said: Path) -> None:
    from django.db import transaction

    from dongvon.domain.lending.models import Loan
    from dongvon.kernel.ids import new_id
    from dongvon.kernel.refusals import Refusal

    loans = list(Loan.objects.values_list("id", flat=True))
    with said.open("a", buffering=1) as told:
        while True:
            key, loan, amount, on = new_id(), chance.choice(loans), chance.randint(1_000, 400_000), _open_day()
            told.write(f"ask {key} {loan} {amount} {on}\n")
            try:
                with transaction.atomic():
                    receipt = _repay(key, loan, amount, on)
            except Refusal:
                continue
            told.write(f"done {key} {receipt}\n")


if __name__ == "__main__":
    sys.exit(main())
