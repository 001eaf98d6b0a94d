"""Workbooks of communes: every row is checked before one is taken, and what is wrong goes back in words."""

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from uuid import UUID

import openpyxl
import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dongvon.domain.people.jobs import throw_away_untaken
from dongvon.domain.people.models import Household, ListImport, Listing, Membership, Person
from dongvon.domain.people.operations.bring_list import bring_list
from dongvon.domain.people.operations.drafting import NotADraft
from dongvon.domain.people.operations.open_lists import NoStandard, ReviewIsThere, open_lists
from dongvon.domain.people.operations.take_list import AlreadyTaken, StillFaulty, take_list
from dongvon.domain.people.queries.list_workbook import NoRows, NoSuchHeads, annotated, check_workbook
from dongvon.domain.people.rules.changes import Past, origin_of
from dongvon.domain.people.vocabulary import ListKind
from dongvon.domain.units.queries.scope import enter_scope
from dongvon.domain.units.queries.standing import standing_of
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel import clock
from dongvon.kernel.ids import new_id
from dongvon.kernel.scope import Scope
from tests.operations.people.community import AT, ENVELOPE, MAKER, TODAY, actor, certified, draft, enter, household, law
from tests.operations.people.workbooks import plain, ugly
from tests.operations.units.city import City, build_city

pytestmark = pytest.mark.django_db

HOA = ["H1", "Nguyễn Thị Hoà", None, date(1980, 2, 3), "075180001234", "Ấp 1"]
TUNG = ["H2", "Lê Văn Tùng", "5.6.75", None, "075075001234", "Ấp 2"]


@pytest.fixture
def city() -> City:
    found = build_city()
    law()
    return found


def opened(kind: ListKind = ListKind.POOR, *, on_paper: bool = True, year: int = 2026, addition: bool = False) -> UUID:
    terms = {"place": "26041", "year": year, "kinds": (kind,), "serves_from": date(2027, 1, 1), "on_paper": on_paper}
    return open_lists(key=new_id(), on=TODAY, addition=addition, **terms, **ENVELOPE)[0]


def bring(content: bytes, list_id: UUID, name: str = "ho-ngheo.xlsx", *, sheet: str = "") -> UUID:
    return bring_list(key=new_id(), list_id=list_id, file_name=name, content=content, sheet=sheet, **ENVELOPE)


def take(brought: UUID) -> int:
    return take_list(key=new_id(), brought=brought, **ENVELOPE)


def said(content: bytes, list_id: UUID) -> list[tuple[int, str, bool]]:
    checked = check_workbook(content, file_name="x.xlsx", list_id=list_id, on=TODAY)
    return [(each.row, type(each.told).__name__, each.fault) for each in checked.findings]


def test_an_ugly_workbook_becomes_people_households_and_lines(city: City) -> None:
    made = opened()
    lost_zero = ["", "Trần Thị Mai", None, 1990, 75190001234, None]
    brought = bring(ugly(HOA, TUNG, "Ấp 3", lost_zero), made)
    assert Person.objects.count() == 0
    assert take(brought) == 3
    born = {p.full_name: (p.birth_year, p.birth_month, p.birth_day, p.hamlet) for p in Person.objects.all()}
    assert born == {
        "Nguyễn Thị Hòa": (1980, 2, 3, "Ấp 1"),
        "Lê Văn Tùng": (1975, 6, 5, "Ấp 2"),
        "Trần Thị Mai": (1990, None, None, "Ấp 3"),
    }
    assert {line.household.code for line in Listing.objects.filter(list=made).exclude(household__code="")} >= {
        "H1",
        "H2",
    }
    assert Person.objects.get(full_name="Trần Thị Mai").number_last == "1234"
    assert Membership.objects.filter(is_head=True).count() == 3
    assert set(Listing.objects.values_list("origin", "kind", "valid")) == {("found_new", "poor", None)}


def test_the_workbook_is_sealed_until_it_is_taken_and_gone_afterwards(city: City) -> None:
    brought = bring(ugly(HOA), opened())
    assert b"PK" not in bytes(ListImport.objects.get().sealed or b"")[:4]
    take(brought)
    assert ListImport.objects.get().sealed is None
    with pytest.raises(AlreadyTaken):
        take(brought)


def test_importing_again_adds_nobody_twice(city: City) -> None:
    made = opened()
    take(bring(ugly(HOA, TUNG), made))
    assert take(bring(ugly(HOA, TUNG), made)) == 0
    assert (Person.objects.count(), Household.objects.count(), Listing.objects.count()) == (2, 2, 2)


