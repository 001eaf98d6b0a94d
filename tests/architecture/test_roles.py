"""The roles of a process: what runs the work owns no table and bypasses no policy."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.db import ProgrammingError, connection, transaction


def ask(question: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchall()


@pytest.mark.django_db
def test_tests_run_as_the_role_of_background_work() -> None:
    assert ask("SELECT current_user") == [("dongvon_worker",)]


@pytest.mark.django_db
def test_no_role_of_the_program_bypasses_policies() -> None:
    powers = "rolsuper OR rolbypassrls OR rolcanlogin"
    assert ask(f"SELECT rolname FROM pg_roles WHERE rolname LIKE 'dongvon\\_%' AND ({powers})") == []


@pytest.mark.django_db
def test_only_the_owner_owns() -> None:
    owners = "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'"
    assert ask(owners) == [("dongvon_owner",)]


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["dongvon_web", "dongvon_worker"])
def test_a_working_role_cannot_switch_a_policy_off(
    role: str, as_role: Callable[[str], AbstractContextManager[None]]
) -> None:
    with pytest.raises(ProgrammingError, match="must be owner"), transaction.atomic(), as_role(role):
        ask("ALTER TABLE audit_event DISABLE ROW LEVEL SECURITY")


@pytest.mark.django_db(transaction=True)
def test_a_committed_test_leaves_nothing() -> None:
    assert ask("SELECT count(*) FROM procrastinate_jobs") == [(0,)]
    ask("INSERT INTO procrastinate_jobs (task_name, queue_name) VALUES ('x', 'x') RETURNING id")


@pytest.mark.django_db
def test_and_the_next_one_sees_nothing() -> None:
    assert ask("SELECT count(*) FROM procrastinate_jobs") == [(0,)]
