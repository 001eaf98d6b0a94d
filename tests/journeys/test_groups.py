"""Chị Mai's phone: a meeting put down, voted and closed in a few taps, without scripts too."""

from typing import Any

import pytest
from django.db import transaction
from playwright.sync_api import expect

from dongvon.domain.groups.models import Meeting
from dongvon.domain.units.vocabulary import Role
from tests.journeys.axe import PHONE, Visit, barriers, faults
from tests.operations.groups.hamlets import Hamlets, people_of, settle
from tests.operations.units.city import City

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

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
    assert page.evaluate(SMALL) == []
    assert faults(page) == []


LOOKED_AT = (
    ("/to/viec-cua-hoi/", "tung"),
    ("/kiem-tra/su-dung-von/", "tung"),
    ("/to/{group}/kiem-tra/", "tung"),
    ("/to/thanh-lap/?ap=26041|Ấp 2", "hieu"),
    ("/nguon-von/", "ha"),
    ("/giay-to/", "ha"),
    ("/kiem-tra/doi-chieu/", "nam"),
)


def test_whoever_looks_after_groups_can_read_each_page(visit: Visit, hamlets: Hamlets) -> None:
    people = {
        "tung": ("hoi-nong-dan-26041", Role.ORGANISATION_OFFICER),
        "hieu": ("ubnd-26041", Role.COMMUNE_OFFICER),
        "ha": ("nhcsxh-chi-nhanh", Role.BRANCH_OFFICER),
        "nam": ("pgd-trang-bom", Role.CREDIT_OFFICER),
    }
    with transaction.atomic():
        people_of("26041", number=6, hamlet="Ấp 2")
        for name, (unit, role) in people.items():
            hamlets.city.person(name, unit=unit, role=role)
    for address, name in LOOKED_AT:
        where = address.format(group=hamlets.groups["mai"])
        assert barriers(visit, where, person=hamlets.city.people[name]) == []