def test_faults_are_told_row_by_row_and_nothing_is_taken(city: City) -> None:
    made = opened()
    rows = (
        HOA,
        ["", "Nguyễn Thị Hoà", None, 1980, "075180001234", "Ấp 1"],
        ["", "", "", 1990, "12345", "Ấp 1"],
        ["", "Võ Thị Sáu", None, "31/02/1980", None, "Ấp 1"],
        ["", "Bùi Thị Nga", None, 1980, "075190001299", None],
    )
    assert said(ugly(*rows), made) == [
        (8, "GivenTwice", True),
        (9, "NameUnreadable", True),
        (9, "NotAPersonalNumber", True),
        (10, "BirthUnreadable", True),
        (11, "HamletMissing", True),
        (11, "OtherBirthYear", False),
    ]
    with pytest.raises(StillFaulty, match="4 dòng"):
        take(bring(ugly(*rows), made))
    assert Person.objects.count() == 0


def test_the_whole_list_comes_back_marked_and_can_be_sent_in_again(city: City) -> None:
    made = opened()
    bad = ["", "Trần Thị Mai", None, "31/02/1990", "075190001234", "Ấp 1"]
    checked = check_workbook(ugly(HOA, bad), file_name="x.xlsx", list_id=made, on=TODAY)
    book = openpyxl.load_workbook(io.BytesIO(annotated(checked)))
    sheet = book.active
    marked = [(row[0].value, row[3].value) for row in sheet.iter_rows(min_row=2) if row[3].value]
    assert marked == [(None, "Nguyễn Thị Hoà"), (8, "Trần Thị Mai"), (None, "Người lập biểu")]
    assert "Ngày sinh không đọc được" in sheet.cell(3, sheet.max_column).value
    column = next(cell.column for cell in sheet[1] if cell.value == "Năm sinh Nữ")
    sheet.cell(3, column).value = "03/02/1990"
    mended = io.BytesIO()
    book.save(mended)
    assert take(bring(mended.getvalue(), made)) == 2
    assert dict(Person.objects.values_list("full_name", "birth_day")) == {"Nguyễn Thị Hòa": 3, "Trần Thị Mai": 3}


def test_known_people_are_recognised_by_number_and_by_name(city: City) -> None:
    hoa, tung = enter(
        draft("Nguyễn Thị Hòa", number="075180001234"),
        draft("Lê Văn Tùng", year=1975, birth_month=6, birth_day=5, sex="male", hamlet="Ấp 2"),
    )
    own = household("H9", hoa)
    made = opened()
    assert said(ugly(HOA, TUNG), made) == [(8, "RecognisedByName", False)]
    take(bring(ugly(["", *HOA[1:]], TUNG), made))
    assert Person.objects.count() == 2
    assert Listing.objects.filter(list=made, household=own).exists()
    assert Membership.objects.get(person=tung).household.code == "H2"


def test_another_name_or_another_commune_under_the_number_is_a_fault(city: City) -> None:
    enter(draft("Phạm Thị Lan", number="075180001234"), draft("Lê Văn Tùng", number="075075001234", place="26242"))
    assert said(ugly(HOA, TUNG), opened()) == [(7, "OtherName", True), (8, "InOtherCommune", True)]


def test_who_was_poor_and_is_again_fell_back(city: City) -> None:
    hoa, mai = (household(code, *enter(draft(name))) for code, name in (("H1", "Phạm Thị Lan"), ("H2", "Trần Thị Mai")))
    certified("poor", {"household_id": hoa}, from_on=date(2023, 1, 1), until_on=date(2024, 1, 1), year=2022)
    certified("near_poor", {"household_id": mai})
    rows = (["H1", *HOA[1:4], None, "Ấp 1"], ["H2", *TUNG[1:4], None, "Ấp 1"])
    made = opened()
    assert said(ugly(*rows), made) == [(8, "OtherClass", False)]
    take(bring(ugly(*rows), made))
    assert dict(Listing.objects.filter(list=made).values_list("household__code", "origin")) == {
        "H1": "fell_back",
        "H2": "changed",
    }


def test_members_follow_their_head(city: City) -> None:
    heads = ("Họ và tên", "Ngày sinh", "Giới tính", "Quan hệ với chủ hộ", "Thôn")
    rows = (("Nguyễn Thị Hoa", "1980", "Nữ", "Chủ hộ", "Ấp 1"), ("Lê Thị Bé", "02/2015", "Nữ", "con", "Ấp 1"))
    assert take(bring(plain(heads, *rows), opened())) == 1
    (own,) = Household.objects.all()
    assert set(own.members.values_list("relation", "is_head")) == {("chủ hộ", True), ("con", False)}
    assert said(plain(heads, rows[1]), opened(ListKind.OTHER)) == [(2, "MemberBeforeHead", True)]


def test_a_list_of_students_names_persons(city: City) -> None:
    heads = ("Họ và tên", "Ngày sinh", "Giới tính", "Ấp")
    take(bring(plain(heads, ("Lê Thị Bé", "02/2007", "Nữ", "Ấp 1")), opened(ListKind.STUDENT)))
    line = Listing.objects.get()
    assert line.household is None
    assert line.person is not None


