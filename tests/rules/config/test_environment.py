"""The environment is read once, typed, and its faults are told together."""

import re
import stat
from pathlib import Path

import pytest

from dongvon.config.environment import DatabaseRole, MailServer, Mode, UnfitEnvironment, read_environment

FIT = {
    "DONGVON_MODE": "production",
    "DONGVON_SECRET_KEY": "k" * 50,
    "DONGVON_IDENTITY_KEY": "i" * 50,
    "DONGVON_HOSTS": "dongvon.example.vn, www.dongvon.example.vn",
    "DATABASE_URL": "postgresql://dongvon@db.example.vn/dongvon",
}


def test_a_production_environment_is_read_whole(tmp_path: Path) -> None:
    environment = read_environment(FIT | {"DONGVON_HOME": str(tmp_path)})
    assert environment.mode is Mode.PRODUCTION
    assert environment.hosts == ("dongvon.example.vn", "www.dongvon.example.vn")
    assert environment.home == tmp_path
    assert environment.database_role is DatabaseRole.WEB
    assert not environment.debug


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ("DONGVON_SECRET_KEY", "at least 32 characters"),
        ("DONGVON_IDENTITY_KEY", "at least 32 characters"),
        ("DONGVON_HOSTS", "needs host names"),
        ("DATABASE_URL", "needs a real PostgreSQL server"),
    ],
)
def test_production_refuses_what_the_demo_makes_up(missing: str, told: str, tmp_path: Path) -> None:
    given = {name: value for name, value in FIT.items() if name != missing} | {"DONGVON_HOME": str(tmp_path)}
    with pytest.raises(UnfitEnvironment, match=told):
        read_environment(given)


@pytest.mark.parametrize("name", ["DATABASE_URL", "DONGVON_HOSTS", "DONGVON_BEHIND_PROXY"])
def test_a_server_for_others_never_becomes_a_demo_by_silence(name: str, tmp_path: Path) -> None:
    """A forgotten DONGVON_MODE must not open one-click sign-in to whoever finds the address."""
    given = {"DONGVON_HOME": str(tmp_path), name: "1"}
    with pytest.raises(UnfitEnvironment, match=f"{name}.*DONGVON_MODE"):
        read_environment(given)
    assert read_environment(given | {"DONGVON_MODE": "demo"}).mode is Mode.DEMO


def test_alone_on_a_desk_the_program_is_a_demo(tmp_path: Path) -> None:
    assert read_environment({"DONGVON_HOME": str(tmp_path)}).mode is Mode.DEMO


def test_all_faults_are_told_together(tmp_path: Path) -> None:
    given = {
        "DONGVON_MODE": "testing",
        "DONGVON_DEBUG": "yes",
        "DONGVON_MAIL_URL": "mail.example.vn",
        "DONGVON_HOME": str(tmp_path),
    }
    with pytest.raises(UnfitEnvironment) as refused:
        read_environment(given)
    assert re.findall(r"DONGVON_[A-Z]+_?[A-Z]*", str(refused.value)) == [
        "DONGVON_MODE",
        "DONGVON_DEBUG",
        "DONGVON_MAIL_URL",
    ]


def test_debug_is_refused_in_production(tmp_path: Path) -> None:
    with pytest.raises(UnfitEnvironment, match="never in production"):
        read_environment(FIT | {"DONGVON_DEBUG": "1", "DONGVON_HOME": str(tmp_path)})


def test_a_mail_address_is_taken_apart(tmp_path: Path) -> None:
    given = {"DONGVON_MAIL_URL": "smtps://lan:m%40t@mail.example.vn", "DONGVON_HOME": str(tmp_path)}
    expected = MailServer(host="mail.example.vn", port=465, user="lan", password="m@t", tls=True)
    assert read_environment(given).mail_server == expected


def test_the_demo_keeps_its_secret_to_itself(tmp_path: Path) -> None:
    first = read_environment({"DONGVON_HOME": str(tmp_path)})
    again = read_environment({"DONGVON_HOME": str(tmp_path)})
    assert len(first.secret_key) >= 48
    assert first.secret_key == again.secret_key
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
