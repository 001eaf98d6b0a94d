"""The one-click sign-in lets named accounts in, in demo mode and in no other."""

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import NoReverseMatch, reverse

from dongvon.demo.city.load import load_city
from dongvon.interfaces.web.account.demo_door import demo_addresses

ADDRESS = "/tai-khoan/dang-nhap/mau/"
LAN = {"address": "lan@dongvon.example"}

pytestmark = pytest.mark.usefixtures("loaded_city", "db")

in_demo = override_settings(DEMO=True, ROOT_URLCONF="tests.interfaces.account.demo_urls")


@pytest.fixture(scope="module")
def loaded_city(standing: None) -> None:
    load_city()


def test_outside_demo_mode_there_is_no_such_address(client: Client) -> None:
    assert settings.DEMO is False
    assert demo_addresses(demo=False) == []
    with pytest.raises(NoReverseMatch):
        reverse("demo_enter")
    assert client.post(ADDRESS, LAN).status_code == 404
    assert "lan@dongvon.example" not in client.get(reverse("account_login")).content.decode()


@override_settings(ROOT_URLCONF="tests.interfaces.account.demo_urls")
def test_the_address_alone_lets_nobody_in(client: Client) -> None:
    assert client.post(ADDRESS, LAN).status_code == 404
    assert client.get("/").status_code == 302


@in_demo
def test_in_demo_mode_one_click_is_enough(client: Client) -> None:
    page = client.get(reverse("account_login")).content.decode()
    assert page.count("@dongvon.example") == 23  # demo/city/people.csv, chị Mai not before her group is founded
    assert "và 2 người nữa chưa có" in page  # the two group leaders come with their groups
    assert client.post(ADDRESS, LAN).headers["Location"] == "/tai-khoan/vao/"
    assert client.get("/").status_code == 200


@in_demo
@pytest.mark.parametrize("address", ["", "thutruong.so-noi-vu@dongvon.example", "ai@dongvon.example"])
def test_only_the_named_are_let_in(client: Client, address: str) -> None:
    assert client.post(ADDRESS, {"address": address}).status_code == 404


@in_demo
def test_nobody_is_sent_elsewhere(client: Client) -> None:
    assert client.post(ADDRESS, LAN | {"next": "https://evil.example/"}).headers["Location"] == "/tai-khoan/vao/"
