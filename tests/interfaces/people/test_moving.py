"""Who moves to another commune: told there, told to their group, and taken into the lists of where they live."""

import pytest
from django.test import Client
from django.urls import reverse

from dongvon.domain.people.models import BeneficiaryList, Viewing
from dongvon.domain.people.operations.relocate import relocate
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.interfaces.people.test_pages import post, signed_in
from tests.operations.people.community import ENVELOPE, TODAY, certified, draft, enter, household, law
from tests.operations.units.city import City

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(city: City) -> Client:
    law()
    return signed_in(city, "mai", Role.COMMUNE_OFFICER)


def test_a_household_that_moved_in_is_confirmed_where_it_came(officer: Client, city: City) -> None:
    """Tân Triều sees what Trảng Bom certified, takes it up, and no one ticks a row for the officer."""
    own = household("H1", *enter(draft("Nguyễn Thị Hoa", place="26242")), place="26242")
    certified("poor", {"household_id": own}, place_id="26242")
    told = {"household": own, "place": "26041", "hamlet": "Ấp 9", "code": "N1", "on": TODAY}
    assert "chưa xác nhận diện" not in officer.get(reverse("lists:index")).content.decode()
    relocate(key=new_id(), **told, **ENVELOPE)
    for page in ("lists:index", "home:today"):
        assert "chưa xác nhận diện" in officer.get(reverse(page)).content.decode()
    assert (
        "chưa xác nhận nên chưa có giá trị cho vay"
        in officer.get(reverse("persons:household", args=[own])).content.decode()
    )
    page = officer.get(reverse("lists:moved_in"))
    assert "Nguyễn Thị Hoa" in page.content.decode()
    assert " checked" not in page.content.decode()
    assert Viewing.objects.latest("at").purpose == "list"
    assert "Hãy chọn ít nhất một hộ" in post(officer, "lists:carry_over", chosen="poor:x").content.decode()
    assert (
        "Đã lập dự thảo danh sách bổ sung" in post(officer, "lists:carry_over", chosen=f"poor:{own}").content.decode()
    )
    made = BeneficiaryList.objects.get(place="26041")
    assert (made.state, made.number, made.year, made.kind) == ("draft", 1, 2025, "poor")
    assert "Không có ai chuyển đến" in officer.get(reverse("lists:moved_in")).content.decode()


def test_nobody_ticks_for_the_chair_what_else_hangs_or_is_certified(officer: Client, city: City) -> None:
    chair = signed_in(city, "bich", Role.COMMUNE_CHAIR)
    unsigned = {"certified_by": None, "certified_at": None, "on_paper": False}
    first, *_others = (certified(kind, state="laid", **unsigned) for kind in ("poor", "near_poor", "escaped"))
    page = chair.get(reverse("lists:detail", args=[first])).content.decode()
    assert page.count('name="lists"') == 4  # two other lists, to certify and to return
    assert " checked" not in page


def test_lists_of_long_ago_are_found_page_by_page(officer: Client) -> None:
    for number in range(70):
        certified("poor", number=number, year=2016)
    last = officer.get(reverse("lists:index"), {"nam": "2016", "trang": "99"}).content.decode()
    assert "bổ sung lần 9<" in last
    assert "bổ sung lần 69" not in last


def test_a_consent_is_written_down_ticked_by_hand_and_taken_back(officer: Client) -> None:
    (hoa,) = enter(draft("Nguyễn Thị Hoa"))
    page = officer.get(reverse("persons:person", args=[hoa])).content.decode()
    assert "Dữ liệu nhạy cảm cũng được dùng" in page
    assert " checked" not in page
    told = {"on": "01/11/2026", "kept_at": "Tủ 2"}
    assert officer.post(reverse("persons:consent", args=[hoa]), {"key": str(new_id()), **told}).status_code == 422
    assert "Đang đồng ý" in post(officer, "persons:consent", hoa, agreed="on", **told).content.decode()
    assert "Rút ngày 05/11/2026" in post(officer, "persons:withdraw", hoa, on="05/11/2026").content.decode()
