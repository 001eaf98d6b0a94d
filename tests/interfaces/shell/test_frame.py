"""The frame around the pages: language, headers, menu, and the pages for what went wrong."""

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.shell.access import views_by_name
from dongvon.interfaces.web.shell.errors import bad_request, csrf_failure, server_error
from dongvon.interfaces.web.shell.navigation import SECTIONS
from dongvon.interfaces.web.shell.people import ROLE_NAMES, initials
from tests.operations.units.city import City

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.interfaces.shell.probes")]


def test_vietnamese_comes_first_whatever_the_browser_prefers(client: Client) -> None:
    answer = client.get("/gallery/", headers={"Accept-Language": "en"})
    assert answer["Content-Language"] == "vi"
    assert '<html lang="vi">' in answer.content.decode()


def test_a_reader_may_choose_english(client: Client) -> None:
    answer = client.post(reverse("shell:language"), {"language": "en", "next": "/gallery/"})
    assert answer["Location"] == "/gallery/"
    page = client.get("/gallery/").content.decode()
    assert '<html lang="en">' in page
    assert "Component gallery" in page


@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com", "javascript:alert(1)"])
def test_the_choice_leads_nowhere_else(client: Client, elsewhere: str) -> None:
    assert client.post(reverse("shell:language"), {"language": "en", "next": elsewhere})["Location"] == "/"


def test_an_unknown_language_is_not_kept(client: Client) -> None:
    client.post(reverse("shell:language"), {"language": "xx"})
    assert client.get("/gallery/")["Content-Language"] == "vi"


def test_nothing_inline_may_run(client: Client) -> None:
    policy = client.get("/open/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


def test_only_a_page_with_charts_lets_a_drawing_style_itself(director: Client) -> None:
    policy = director.get("/branch/")["Content-Security-Policy"]
    assert "style-src-attr 'unsafe-inline'" in policy
    assert "script-src 'self';" in policy


def test_a_shared_computer_keeps_no_page_of_a_person(director: Client, client: Client) -> None:
    assert director.get("/branch/")["Cache-Control"] == "no-store"


def test_the_menu_leads_somewhere() -> None:
    known = views_by_name()
    assert [entry.name for section in SECTIONS for entry in section.entries if entry.name not in known] == []


def test_the_menu_marks_the_present_place(reporter: Client) -> None:
    page = reporter.get("/").content.decode()
    assert '<a href="/" aria-current="page"' in page


def test_the_bar_says_for_whom_one_acts(reporter: Client, city: City) -> None:
    page = reporter.get("/").content.decode()
    assert "Trần Thị Mai" in page
    assert "UBND xã Tân Triều" in page
    assert "Cán bộ đầu mối" in page


def test_every_role_has_a_name() -> None:
    assert set(ROLE_NAMES) == set(Role)


@pytest.mark.parametrize(("name", "letters"), [("Nguyễn Thị Hoa", "TH"), ("Đặng Ánh", "ĐÁ"), ("Tùng", "T")])
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_not_found_is_told_in_vietnamese(reporter: Client) -> None:
    answer = reporter.get("/khong-co-trang-nay/")
    assert answer.status_code == 404
    assert "Không tìm thấy trang này" in answer.content.decode()


def test_the_page_of_our_own_fault_asks_the_database_nothing(client: Client) -> None:
    answer = server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "Máy chủ gặp lỗi" in answer.content.decode()


def test_what_cannot_be_read_says_what_to_do() -> None:
    request = RequestFactory().get("/")
    assert "tải lại trang rồi làm lại" in bad_request(request).content.decode()
    assert "Biểu mẫu này mở đã lâu" in csrf_failure(request, reason="cookie").content.decode()
