"""Pages of people and lists: nothing personal in addresses, each look noted, few queries whatever their length."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from dongvon.demo.registries import Citizen, answer
from dongvon.domain.people.models import BeneficiaryList, HamletMeeting, ListImport, Listing, Viewing
from dongvon.domain.people.queries.listings import listed
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.interfaces.signing_in import sign_in
from tests.operations.people.community import certified, draft, enter, household, law
from tests.operations.people.workbooks import ugly
from tests.operations.units.city import City

#: Role, transaction, session, person, posts and scope: what every page of somebody signed in asks.
OF_THE_GATE = 9

pytestmark = pytest.mark.django_db

HOA = ["H1", "Nguyễn Thị Hoa", None, "03/02/1980", "075180001234", "Ấp 1"]


def signed_in(city: City, name: str, role: Role, unit: str = "ubnd-26041") -> Client:
    from tests.conftest import WebClient

    client = WebClient()
    sign_in(client, city.person(name, unit=unit, role=role))
    return client


@pytest.fixture
def officer(client: Client, city: City) -> Client:
    law()
    return signed_in(city, "mai", Role.COMMUNE_OFFICER)


@pytest.fixture
def chair(city: City) -> Client:
    return signed_in(city, "bich", Role.COMMUNE_CHAIR)


def post(client: Client, name: str, *ids: UUID, **fields: Any) -> Any:
    return client.post(reverse(name, args=ids), {"key": str(new_id()), **fields}, follow=True)


def test_a_name_is_searched_without_standing_in_an_address(officer: Client) -> None:
    (hoa,) = enter(draft("Nguyễn Thị Hoà", number="075180001234"))
    page = officer.post(reverse("persons:find"), {"words": "nguyen hoa"})
    assert "Nguyễn Thị Hoà" in page.content.decode()
    assert "075180001234" not in page.content.decode()
    assert "•••••••• 1234" in page.content.decode()
    (look,) = Viewing.objects.all()
    assert (look.purpose, look.shown, look.exported) == ("search", [hoa], False)
    assert officer.get(reverse("persons:find"), {"words": "hoa"}).content.decode().count("Nguyễn Thị Hoà") == 0


def test_duplicates_are_compared_united_and_parted(officer: Client) -> None:
    kept, other = enter(draft("Nguyễn Thị Hoa", number="075180001234"), draft("Nguyễn Thị Hoà"))
    assert "Có thể là cùng một người" in officer.get(reverse("persons:person", args=[kept])).content.decode()
    assert officer.post(reverse("persons:unite", args=[kept, other]), {"key": str(new_id())}).status_code == 422
    page = post(officer, "persons:unite", kept, other, reason="Cùng ấp").content.decode()
    assert "Hồ sơ đã gộp vào hồ sơ này" in page
    assert "Có thể là cùng một người" not in page


def test_a_death_is_recorded(officer: Client) -> None:
    (hoa,) = enter(draft("Nguyễn Thị Hoa"))
    assert "24/11/2020" in post(officer, "persons:died", hoa, on="24/11/2020").content.decode()
    assert officer.post(reverse("persons:died", args=[hoa]), {"key": str(new_id()), "on": "x"}).status_code == 422


def test_a_household_shows_members_and_lists(officer: Client) -> None:
    own = household("H1", *enter(draft("Nguyễn Thị Hoa")))
    certified("poor", {"household_id": own})
    page = officer.get(reverse("persons:household", args=[own])).content.decode()
    assert "12/QĐ-UBND" in page
    assert "chủ hộ" in page


def test_a_household_names_another_head_splits_and_lets_go(officer: Client) -> None:
    hoa, son, wife = enter(draft("Nguyễn Thị Hoa"), draft("Lê Văn Tùng"), draft("Trần Thị Mai"))
    own = household("H1", hoa, son, wife)
    named = {"person": str(son), "on": "01/02/2020", "relation": "mẹ"}
    assert "Đã cử chủ hộ" in post(officer, "persons:head", own, **named).content.decode()
    lost = {"person": str(wife), "on": "01/03/2020", "code": "H9", "relation": "vợ"}
    assert "Không có hộ mang mã: H9" in post(officer, "persons:move", own, **lost).content.decode()
    alone = {"person": str(wife), "on": "01/03/2020", "code": "H2"}
    page = post(officer, "persons:split", own, **alone).content.decode()
    assert "Đã tách hộ" in page
    assert "H2" in page
    away = {"person": str(hoa), "on": "01/04/2020"}
    assert "Đã chuyển thành viên" in post(officer, "persons:move", own, **away).content.decode()


def opened(client: Client, *kinds: str, on_paper: bool = False) -> list[UUID]:
    told = {"place": "26041", "year": "2026", "kinds": kinds, "addition": "review", "serves_from": "01/01/2027"}
    post(client, "lists:open", **told, **({"on_paper": "on"} if on_paper else {}))
    return list(BeneficiaryList.objects.filter(kind__in=kinds, year=2026).values_list("id", flat=True))


def test_an_excel_file_goes_from_upload_to_a_certified_list(officer: Client, chair: Client) -> None:
    (made,) = opened(officer, "poor", on_paper=True)
    bad = SimpleUploadedFile("x.xlsx", ugly(HOA, ["", "Lê Văn Tùng", "31/02/1980", None, None, "Ấp 2"]))
    page = post(officer, "lists:bring", made, file=bad).content.decode()
    assert "1 trong 2 dòng có lỗi" in page
    faulty = ListImport.objects.get()
    assert officer.get(reverse("lists:faults", args=[faulty.id])).content[:2] == b"PK"
    assert "chưa dòng nào được đưa vào" in post(officer, "lists:take", faulty.id).content.decode()
    page = post(officer, "lists:bring", made, file=SimpleUploadedFile("x.xlsx", ugly(HOA))).content.decode()
    assert "Mọi dòng đều đưa vào được" in page
    assert "075180001234" not in page
    post(officer, "lists:take", ListImport.objects.latest("brought_at").id)
    post(officer, "lists:lay", made)
    assert "Danh sách chờ chứng nhận" in chair.get("/").content.decode()
    told = {"decision_number": "15/QĐ-UBND", "decided_on": "01/11/2026", "effective_on": "01/01/2027"}
    assert post(officer, "lists:certify", made, **told).status_code == 403
    assert "Đã chứng nhận" in post(chair, "lists:certify", made, **told).content.decode()
    own = Listing.objects.get().household_id
    assert own is not None
    assert [row.kind for row in listed([own], [], on=date(2027, 1, 1))] == ["poor"]


def test_a_review_walks_its_road_on_the_pages(officer: Client, chair: Client) -> None:
    hoa, tung = (
        household(code, *enter(draft(name))) for code, name in (("H1", "Nguyễn Thị Hoa"), ("H2", "Lê Văn Tùng"))
    )
    certified("poor", {"household_id": hoa}, {"household_id": tung})
    opened(officer, "poor", "escaped")
    made = BeneficiaryList.objects.get(year=2026, kind="poor").id
    both = {"lists": [str(row.id) for row in BeneficiaryList.objects.filter(year=2026)]}
    line = Listing.objects.get(list=made, household=tung).id
    page = post(officer, "lists:strike", made, lines=[str(line)], ending="escaped", onto="escaped").content.decode()
    assert "Thoát nghèo" in page
    assert "Không có hộ mang mã: H9" in post(officer, "lists:nominate", made, codes="H9").content.decode()
    meeting = {"hamlet": "Ấp 1", "held_on": "20/11/2020", "attended": "30", **both}
    assert "Đã ghi cuộc họp" in post(officer, "lists:meet", made, **meeting).content.decode()
    page = post(chair, "lists:post", made, shown_at="Nhà văn hóa", basis="QĐ 24", **both).content.decode()
    assert "Đang niêm yết" in page
    posting = BeneficiaryList.objects.get(id=made).postings.get().id
    board = officer.get(reverse("lists:board", args=[posting])).content.decode()
    assert "Nguyễn Thị Hoa" in board
    page = post(officer, "lists:object", made, raised_by="ông Nam", text="Sót hộ").content.decode()
    assert "Sót hộ" in page
    assert "Danh sách có ý kiến chờ trả lời" in officer.get("/").content.decode()
    objection = BeneficiaryList.objects.get(id=made).objections.get().id
    post(officer, "lists:answer", made, objection, upheld="khong", answer="Đã xét")
    assert "Danh sách phải niêm yết đủ thời gian" in post(officer, "lists:lay", made).content.decode()
    post(officer, "lists:unpost", made, posting)
    assert "không còn được niêm yết" in officer.get(reverse("lists:board", args=[posting])).content.decode()
    assert "Sửa lại" in post(officer, "lists:back", made, reason="Sửa lại", **both).content.decode()
    returned = officer.get("/").content.decode().partition('id="tra-lai"')[2]
    assert "2 danh sách" in returned


def test_a_list_goes_out_as_a_marked_workbook_and_that_is_noted(officer: Client) -> None:
    made = certified("poor", {"household_id": household("H1", *enter(draft("Nguyễn Thị Hoa")))})
    assert officer.get(reverse("lists:export", args=[made])).content[:2] == b"PK"
    assert Viewing.objects.get(exported=True).count == 1


def test_a_registry_is_asked_by_file(officer: Client) -> None:
    (hoa,) = enter(draft("Nguyễn Thị Hoa", number="075180001234"))
    made = certified("poor", {"household_id": household("H1", hoa)})
    told = {"listed": str(made), "registry": "population", "fields_asked": ["residence"], "basis": "NĐ 356/2025"}
    page = post(officer, "persons:ask", **told, purpose="Rà soát", expires_on="01/01/2099").content.decode()
    assert "Rà soát" in page
    from dongvon.domain.people.models import Verification

    asked = Verification.objects.get().id
    file = officer.get(reverse("persons:request_file", args=[asked])).content
    back = answer(file, citizens={"075180001234": Citizen(full_name="Nguyễn Thị Hoa", birth="1980")})
    page = post(officer, "persons:answer_file", asked, file=SimpleUploadedFile("a.csv", back)).content.decode()
    assert "Khớp" in page
    assert Viewing.objects.filter(purpose="verification", exported=True).count() == 1


def test_an_inspector_reads_who_looked(officer: Client, city: City) -> None:
    enter(draft("Nguyễn Thị Hoa"))
    officer.post(reverse("persons:find"), {"words": "hoa"})
    inspector = signed_in(city, "nam", Role.INSPECTOR, unit="nhcsxh-chi-nhanh")
    page = inspector.get(reverse("persons:log")).content.decode()
    assert "Trần Thị Mai" in page
    assert "Tìm người" in page
    assert officer.get(reverse("persons:log")).status_code == 403


def test_standards_are_shown_with_how_sure_they_are(officer: Client) -> None:
    page = officer.get(reverse("lists:standards")).content.decode()
    assert "2.200.000" in page
    assert "Đã kiểm chứng" in page


def test_pages_ask_few_questions_however_long(officer: Client, django_assert_max_num_queries: Any) -> None:
    people = enter(*(draft(f"Nguyễn Thị {name}") for name in ("Hoa", "Mai", "Lan", "Nga", "Yến") * 8))
    homes = [household(f"H{at}", one) for at, one in enumerate(people)]
    made = certified("poor", *({"household_id": home} for home in homes))
    budgets = {
        reverse("lists:index"): 4,
        reverse("lists:detail", args=[made]): 7,
        reverse("persons:person", args=[people[0]]): 8,
        reverse("persons:household", args=[homes[0]]): 6,
        reverse("persons:registry"): 2,
        reverse("chances:commune", args=["26041"]): 14,
    }
    for address, most in budgets.items():
        with django_assert_max_num_queries(OF_THE_GATE + most):
            assert officer.get(address).status_code == 200
    with django_assert_max_num_queries(OF_THE_GATE + 3):
        officer.post(reverse("persons:find"), {"words": "nguyen hoa"})


def test_the_police_list_is_offered_to_few(officer: Client, city: City) -> None:
    told = {"place": "26041", "year": "2026", "kinds": ["released"], "serves_from": "01/01/2027", "addition": "review"}
    told |= {"key": str(new_id())}
    page = officer.get(reverse("lists:index")).content.decode()
    assert 'value="released"' not in page.split("<form")[-1]
    assert officer.post(reverse("lists:open"), told).status_code == 422
    credit = signed_in(city, "nam", Role.CREDIT_OFFICER, unit="pgd-trang-bom")
    assert credit.post(reverse("lists:open"), told | {"place": "26242"}).status_code == 302
    assert BeneficiaryList.objects.get().kind == "released"


def test_a_person_is_added_to_a_list_of_persons_by_number(officer: Client) -> None:
    (hoa,) = enter(draft("Nguyễn Thị Hoa", number="075180001234"))
    (made,) = opened(officer, "student")
    page = post(officer, "lists:nominate", made, codes="075180001235, x").content.decode()
    assert "Không có người mang số định danh: 075180001235, x" in page
    assert "Đã thêm vào dự thảo" in post(officer, "lists:nominate", made, codes="0751 8000 1234").content.decode()
    assert Listing.objects.get(list=made).person_id == hoa


def test_the_chair_ends_lines_in_mid_year(officer: Client, chair: Client) -> None:
    made = certified("poor", {"household_id": household("H1", *enter(draft("Nguyễn Thị Hoa")))})
    line = Listing.objects.get()
    told = {"lines": [str(line.id)], "ending": "died", "on": "01/06/2026"}
    assert post(officer, "lists:end", made, **told).status_code == 403
    assert "Hãy chọn ít nhất một dòng" in post(chair, "lists:end", made, **(told | {"lines": []})).content.decode()
    assert "Đã kết thúc" in post(chair, "lists:end", made, **told).content.decode()
    line.refresh_from_db()
    assert (line.valid.upper, line.ending) == (date(2026, 6, 1), "died")


def test_lists_of_another_road_do_not_walk_along(officer: Client) -> None:
    """Students are not discussed in hamlets: a meeting about the poor is none about them, whatever was ticked."""
    poor, student = (opened(officer, kind)[0] for kind in ("poor", "student"))
    own = household("H1", *enter(draft("Nguyễn Thị Hoa")))
    post(officer, "lists:nominate", poor, codes="H1")
    meeting = {"hamlet": "Ấp 1", "held_on": "20/11/2020", "attended": "30", "lists": [str(poor), str(student)]}
    assert "Đã ghi cuộc họp" in post(officer, "lists:meet", poor, **meeting).content.decode()
    assert [row.list_id for row in HamletMeeting.objects.all()] == [poor]
    assert own


def test_a_dead_head_is_to_be_replaced(officer: Client) -> None:
    hoa, son = enter(draft("Nguyễn Thị Hoa"), draft("Lê Văn Tùng"))
    own = household("H1", hoa, son)
    post(officer, "persons:died", hoa, on="24/11/2020")
    page = officer.get(reverse("persons:household", args=[own])).content.decode()
    assert "Chủ hộ đã mất" in page
    assert "chủ hộ, mất ngày 24/11/2020" in page


def test_a_united_record_leads_to_the_one_that_is_kept(officer: Client) -> None:
    kept, other = enter(draft("Nguyễn Thị Hoa", number="075180001234"), draft("Nguyễn Thị Hoà"))
    post(officer, "persons:unite", kept, other, reason="Cùng ấp")
    page = officer.get(reverse("persons:person", args=[other])).content.decode()
    assert "Hồ sơ này đã gộp vào hồ sơ khác" in page
    assert reverse("persons:person", args=[kept]) in page
    assert "Có thể là cùng một người" not in page


def test_a_household_goes_to_another_commune(officer: Client) -> None:
    own = household("H1", *enter(draft("Nguyễn Thị Hoa")))
    told = {"place": "26242", "hamlet": "Ấp 9", "code": "N1"}
    assert "không thể sau hôm nay" in post(officer, "persons:relocate", own, **told, on="01/01/2999").content.decode()
    page = post(officer, "persons:relocate", own, **told, on="24/11/2020").content.decode()
    assert "Đã chuyển hộ" in page
    assert officer.get(reverse("persons:household", args=[own])).status_code == 404
