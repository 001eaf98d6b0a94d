"""An address of a database means what libpq says it means, and the process's role is always taken."""

from pathlib import Path

import pytest

from dongvon.config.database.connection import database_settings, forget_libpq_variables
from dongvon.config.environment import read_environment


def settings_for(address: str, home: Path) -> dict[str, object]:
    return database_settings(
        read_environment(
            {
                "DONGVON_MODE": "test",
                "DONGVON_HOME": str(home),
                "DATABASE_URL": address,
                "DONGVON_DATABASE_ROLE": "dongvon_worker",
            }
        )
    )


def test_an_address_is_taken_apart(tmp_path: Path) -> None:
    found = settings_for("postgresql://lan:m%40t@db.example.vn:6432/von?sslmode=require", tmp_path)
    assert (found["USER"], found["PASSWORD"]) == ("lan", "m@t")
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example.vn", "6432", "von")
    assert found["OPTIONS"] == {"sslmode": "require", "options": "-c role=dongvon_worker"}


def test_several_hosts_stay_together(tmp_path: Path) -> None:
    found = settings_for("postgresql://db1:5432,db2:5433/von?target_session_attrs=read-write", tmp_path)
    assert (found["HOST"], found["PORT"]) == ("db1,db2", "5432,5433")


def test_given_options_are_kept_and_the_role_comes_last(tmp_path: Path) -> None:
    found = settings_for("postgresql://db/von?options=-c%20work_mem%3D64MB", tmp_path)
    assert found["OPTIONS"] == {"options": "-c work_mem=64MB -c role=dongvon_worker"}


def test_variables_of_libpq_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGHOSTADDR", "192.0.2.1")
    forget_libpq_variables()
    with pytest.raises(KeyError):
        monkeypatch.delenv("PGHOSTADDR")
