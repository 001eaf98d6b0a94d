"""The last minute: everybody hands in at once, two people write one report, the server is killed."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test import Client
from psycopg.conninfo import make_conninfo

from dongvon.config.database.connection import connection_parameters
from dongvon.config.environment import ENVIRONMENT
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Entry, Obligation, Report, Submission
from dongvon.domain.workplan.operations.submit import submit
from dongvon.domain.workplan.operations.write import write
from dongvon.kernel import clock
from dongvon.kernel.ids import new_id
from tests.concurrency.two import told
from tests.crowd import Seat, gather
from tests.interfaces.signing_in import sign_in
from tests.operations.units.city import build_city
from tests.reporting import Reporting, build_reporting

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

UNITS, HANDS = 130, 16


@pytest.fixture
def world() -> Reporting:
    with transaction.atomic():
        return build_reporting(build_city(), at=clock.now())


@pytest.fixture
def crowd(world: Reporting) -> list[Seat]:
    with transaction.atomic():
        return gather(world, count=UNITS)


def head(seat: Seat) -> Actor:
    return Actor(person=seat.head, unit=seat.unit, roles=frozenset({Role.UNIT_HEAD}))


def hand_in(seat: Seat) -> str:
    at = clock.now()
    return told(lambda: submit(key=new_id(), by=head(seat), at=at, report=seat.report, expects=1))


def whole() -> tuple[int, int, int]:
    """Submissions, reports handed in, and units all of whose obligations are met: always the same number."""
    met = Obligation.objects.filter(met_at__isnull=False).values("reporter").distinct().count()
    return Submission.objects.count(), Report.objects.filter(state="submitted").count(), met


def test_all_units_hand_in_in_the_same_minute(crowd: list[Seat]) -> None:
    with ThreadPoolExecutor(HANDS) as hands:
        outcomes = list(hands.map(hand_in, crowd))
    assert set(outcomes) == {"done"}
    assert whole() == (UNITS, UNITS, UNITS)


def test_one_report_handed_in_by_many_windows_is_handed_in_once(crowd: list[Seat]) -> None:
    with ThreadPoolExecutor(HANDS) as hands:
        outcomes = list(hands.map(hand_in, [crowd[0]] * HANDS))
    assert sorted(set(outcomes)) == ["HandedIn", "done"]
    assert outcomes.count("done") == 1
    assert whole() == (1, 1, 1)


def test_of_two_who_write_one_entry_at_once_one_is_told(world: Reporting, crowd: list[Seat]) -> None:
    seat, clause = crowd[0], world.clauses["1a"]

    def rewrite(narrative: str) -> str:
        words = {"status": "done", "narrative": narrative, "assessment": "Tốt"}
        asked = {"report": seat.report, "clause": clause, "expects": 1, **words}
        return told(lambda: write(key=new_id(), by=head(seat), at=clock.now(), **asked))

    with ThreadPoolExecutor(2) as hands:
        outcomes = list(hands.map(rewrite, ["Bản của Hoa", "Bản của Tùng"]))
    assert sorted(outcomes) == ["ChangedMeanwhile", "done"]
    kept = Entry.objects.get(report=seat.report, clause=clause).narrative
    assert kept == ["Bản của Hoa", "Bản của Tùng"][outcomes.index("done")]


def test_kill_9_of_the_server_loses_nothing_it_acknowledged(crowd: list[Seat]) -> None:
    cookies = {seat.report: session_of(seat.head) for seat in crowd}
    keys = {seat.report: new_id() for seat in crowd}

    def post(port: int, seat: Seat) -> bool:
        return posted(port, seat.report, cookie=cookies[seat.report], key=keys[seat.report])

    with served() as (server, port), ThreadPoolExecutor(HANDS) as hands:
        answers = [hands.submit(post, port, seat) for seat in crowd]
        wait_for(lambda: sum(answer.done() for answer in answers) >= UNITS // 4)
        os.killpg(server.pid, signal.SIGKILL)
        acknowledged = {seat.report for seat, answer in zip(crowd, answers, strict=True) if answer.result()}
    assert UNITS // 8 <= len(acknowledged) < UNITS, "the server was to be killed half-way"
    assert acknowledged <= set(Submission.objects.values_list("report", flat=True))
    assert len(set(whole())) == 1, "nothing is half done"
    with served() as (_, port), ThreadPoolExecutor(HANDS) as hands:
        assert all(hands.map(lambda seat: post(port, seat), crowd)), "asking again with the same keys gives the answer"
    assert whole() == (UNITS, UNITS, UNITS)


def session_of(person: UUID) -> str:
    """The cookie of somebody who signed in with both factors."""
    client = Client()
    sign_in(client, person)
    return f"sessionid={client.cookies['sessionid'].value}"


@contextlib.contextmanager
def served() -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The real web server over the database of this test, in a process group of its own."""
    port = free_port()
    known = connection_parameters(ENVIRONMENT) | {"dbname": connection.settings_dict["NAME"]}
    given = {
        "DATABASE_URL": make_conninfo(**known), "DONGVON_HOME": str(ENVIRONMENT.home), "DONGVON_MODE": "test",
        "PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.defpath,
    }  # fmt: skip
    words = [sys.executable, "-m", "dongvon.config.entry", "serve", "--bind", f"127.0.0.1:{port}"]
    server = subprocess.Popen(words, env=given, start_new_session=True)
    try:
        wait_for(lambda: listens(port))
        yield server, port
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.wait(30)


def posted(port: int, report: UUID, *, cookie: str, key: UUID) -> bool:
    """Whether the server said that the report was handed in; a broken connection said nothing."""
    token = "t" * 32
    words = {"csrfmiddlewaretoken": token, "key": str(key), "expects": "1", "confirmed": "on"}
    headers = {"Cookie": f"{cookie}; csrftoken={token}", "Content-Type": "application/x-www-form-urlencoded"}
    client = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        client.request("POST", f"/bao-cao/{report}/nop/gui/", urlencode(words), headers)
        answer = client.getresponse()
        return answer.status == 302 and answer.headers["Location"] == f"/bao-cao/{report}/"
    except (OSError, HTTPException):
        return False
    finally:
        client.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_for(ready: Callable[[], bool], *, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)
