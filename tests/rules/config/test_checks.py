"""The deploy check refuses what only a demo may have."""

from dataclasses import replace

import pytest

from dongvon.config import checks
from dongvon.config.environment import ENVIRONMENT, Mode


@pytest.fixture
def production(monkeypatch: pytest.MonkeyPatch) -> None:
    given = replace(ENVIRONMENT, mode=Mode.PRODUCTION, database_url="postgresql://somewhere/else")
    monkeypatch.setattr(checks, "ENVIRONMENT", given)


def test_the_embedded_server_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "ENVIRONMENT", replace(ENVIRONMENT, database_url=None))
    assert [message.id for message in checks.check_database(None)] == ["dongvon.E001"]


@pytest.mark.django_db
def test_an_ordinary_login_is_accepted(production: None) -> None:
    assert checks.check_database(None) == []


@pytest.mark.django_db
def test_a_login_that_bypasses_policies_is_refused(production: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "FROM_LOGIN", checks.FROM_LOGIN.replace("session_user", "'postgres'"))
    assert [message.id for message in checks.check_database(None)] == ["dongvon.E002"]


def test_a_mode_for_play_is_warned_about() -> None:
    assert [message.id for message in checks.check_mode(None)] == ["dongvon.W001"]


def test_production_is_not_warned_about(production: None) -> None:
    assert checks.check_mode(None) == []
