"""Home: what is to be done today, the most pressing first."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.queries.my_work import MyWork, WorkItem
from dongvon.interfaces.web.components.status import Deadline
from dongvon.interfaces.web.home import pages
from dongvon.interfaces.web.home.lists import work_lists
from tests.interfaces.signing_in import sign_in
from tests.operations.lending.village import Village
from tests.operations.units.city import City

TODAY = date(2026, 12, 10)
BUDGET = 10


def item(title: str, *, state: str = "overdue", due: datetime | None = None, **others: Any) -> WorkItem:
    given = {"kind": "report", "id": UUID(int=9), "unit_name": "UBND xã Tân Triều", "clause_code": "", **others}
    return WorkItem(title=title, state=state, due_at=due, **given)


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> MyWork:
    work = MyWork(
        overdue=(item("Sơ kết 6 tháng", due=datetime(2026, 12, 1, 17, 0, tzinfo=UTC), tasks=24),),
        due_soon=(item("Báo cáo năm 2026", state="open", due=datetime(2026, 12, 14, 17, 0, tzinfo=UTC)),),
        returned=(item("Quý III", state="returned", clause_code="3b"),),
    )
    monkeypatch.setattr(pages, "my_work", lambda *_, **__: work)
    return work


@pytest.mark.django_db
def test_home_asks_a_stranger_to_sign_in(client: Client) -> None:
    assert client.get("/").status_code == 302


def test_home_shows_what_presses(reporter: Client, busy: MyWork) -> None:
    page = reporter.get("/").content.decode()
    order = [page.index(words) for words in ("Sơ kết 6 tháng", "Báo cáo năm 2026", "Quý III")]
    assert order == sorted(order)
    assert "24 nhiệm vụ" in page
    assert "3b" in page
    assert "Người khác đã làm xong phần của họ" not in page


def test_an_empty_day_says_so(reporter: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "my_work", lambda *_, **__: MyWork())
    page = reporter.get("/").content.decode()
    assert "Hôm nay không có việc nào chờ bạn" in page
    assert "Xem báo cáo của đơn vị" in page


def test_a_leader_finds_the_group_from_home(client: Client, city: City, village: Village) -> None:
    person = city.person("mai", unit="hoi-nong-dan-26242", role=Role.GROUP_LEADER, group=village.group)
    sign_in(client, person)
    assert 'href="/to/cua-toi/"' in client.get("/").content.decode().split("<main", 1)[1]


def test_late_over_a_weekend_is_told_in_days() -> None:
    with translation.override("vi"):
        friday, sunday = date(2026, 11, 27), date(2026, 11, 29)
        assert "quá hạn 2 ngày<" in str(Deadline(friday, on=sunday, working=0).html())
        assert "quá hạn 1 ngày làm việc<" in str(Deadline(friday, on=date(2026, 11, 30), working=-1).html())


def test_home_keeps_its_budget_of_queries(director: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert director.get("/").status_code == 200
    counted = [each["sql"] for each in asked if "ROLE" not in each["sql"] and "SAVEPOINT" not in each["sql"]]
    assert 4 < len(counted) <= BUDGET


def test_lists_stand_in_the_order_of_pressure() -> None:
    lists = work_lists(MyWork(), on=TODAY)
    assert [each.href for each in lists] == ["#qua-han", "#den-han", "#cho-toi", "#tra-lai"]


def test_what_the_deadline_tells_is_not_told_twice(busy: MyWork) -> None:
    with translation.override("vi"):
        overdue, soon, _, returned = work_lists(busy, on=TODAY)
        assert overdue.lines[0].badge is None
        assert "quá hạn 9 ngày" in str(overdue.lines[0].deadline)
        assert "còn 4 ngày" in str(soon.lines[0].deadline)
        assert "Bị trả lại" in str(returned.lines[0].badge)
        assert returned.lines[0].deadline is None
