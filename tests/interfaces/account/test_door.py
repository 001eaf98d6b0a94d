"""Signing in: with a password, with a second factor where the post asks for one, and never by signing up."""

import time
from dataclasses import replace
from runpy import run_path
from typing import Any
from unittest.mock import patch

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.usersessions.models import UserSession
from django.core import mail
from django.test import Client
from django.urls import reverse

from dongvon.config import environment
from dongvon.config import settings as base
from dongvon.config.environment import ENVIRONMENT
from dongvon.domain.units.models import User
from dongvon.domain.units.vocabulary import Role
from tests.operations.units.city import City

PASSWORD = "một câu dài dễ nhớ"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def give_password(city: City, name: str, *, role: Role = Role.UNIT_REPORTER, unit: str = "ubnd-26041") -> User:
    user = User.objects.get(pk=city.person(name, unit=unit, role=role))
    user.set_password(PASSWORD)
    user.save()
    return user


def code() -> str:
    return format_hotp_value(hotp_value(SECRET, next(yield_hotp_counters_from_time())))


def knock(client: Client, name: str, password: str = PASSWORD, **more: str):
    form = {"login": f"{name}@dongnai.example", "password": password, **more}
    return client.post(reverse("account_login"), form)


def test_behind_the_socket_of_a_proxy_its_header_tells_who_knocks(client: Client, city: City, settings: Any) -> None:
    """Such a peer has no address; without one nobody could be held to a number of trials, so nobody came in at all."""
    given = replace(ENVIRONMENT, behind_proxy=True)
    with patch.object(environment, "ENVIRONMENT", given):
        settings.ALLAUTH_TRUSTED_PROXY_COUNT = run_path(base.__file__)["ALLAUTH_TRUSTED_PROXY_COUNT"]
    give_password(city, "mai")
    client.defaults |= {"REMOTE_ADDR": "", "HTTP_X_FORWARDED_FOR": "6.6.6.6, 203.0.113.7"}
    assert knock(client, "mai").status_code == 302
    assert UserSession.objects.get().ip == "203.0.113.7"


def test_a_password_lets_a_reporter_in(client: Client, city: City) -> None:
    give_password(city, "mai")
    assert knock(client, "mai").headers["Location"] == "/tai-khoan/vao/"
    assert client.get("/tai-khoan/vao/").headers["Location"] == reverse("home:today")
    assert User.objects.get(email="mai@dongnai.example").last_login is not None


def test_a_wrong_password_does_not_and_says_so_in_vietnamese(client: Client, city: City) -> None:
    give_password(city, "mai")
    answer = knock(client, "mai", "sai mật khẩu rồi")
    assert "Thư điện tử hoặc mật khẩu chưa đúng" in answer.content.decode()
    assert client.get("/").status_code == 302


def test_too_many_wrong_passwords_are_stopped(client: Client, city: City) -> None:
    give_password(city, "mai")
    answers = [knock(client, "mai", "sai").content.decode() for _ in range(6)]
    assert "Nhập sai nhiều lần" in answers[-1]
    assert "Nhập sai nhiều lần" in knock(client, "mai").content.decode()


def test_a_closed_account_stays_out(client: Client, city: City) -> None:
    user = give_password(city, "mai")
    user.is_active = False
    user.save()
    knock(client, "mai")
    assert client.get("/").status_code == 302


def test_an_approver_without_second_factor_is_led_to_it(client: Client, city: City) -> None:
    give_password(city, "hoa", role=Role.UNIT_HEAD)
    knock(client, "hoa")
    for address in ("/", reverse("account:profile"), reverse("account:choose")):
        assert client.get(address).headers["Location"].startswith(reverse("mfa_index"))
    assert "Vai trò của bạn cần lớp xác thực thứ hai" in client.get(reverse("mfa_index")).content.decode()


def test_setting_up_the_app_opens_the_door(client: Client, city: City) -> None:
    give_password(city, "hoa", role=Role.UNIT_HEAD)
    knock(client, "hoa")
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    value = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    answer = client.post(reverse("mfa_activate_totp"), {"code": value})
    assert answer.headers["Location"] == reverse("mfa_view_recovery_codes")
    assert len(client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]) == 10
    assert client.get("/").status_code == 200


def test_a_wrong_code_opens_nothing(client: Client, city: City) -> None:
    give_password(city, "hoa", role=Role.UNIT_HEAD)
    knock(client, "hoa")
    client.get(reverse("mfa_activate_totp"))
    answer = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert "Mã chưa đúng" in answer.content.decode()
    assert not Authenticator.objects.exists()


def test_the_second_factor_is_asked_from_then_on(client: Client, city: City) -> None:
    user = give_password(city, "hoa", role=Role.UNIT_HEAD)
    TOTP.activate(user, SECRET)
    assert knock(client, "hoa").headers["Location"] == reverse("mfa_authenticate")
    assert client.get("/").status_code == 302
    answer = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "Mã chưa đúng" in answer.content.decode()
    client.post(reverse("mfa_authenticate"), {"code": code()})
    assert client.get("/").status_code == 200


def test_nobody_signs_up(client: Client, db: None) -> None:
    answer = client.get(reverse("account_signup"))
    assert "Tài khoản do người quản trị cấp" in answer.content.decode()
    client.post(reverse("account_signup"), {"email": "la@dongnai.example", "password1": PASSWORD})
    assert not User.objects.exists()


def test_a_forgotten_password_is_set_anew_by_letter(client: Client, city: City) -> None:
    give_password(city, "mai")
    client.post(reverse("account_reset_password"), {"email": "mai@dongnai.example"})
    letter = mail.outbox[0]
    assert letter.subject == "[Đồng Vốn] Đặt lại mật khẩu"
    link = next(word for word in letter.body.split() if "/dat-mat-khau/" in word)
    form_page = client.get(link, follow=True)
    new = {"password1": "câu khác còn dài hơn", "password2": "câu khác còn dài hơn"}
    client.post(form_page.request["PATH_INFO"], new)
    assert User.objects.get(email="mai@dongnai.example").check_password("câu khác còn dài hơn")


def test_an_unknown_address_gets_the_same_answer_and_no_letter(client: Client, city: City) -> None:
    answer = client.post(reverse("account_reset_password"), {"email": "la@dongnai.example"})
    assert answer.headers["Location"] == reverse("account_reset_password_done")
    assert mail.outbox == []


def test_a_password_is_changed_by_its_owner(client: Client, city: City) -> None:
    give_password(city, "mai")
    knock(client, "mai")
    new = {"oldpassword": PASSWORD, "password1": "câu khác còn dài hơn", "password2": "câu khác còn dài hơn"}
    client.post(reverse("account_change_password"), new)
    assert User.objects.get(email="mai@dongnai.example").check_password("câu khác còn dài hơn")


@pytest.mark.parametrize("weak", ["ngắn", "password1234"])
def test_weak_passwords_are_refused(client: Client, city: City, weak: str) -> None:
    give_password(city, "mai")
    knock(client, "mai")
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": weak, "password2": weak})
    assert User.objects.get(email="mai@dongnai.example").check_password(PASSWORD)


def test_after_a_while_matters_of_security_are_confirmed_again(client: Client, city: City) -> None:
    give_password(city, "mai")
    knock(client, "mai")
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time() - 600}]
    session.save()
    answer = client.get(reverse("mfa_activate_totp"))
    assert answer.headers["Location"].startswith(reverse("account_reauthenticate"))
    client.post(answer.headers["Location"], {"password": PASSWORD})
    assert client.get(reverse("mfa_activate_totp")).status_code == 200
