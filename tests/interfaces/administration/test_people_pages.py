"""People and posts: opened with a letter, given, taken, closed; by administrators, never about oneself."""

from datetime import date
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth import get_user_model
from django.core import mail
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dongvon.domain.units.models import Post
from dongvon.domain.units.queries.accounts import account, accounts
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.interfaces.signing_in import sign_in
from tests.operations.groups.hamlets import settle
from tests.operations.units.city import City

ON = date(2026, 11, 24)


@pytest.fixture
def administrator(client: Client, city: City) -> Client:
    """Anh Khoa, who administers, signed in with both factors."""
    sign_in(client, city.person("khoa", unit="nhcsxh-chi-nhanh", role=Role.ADMINISTRATOR))
    return client


@pytest.fixture
def mai(city: City) -> Any:
    return city.person("mai", unit="ubnd-26041", role=Role.UNIT_REPORTER)


def send(client: Client, name: str, *args: Any, query: str = "", **form: Any) -> HttpResponse:
    return client.post(reverse(name, args=args) + query, {"key": str(new_id()), **form}, follow=True)


def opened(client: Client, **changes: str) -> HttpResponse:
    given = {"full_name": "Lê Thị Nga", "email": "nga@dongnai.example", "phone": ""} | changes
    return send(client, "people:open", **given)


def test_an_account_is_opened_with_a_letter_that_works(
    administrator: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        assert "Đã mở tài khoản và gửi thư mời" in opened(administrator).content.decode()
    letter = mail.outbox[0]
    assert (letter.to, letter.subject) == (["nga@dongnai.example"], "[Đồng Vốn] Mời sử dụng Đồng Vốn")
    link = next(word for word in letter.body.split() if "/dat-mat-khau/" in word)
    administrator.logout()
    form_page = administrator.get(link.partition("localhost:8000")[2], follow=True)
    new = {"password1": "một câu dài dễ nhớ", "password2": "một câu dài dễ nhớ"}
    administrator.post(form_page.request["PATH_INFO"], new)
    answer = administrator.post(
        reverse("account_login"), {"login": "nga@dongnai.example", "password": "một câu dài dễ nhớ"}
    )
    assert answer.headers["Location"] == "/tai-khoan/vao/"


def test_an_address_in_use_is_refused_at_its_field(administrator: Client, mai: Any) -> None:
    answer = opened(administrator, email="mai@dongnai.example")
    assert answer.status_code == 422
    assert "đã có tài khoản" in answer.content.decode()
    assert mail.outbox == []


def test_people_are_found_by_name_without_accents(administrator: Client, mai: Any) -> None:
    shown = administrator.get(reverse("people:index"), {"tim": "tran thi mai"}).content.decode()
    assert "mai@dongnai.example" in shown
    assert "khoa@dongnai.example" not in shown


def given(client: Client, person: Any, city: City, **changes: Any) -> HttpResponse:
    form = {
        "unit": str(city.units["ubnd-26242"]),
        "role": "unit_head",
        "title": "Chủ tịch UBND xã",
        "since": "24/11/2026",
        "until": "",
    } | changes
    return send(client, "people:give", person, query="?don-vi=trang bom", **form)


def test_a_post_is_given_and_taken(administrator: Client, mai: Any, city: City) -> None:
    assert "Đã giao vai trò." in given(administrator, mai, city).content.decode()
    post = account(mai, on=ON).posts[-1]
    assert (post.unit_code, post.role, post.granted_by) == ("ubnd-26242", "unit_head", "Trần Thị Khoa")
    send(administrator, "people:take", post.id, person=str(mai))
    assert not account(mai, on=ON).posts[-1].runs(date(2027, 1, 1))


def test_a_role_in_the_wrong_unit_is_refused_at_its_field(administrator: Client, mai: Any, city: City) -> None:
    answer = given(administrator, mai, city, role="branch_director")
    assert answer.status_code == 422
    assert "Vai trò này không đặt ở đơn vị đã chọn" in answer.content.decode()


def test_a_leader_is_appointed_to_a_group_by_its_code(administrator: Client, mai: Any, city: City) -> None:
    hamlets = settle(city)
    asked = {"unit": str(city.units["hoi-nong-dan-26041"]), "role": "group_leader", "title": "Tổ trưởng"}

    def give(code: str) -> HttpResponse:
        form = {**asked, "since": "24/11/2026", "until": "", "group": code}
        return send(administrator, "people:give", mai, query="?don-vi=nong dan", **form)

    assert give("").context["post_form"].errors.keys() == {"group"}
    assert give("66").context["post_form"].errors.keys() == {"group"}
    assert "Đã giao vai trò." in give("6600001").content.decode()
    assert Post.objects.get(user=mai, role="group_leader").group_id == hamlets.groups["mai"]


def test_a_group_typed_for_another_role_is_left_out(administrator: Client, mai: Any, city: City) -> None:
    assert "Đã giao vai trò." in given(administrator, mai, city, group="6600001").content.decode()


def test_nobody_gives_oneself_a_post(administrator: Client, city: City) -> None:
    answer = given(administrator, city.people["khoa"], city)
    assert "Không tự giao vai trò cho chính mình" in answer.content.decode()
    assert len(account(city.people["khoa"], on=ON).posts) == 1


def test_an_account_is_closed_with_a_reason(administrator: Client, mai: Any) -> None:
    assert send(administrator, "people:close", mai).status_code == 422
    assert "Tài khoản đã đóng." in send(administrator, "people:close", mai, reason="Nghỉ hưu").content.decode()
    assert not account(mai, on=ON).is_active


def test_a_lost_second_factor_is_taken_away(administrator: Client, mai: Any) -> None:
    TOTP.activate(get_user_model().objects.get(pk=mai), "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    gone = send(administrator, "people:reset", mai, reason="Mất điện thoại, đã gọi xác nhận")
    assert "Đã gỡ lớp xác thực thứ hai" in gone.content.decode()
    assert not Authenticator.objects.exists()
    again = send(administrator, "people:reset", mai, reason="Mất điện thoại")
    assert "chưa cài lớp xác thực thứ hai" in again.content.decode()


def test_others_stay_out(reporter: Client) -> None:
    assert reporter.get(reverse("people:index")).status_code == 403
    assert opened(reporter).status_code == 403


def test_the_list_costs_the_same_for_many(administrator: Client, city: City) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            administrator.get(reverse("people:index"))
        return len(queries)

    first = cost()
    for number in range(12):
        city.person(f"nguoi{number}", unit="ubnd-26041", role=Role.UNIT_REPORTER)
    assert cost() == first <= 14  # four of them are the test's own
    assert len(accounts(on=ON)) >= 13


def test_an_alias_is_taught_and_taken_back(administrator: Client, city: City) -> None:
    send(administrator, "aliases:learn", mention="Uỷ ban xã", target="ubnd", code="")
    page = administrator.get(reverse("aliases:index"))
    assert "uy ban xa" in page.content.decode()
    alias = page.context["lines"][0]["row"].id
    assert "Đã bỏ cách gọi." in send(administrator, "aliases:forget", alias).content.decode()


def test_an_alias_of_nothing_is_refused(administrator: Client, city: City) -> None:
    answer = send(administrator, "aliases:learn", mention="Sở lạ", target="", code="so-la")
    assert answer.status_code == 422
    assert "Không có cơ quan, nhóm cơ quan hay đơn vị nào mang mã “so-la”" in answer.content.decode()
