"""The gate: undeclared pages are shown to nobody, declared ones to whom they name, in that person's scope."""

from datetime import datetime

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import get_resolver, reverse

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.units.operations.close_account import close_account
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.shell.access import access_of, walk
from dongvon.kernel.ids import new_id
from tests.interfaces.signing_in import sign_in
from tests.operations.units.city import City

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.interfaces.shell.probes")]


def test_every_address_of_the_program_says_who_may_see_it() -> None:
    known = list(walk(get_resolver(settings.ROOT_URLCONF)))
    undeclared = [pattern.pattern.describe() for _, pattern in known if access_of(pattern.callback) is None]
    assert len(known) > 10
    assert [each for each in undeclared if "forgotten" not in each] == []


def test_an_undeclared_page_is_shown_to_nobody(director: Client) -> None:
    assert director.get("/forgotten/").status_code == 403


def test_a_public_page_is_open(client: Client) -> None:
    assert client.get("/open/").content == b"open"


def test_a_stranger_is_sent_to_sign_in_and_back(client: Client) -> None:
    answer = client.get("/branch/?ky=2026")
    assert answer.status_code == 302
    assert answer["Location"] == reverse("account_login") + "?next=%2Fbranch%2F%3Fky%3D2026"


def test_a_partial_request_of_a_stranger_moves_the_whole_window(client: Client) -> None:
    answer = client.get("/branch/", headers={"HX-Request": "true"})
    assert answer["HX-Redirect"].startswith(reverse("account_login"))
    assert answer.content == b""


def test_the_audience_comes_in(director: Client) -> None:
    assert director.get("/branch/").content == b"branch"


def test_roles_narrow_an_audience(director: Client) -> None:
    answer = director.get("/officers/")
    assert answer.status_code == 403
    assert "Cán bộ tổng hợp chi nhánh" in answer.content.decode()


def test_another_audience_is_told_whose_page_it_is(reporter: Client) -> None:
    answer = reporter.get("/branch/")
    assert answer.status_code == 403
    assert "Giám đốc chi nhánh" in answer.content.decode()


def test_who_may_approve_needs_a_second_factor(client: Client, city: City) -> None:
    sign_in(client, city.person("lan", unit="nhcsxh-chi-nhanh", role=Role.BRANCH_DIRECTOR), twice=False)
    answer = client.get("/branch/")
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("mfa_index"))


def test_who_reads_of_everybody_needs_a_second_factor(client: Client, city: City) -> None:
    sign_in(client, city.person("nam", unit="nhcsxh-chi-nhanh", role=Role.INSPECTOR), twice=False)
    assert client.get("/who/").status_code == 302


def test_who_only_prepares_comes_in_with_a_password(client: Client, city: City) -> None:
    sign_in(client, city.person("mai", unit="ubnd-26041", role=Role.UNIT_REPORTER), twice=False)
    assert client.get("/who/").status_code == 200


def test_the_database_knows_who_asks(reporter: Client, city: City) -> None:
    told = reporter.get("/who/").json()
    role, person, everything, units = told["database"]
    assert (role, person, everything) == ("dongvon_web", str(city.people["mai"]), "off")
    assert str(city.units["ubnd-26041"]) in units
    assert str(city.units["ubnd-26242"]) not in units
    assert told["actor"] == str(city.people["mai"])
    assert told["roles"] == ["unit_reporter"]


def test_a_person_with_two_posts_acts_for_the_chosen_unit(reporter: Client, city: City) -> None:
    city.person("mai", unit="ubnd-26242", role=Role.UNIT_HEAD)
    assert reporter.get("/who/").json()["unit"] == str(city.units["ubnd-26041"])
    reporter.post(reverse("account:act_for"), {"unit": str(city.units["ubnd-26242"])})
    told = reporter.get("/who/").json()
    assert (told["unit"], told["roles"]) == (str(city.units["ubnd-26242"]), ["unit_head"])


def test_nobody_acts_for_a_unit_without_a_post_there(reporter: Client, city: City) -> None:
    reporter.post(reverse("account:act_for"), {"unit": str(city.units["ubnd-26242"])})
    assert reporter.get("/who/").json()["unit"] == str(city.units["ubnd-26041"])


def test_a_closed_account_asks_as_nobody(reporter: Client, city: City, at: datetime) -> None:
    envelope = {"key": new_id(), "by": SYSTEM, "at": at}
    close_account(person=city.people["mai"], on=at.date(), reason="Nghỉ hưu", **envelope)
    assert reporter.get("/who/").status_code == 302


def test_what_a_failed_request_did_is_rolled_back(client: Client) -> None:
    client.raise_request_exception = False
    assert client.get("/fails/").status_code == 500
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('dongvon.mark', true), '')")
        assert cursor.fetchone() == ("",)
