"""Writing from a page: one operation under the form's key, refused in words."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import BadRequest
from django.db import IntegrityError, connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import RequestFactory
from django.utils import translation

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.models import Unit
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.kernel.refusals import Refusal

pytestmark = pytest.mark.django_db

KEY = UUID(int=7)
HOA = Actor(person=UUID(int=1), unit=UUID(int=2), roles=frozenset({"unit_reporter"}))


class TooLate(Refusal):
    text = "Đã khóa sổ ngày {day}."
    field = "note"


class NoteForm(forms.Form):
    note = forms.CharField()


def accept(*, key: UUID, by: Actor, at: datetime, note: str) -> tuple[UUID, UUID, bool, str]:
    return key, by.person, at.tzinfo is not None, note


def found_twice(*, key: UUID, by: Actor, at: datetime, level: str) -> None:
    for _ in range(2):
        Unit.objects.create(code="ubnd", body="ubnd", level=level, valid=DateRange(date(2003, 1, 1), None))


def refuse(*, key: UUID, by: Actor, at: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('dongvon.mark', 'left', true)")
    raise TooLate(day="31/12/2026")


def asked(**posted: str) -> Any:
    request: Any = RequestFactory().post("/", posted)
    request.session = {}
    request.actor = HOA
    request._messages = CookieStorage(request)
    return request


def test_an_act_carries_the_key_of_the_form_the_person_and_the_moment() -> None:
    outcome = perform(asked(key=str(KEY)), accept, note="xong")
    assert outcome
    assert outcome.result == (KEY, HOA.person, True, "xong")


@pytest.mark.parametrize("posted", [{}, {"key": "không phải khóa"}])
def test_a_form_without_a_key_is_not_ours(posted: dict[str, str]) -> None:
    with pytest.raises(BadRequest):
        perform(asked(**posted), accept, note="xong")


def test_whoever_was_overtaken_is_told_so() -> None:
    """A check passes for two at once; the constraint then stops the second, which is no fault of the program."""
    request = asked(key=str(KEY))
    outcome = perform(request, found_twice, level="city")
    assert (outcome.refusal and outcome.refusal.code) == "Overtaken"
    assert not Unit.objects.exists()
    assert "Hãy tải lại trang" in str(next(iter(get_messages(request))))


def test_any_other_broken_constraint_is_a_fault() -> None:
    with pytest.raises(IntegrityError, match="units_unit_commune_has_place"):
        perform(asked(key=str(KEY)), found_twice, level="")


def test_a_refusal_stands_at_its_field() -> None:
    form = NoteForm({"note": "xong"})
    outcome = perform(asked(key=str(KEY)), refuse, form=form)
    assert not outcome
    assert form.errors == {"note": ["Đã khóa sổ ngày 31/12/2026."]}


def test_a_refusal_without_its_field_in_the_form_concerns_the_whole() -> None:
    form = forms.Form({})
    perform(asked(key=str(KEY)), refuse, form=form)
    assert form.non_field_errors() == ["Đã khóa sổ ngày 31/12/2026."]


def test_a_refusal_without_a_form_is_told_on_the_next_page() -> None:
    request = asked(key=str(KEY))
    outcome = perform(request, refuse)
    led = answer(request, outcome, to="home:today", done="Đã xong.")
    assert (led.status_code, led["Location"]) == (302, "/")
    assert [(each.level_tag, each.message) for each in get_messages(request)] == [
        ("error", "Đã khóa sổ ngày 31/12/2026.")
    ]


def test_nothing_of_a_refused_act_remains() -> None:
    perform(asked(key=str(KEY)), refuse)
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('dongvon.mark', true), '')")
        assert cursor.fetchone() == ("",)


def test_done_is_said_once_and_leads_on() -> None:
    request = asked(key=str(KEY))
    led = answer(request, perform(request, accept, note="xong"), to="home:today", done="Đã xong.")
    assert led["Location"] == "/"
    assert [each.message for each in get_messages(request)] == ["Đã xong."]


def test_a_partial_act_moves_the_whole_window() -> None:
    request = asked(key=str(KEY))
    request.META["HTTP_HX_REQUEST"] = "true"
    led = answer(request, perform(request, accept, note="xong"), to="home:today", done="Đã xong.")
    assert (led.status_code, led["HX-Redirect"]) == (200, "/")


def test_a_refusal_without_a_translation_stays_vietnamese() -> None:
    with translation.override("en"):
        assert perform(asked(key=str(KEY)), refuse).told == "Đã khóa sổ ngày 31/12/2026."