def test_old_fonts_are_read(city: City) -> None:
    heads = ("Hä vµ tªn chñ hé", "N¨m sinh", "Giíi tÝnh", "Th«n, Êp")
    made = opened()
    checked = check_workbook(
        plain(heads, ("NguyÔn ThÞ Hoµ", 1980, "N÷", "Êp 1")), file_name="x.xlsx", list_id=made, on=TODAY
    )
    assert checked.table.converted_from == "TCVN3 (ABC)"
    assert (checked.rows[0].name, checked.rows[0].sex, checked.rows[0].hamlet) == ("Nguyễn Thị Hòa", "female", "Ấp 1")


def test_what_is_no_list_is_refused(city: City) -> None:
    made = opened()
    with pytest.raises(NoSuchHeads):
        bring(plain(("a", "b"), (1, 2)), made)
    with pytest.raises(NoRows):
        bring(plain(("Họ và tên", "Năm sinh")), made)
    certified("near_poor", year=2026)
    done = certified("average")
    with pytest.raises(NotADraft):
        bring(ugly(HOA), done)


def test_without_a_standard_no_list_is_opened(city: City) -> None:
    terms = {"place": "26041", "year": 2020, "kinds": (ListKind.POOR,), "on_paper": False, "addition": False}
    with pytest.raises(NoStandard):
        open_lists(key=new_id(), on=TODAY, serves_from=date(2020, 1, 1), **terms, **ENVELOPE)


def test_a_review_begins_with_whoever_is_on_the_list(city: City) -> None:
    hoa = household("H1", *enter(draft("Nguyễn Thị Hoa")))
    certified("poor", {"household_id": hoa})
    made = opened(on_paper=False)
    assert list(Listing.objects.filter(list=made).values_list("household", "origin")) == [(hoa, "kept")]
    with pytest.raises(ReviewIsThere):
        opened(on_paper=False)
    opened(on_paper=False, addition=True)
    assert Listing.objects.filter(list__number=1).count() == 0


WebRole = Callable[[str], AbstractContextManager[None]]


def test_the_commune_officer_imports_as_the_web_does(city: City, as_role: WebRole) -> None:
    enter(draft("Lê Văn Tùng", number="075075001234", place="26242"))
    made = opened()
    officer = city.person("mai", unit="ubnd-26041", role=Role.COMMUNE_OFFICER)
    by = {"by": actor(officer, Role.COMMUNE_OFFICER), "at": AT}
    with as_role("dongvon_web"):
        enter_scope(Scope(person=officer))
        standing = standing_of(officer, on=TODAY)
        assert standing is not None
        enter_scope(standing.scope)
        brought = bring_list(key=new_id(), list_id=made, file_name="x.xlsx", content=ugly(HOA), **by)
        assert take_list(key=new_id(), brought=brought, **by) == 1
        assert said(ugly(TUNG), made) == [(7, "InOtherCommune", True)]
    assert officer != MAKER


PASTS = st.lists(
    st.tuples(
        st.sampled_from(["poor", "near_poor", "escaped", "average"]), st.booleans(), st.booleans(), st.booleans()
    ),
    max_size=3,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kind=st.sampled_from(["poor", "near_poor", "escaped", "average", "other"]), before=PASTS)
def test_the_database_explains_a_line_as_the_rule_does(
    city: City, kind: str, before: list[tuple[str, bool, bool, bool]]
) -> None:
    """One class at a time: of several poverty classes that still hold only the first is kept."""
    known, held = [], False
    for word, wanted, same_place, moved in before:
        poverty = word in ("poor", "near_poor", "escaped")
        holds = wanted and not (poverty and held)
        told = {"holds": holds, "same_place": same_place, "moved_away": moved and not holds}
        known.append(Past(kind=ListKind(word), **told))
        held = held or (poverty and holds)
    with transaction.atomic():
        own = household(f"H{new_id().hex[-8:]}", *enter(draft("Nguyễn Thị Hoa")))
        for at, each in enumerate(known):
            since = date(2026, 1, 1) if each.holds else date(2019 + at, 1, 1)
            until = None if each.holds else date(2020 + at, 1, 1)
            place = "26041" if each.same_place else "26242"
            told = {"from_on": since, "until_on": until, "place_id": place, "number": at, "year": 2025}
            made = certified(each.kind.value, {"household_id": own}, **told)
            if each.moved_away:
                Listing.objects.filter(list=made).update(ending="moved_away", ended_by=MAKER, ended_at=AT)
        with connection.cursor() as cursor:
            cursor.execute("SELECT people_origin(%s, '26041', %s, %s, NULL)", [kind, TODAY, own])
            assert cursor.fetchone()[0] == origin_of(ListKind(kind), known)
        transaction.set_rollback(True)


def test_a_workbook_nobody_took_is_thrown_away_after_a_month(city: City) -> None:
    made = opened()
    old, new = bring(ugly(HOA), made), bring(ugly(TUNG), made)
    taken = bring(ugly(HOA), made)
    take(taken)
    ListImport.objects.filter(id__in=(old, taken)).update(brought_at=clock.now() - timedelta(days=31))
    ListImport.objects.filter(id=new).update(brought_at=clock.now() - timedelta(days=29))
    throw_away_untaken()
    assert set(ListImport.objects.values_list("id", flat=True)) == {new, taken}
