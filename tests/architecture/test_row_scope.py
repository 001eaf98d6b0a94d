"""Row scope is PostgreSQL's: every table answers the web's role with the asker's rows, or says why it is public."""

import pytest
from django.apps import apps
from django.db import connection

#: Tables whose every row may be read by everybody who is signed in, each with its reason.
PUBLIC = {
    "audit_seal": "a seal holds digests only, and anybody may check the chain",
    "capital_draw": "how much of each fund is set aside concerns everybody who lends it; no row names anybody",
    "capital_fundlimit": "as above: how much may be",
    "groups_point": "points and their days are public notices",
    "groups_pointday": "as above",
    "groups_sessionmove": "as above",
    "groups_sizerule": "law is public",
    "groups_criterionrule": "as above",
    "groups_graderule": "as above",
    "groups_paymentrule": "as above",
    "insight_boundary": "outlines of communes are public, as the communes are",
    "ledger_account": "the chart of accounts is the same for every office",
    "ledger_day": "which days are closed concerns everybody who books",
    "lending_accountset": "which accounts loans are booked on is the same for every office",
    "lending_allocationorder": "rules of servicing, as the catalogue",
    "lending_closerun": "which days are closed concerns everybody who books",
    "lending_closestep": "as above, step by step: sums of the whole branch",
    "lending_condition": "who may borrow is law: every citizen may read it",
    "lending_extensionlimit": "rules of servicing, as the catalogue",
    "lending_freezeband": "as above",
    "lending_holiday": "days off are law",
    "lending_instalmentperiod": "as above",
    "lending_checkperiod": "as above",
    "lending_noticeperiod": "as above",
    "lending_askingperiod": "as above",
    "lending_priorityground": "as the conditions",
    "lending_route": "which steps a file takes is law",
    "lending_specialarea": "which communes are difficult areas is published",
    "lending_stepdeadline": "how long a step may take is law",
    "lending_unpaidregime": "as above",
    "people_listlimit": "law is public",
    "people_standard": "as above",
    "programmes_ceiling": "the catalogue is published: every citizen may read it",
    "programmes_exclusion": "as above",
    "programmes_legalbasis": "as above",
    "programmes_programme": "as above",
    "programmes_ratecohort": "as above",
    "programmes_rateperiod": "as above",
    "programmes_ratesegment": "as above",
    "programmes_rateseries": "as above",
    "programmes_term": "as above",
    "units_place": "the map of communes is published by the State",
    "units_placeterm": "as above, by date",
    "units_formerplace": "as above, before the last rearrangement",
    "units_unit": "which organisations exist is public",
    "units_unitname": "as above, by date",
    "units_edge": "as above: who belongs to whom",
    "units_alias": "spellings of names of organisations",
    "workplan_deadlinerule": "how named days become moments: a rule for everybody",
    "workplan_ladderstep": "when people are reminded: a rule for everybody",
    "workplan_quiethours": "when letters may leave: a rule for everybody",
}


def _tables() -> set[str]:
    return {model._meta.db_table for model in apps.get_models() if model.__module__.startswith("dongvon.")}


def _policies() -> dict[str, set[str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename, unnest(roles)::text FROM pg_policies WHERE schemaname = 'public'")
        found: dict[str, set[str]] = {}
        for table, role in cursor.fetchall():
            found.setdefault(table, set()).add(role)
    return found


@pytest.mark.django_db
def test_every_table_has_policies_or_a_reason() -> None:
    policies = _policies()
    bare = {table for table in _tables() - PUBLIC.keys() if "dongvon_web" not in policies.get(table, set())}
    assert not bare


@pytest.mark.django_db
def test_row_security_is_switched_on_where_policies_are() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity")
        secured = {name for (name,) in cursor.fetchall()}
    assert _policies().keys() <= secured


@pytest.mark.django_db
def test_the_roles_own_nothing_and_bypass_nothing() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner"
            " WHERE r.rolname IN ('dongvon_web', 'dongvon_worker')"
        )
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT rolname FROM pg_roles WHERE rolname LIKE 'dongvon%' AND (rolsuper OR rolbypassrls)")
        assert cursor.fetchall() == []


def test_public_tables_exist() -> None:
    assert PUBLIC.keys() <= _tables()


@pytest.mark.django_db
def test_functions_that_look_as_the_owner_look_where_they_were_written_to_look() -> None:
    """Without a fixed path ending in `pg_temp`, a temporary table of the caller stands before ours."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname, proconfig, has_function_privilege('public', oid, 'EXECUTE') FROM pg_proc"
            " WHERE prosecdef AND pronamespace = 'public'::regnamespace"
        )
        found = cursor.fetchall()
    assert len(found) > 5
    assert [name for name, path, _ in found if path != ["search_path=public, pg_temp"]] == []
    assert [name for name, _, open_to_all in found if open_to_all] == []
