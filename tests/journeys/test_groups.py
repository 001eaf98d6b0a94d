"""Chị Mai's phone: a meeting put down, voted and closed in a few taps, without scripts too."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from playwright.sync_api import Page, expect

from dongvon.domain.groups.models import Meeting
from tests.journeys.axe import violations
from tests.journeys.conftest import PHONE
from tests.operations.groups.hamlets import Hamlets, settle
from tests.operations.units.city import City

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

Visit = Callable[..., Page]
FITS = "document.documentElement.scrollWidth <= innerWidth"
SMALL = """() => [...document.querySelectorAll('main .btn, main .form-check-label, main summary')]
    .filter(each => each.getBoundingClientRect().height < 40).map(each => each.textContent.trim())"""


@pytest.fixture
def hamlets(city: City) -> Hamlets:
    with transaction.atomic():
        found = settle(city)
        found.leader("mai")
        return found


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}])
def test_a_meeting_in_a_few_taps(visit: Visit, hamlets: Hamlets, options: dict[str, Any]) -> None:
    page = visit("/to/cua-toi/", person=hamlets.city.people["mai"], size=PHONE, **options)
    page.get_by_text("Mở để ghi cuộc họp vừa họp").click()
    page.get_by_role("button", name="Ghi cuộc họp").click()
    expect(page.get_by_role("heading", name="Họp thường kỳ")).to_be_visible()
    page.get_by_label("Nội dung biểu quyết").fill("Nộp lãi trước phiên hai ngày")
    page.get_by_role("button", name="Ghi biểu quyết").click()
    page.get_by_role("button", name="Chốt biên bản").click()
    expect(page.get_by_text("Biên bản đã chốt")).to_be_visible()
    assert Meeting.objects.get().number == 1


def test_the_phone_page_fits_and_is_readable(visit: Visit, hamlets: Hamlets) -> None:
    page = visit("/to/cua-toi/", person=hamlets.city.people["mai"], size=PHONE)
    page.get_by_text("Mở để ghi cuộc họp vừa họp").click()
    assert page.evaluate(FITS)
    assert page.evaluate(SMALL) == []
    assert violations(page) == []
