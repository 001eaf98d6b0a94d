"""The embedded server survives what happens to processes: crowds, kills, leftovers."""

import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from dongvon.config.database.account import Account
from dongvon.config.database.cluster import SHARED_PLACE, Cluster, locate_cluster
from dongvon.config.database.connection import administrator_connection
from dongvon.config.database.lease import Lease, in_use, leased, start_and_stay, stop_for_all
from dongvon.config.database.server import is_ready, running_pid
from dongvon.config.environment import Environment
from tests.concurrency.conftest import NOBODY, ServerUser, start_user

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")

NewUser = Callable[[], ServerUser]


def test_a_crowd_starts_one_server_and_the_last_one_out_stops_it(new_user: NewUser, cluster: Cluster) -> None:
    crowd = [new_user() for _ in range(5)]
    facts = [user.hear() for user in crowd]
    assert [fact["ready"] for fact in facts] == [True] * 5
    assert sorted(fact["started"] for fact in facts) == [False] * 4 + [True]
    assert len({fact["pid"] for fact in facts}) == 1
    assert [user.leave()["stopped"] for user in crowd] == [False] * 4 + [True]
    assert running_pid(cluster) is None


def test_a_server_whose_starter_was_killed_is_used_again(new_user: NewUser, cluster: Cluster) -> None:
    starter = new_user()
    pid = starter.hear()["pid"]
    starter.kill()
    assert is_ready(cluster)
    assert not in_use(cluster)
    lease = Lease(cluster)
    assert lease.take() is False
    assert running_pid(cluster) == pid
    assert lease.give_back() is True


def test_a_killed_server_is_started_again_with_its_data(cluster: Cluster, environment: Environment) -> None:
    lease = Lease(cluster)
    lease.take()
    with administrator_connection(environment) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 39 AS directive")
        connection.execute("CHECKPOINT")
    pid = running_pid(cluster)
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    assert lease.renew() is True
    with administrator_connection(environment) as connection:
        assert connection.execute("SELECT directive FROM kept").fetchone() == (39,)
    lease.give_back()


def test_a_stale_lock_that_names_a_stranger_is_swept(cluster: Cluster) -> None:
    with leased(cluster):
        pass
    stale = cluster.data / "postmaster.pid"
    stale.write_text(f"{os.getpid()}\n{cluster.data}\n")
    cluster.account.give(stale)
    with leased(cluster):
        assert running_pid(cluster) not in (None, os.getpid())


def test_a_creation_that_was_cut_off_is_begun_anew(cluster: Cluster) -> None:
    half_made = cluster.folder / "creating-1"
    half_made.mkdir(parents=True)
    (half_made / "PG_VERSION").write_text("0")
    with leased(cluster):
        assert is_ready(cluster)
    assert not half_made.exists()


def test_a_server_told_to_stay_outlives_its_users(cluster: Cluster) -> None:
    start_and_stay(cluster)
    with leased(cluster):
        pass
    assert is_ready(cluster)
    stop_for_all(cluster)
    assert running_pid(cluster) is None


def test_only_a_private_socket_is_open(cluster: Cluster, environment: Environment) -> None:
    with leased(cluster), administrator_connection(environment) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        for folder in (cluster.socket, cluster.data):
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
            assert folder.stat().st_uid == cluster.account.uid


def test_variables_of_libpq_do_not_lead_astray(
    cluster: Cluster, environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"PGHOSTADDR": "192.0.2.1", "PGPORT": "1", "PGOPTIONS": "-c role=nobody"}.items():
        monkeypatch.setenv(name, value)
    with leased(cluster), administrator_connection(environment) as connection:
        assert connection.info.transaction_status is psycopg.pq.TransactionStatus.IDLE


def test_a_long_path_gets_a_short_socket(home: Path, environment: Environment) -> None:
    deep = home / ("sâu" * 12) / ("hơn" * 12) / "nữa"
    deep.mkdir(parents=True)
    cluster = locate_cluster(Environment(**{**vars(environment), "home": deep}))
    with leased(cluster):
        assert is_ready(cluster)
    assert len(os.fsencode(cluster.socket)) < 100


@as_root
def test_an_ordinary_account_runs_its_own_server(home: Path, cluster: Cluster) -> None:
    own = home / "ordinary"
    own.mkdir()
    os.chown(own, NOBODY, NOBODY)
    user = start_user(own, cluster.binaries.folder, uid=NOBODY)
    facts = user.hear()
    assert (facts["started"], facts["ready"]) == (True, True)
    assert Path(f"/proc/{facts['pid']}").stat().st_uid == NOBODY
    assert user.leave()["stopped"] is True


@as_root
def test_root_steps_down_and_keeps_away_from_its_own_home(home: Path, environment: Environment) -> None:
    hidden = home / "hidden"
    hidden.mkdir(mode=0o700)
    cluster = locate_cluster(Environment(**{**vars(environment), "home": hidden}))
    assert cluster.account.steps_down
    assert cluster.account.uid != 0
    assert cluster.folder.is_relative_to(SHARED_PLACE)


def test_reaching_asks_every_folder_on_the_way(home: Path) -> None:
    closed = home / "closed"
    closed.mkdir(mode=0o700)
    stranger = Account(uid=closed.stat().st_uid + 7, gid=closed.stat().st_gid + 7, steps_down=True)
    assert stranger.reaches(home / "open")
    assert not stranger.reaches(closed / "inside")
