"""The program refuses to serve from a database that is behind its code."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from dongvon.config.database import install


@pytest.mark.django_db(transaction=True)
def test_a_prepared_database_is_served_from() -> None:
    install.require_prepared()


@pytest.mark.django_db(transaction=True)
def test_other_handwritten_sql_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    files = install.install_files()
    monkeypatch.setattr(install, "install_files", lambda: files[:-1])
    with pytest.raises(install.Unprepared, match="dongvon database prepare"):
        install.require_prepared()


@pytest.mark.django_db(transaction=True)
def test_a_missing_migration_is_noticed() -> None:
    MigrationRecorder(connection).record_unapplied("audit", "0001_initial")
    with pytest.raises(install.Unprepared):
        install.require_prepared()
