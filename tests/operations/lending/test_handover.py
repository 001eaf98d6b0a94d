"""A portfolio comes in whole: people, groups, loans, schedules, books; twice changes nothing; bad lines stop it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, transaction

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.groups.models import Group, GroupMember
from dongvon.domain.ledger.queries.balances import balances
from dongvon.domain.lending.jobs import close_days, put_away_forgotten
from dongvon.domain.lending.models import (
    Freeze,
    Handover,
    HandoverRow,
    Instalment,
    Loan,
    Origin,
    Snapshot,
    WriteOff,
)
from dongvon.domain.lending.operations.handovers import AnotherHandoverRuns, BooksMoved
from dongvon.domain.lending.operations.receive_handover import BadLinesLeft, receive_handover
from dongvon.domain.lending.operations.recover import recover
from dongvon.domain.lending.queries.origins import origin_facts
from dongvon.domain.lending.queries.verification import verify
from dongvon.domain.people.models import Person
from dongvon.kernel import clock
from dongvon.kernel.ids import new_id
from tests.operations.lending.bank import AT, Bank
from tests.operations.lending.portfolio import ON, bring, check, faults, found_commune, portfolio, separated, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def commune(bank: Bank) -> None:
    found_commune(bank.office)


def test_loans_come_in_at_their_balances(bank: Bank) -> None:
    handover = bring(workbook(portfolio()))
    assert (handover.taken_rows, handover.new_people, handover.new_groups) == (6, 6, 1)
    hoa = Loan.objects.get(contract_number="6600000000000001")
    assert (hoa.in_term, hoa.lent, hoa.interest_from) == (33_400_000, 50_000_000, ON)
    assert (hoa.final_on, hoa.session_day) == (date(2029, 2, 10), 10)
    assert Origin.objects.get(loan=hoa).carried_in_term == 119_906
    assert balances(on=ON)["2111.01.1"] == 6 * 33_400_000
    assert verify() == []


def test_the_schedule_is_what_the_rule_makes_and_payments_met_the_first_parts(bank: Bank) -> None:
    """Over five years principal is asked every 24 months: 16.6, 16.6 and the rest."""
    bring(workbook(portfolio()))
    parts = Instalment.objects.filter(loan__contract_number="6600000000000001").order_by("number")
    assert [(part.contractual_on, part.due_on, part.principal, part.paid) for part in parts] == [
        (date(2026, 3, 10), date(2026, 2, 10), 16_600_000, 16_600_000),
        (date(2028, 3, 10), date(2028, 2, 10), 16_600_000, 0),
        (date(2029, 3, 10), date(2029, 2, 10), 16_800_000, 0),
    ]


def test_interest_goes_on_from_the_day(bank: Bank) -> None:
    """33,400,000 at 6.24 % over 31 days is 177,010.85; with 119,906 carried that is owed at the end of December."""
    bring(workbook(portfolio()))
    close_days(until=date(2026, 12, 31))
    last = Snapshot.objects.get(day=date(2026, 12, 31))
    assert last.owed_in_term == 6 * (119_906 + 177_011)
    assert verify() == []


def test_people_and_groups_come_along(bank: Bank) -> None:
    bring(workbook(portfolio(**{"Số định danh": "075180000001"})))
    hoa = Person.objects.get(full_name="Nguyễn Thị Hoa")
    assert (hoa.birth_year, hoa.birth_month, hoa.sex, hoa.number_last) == (1980, 11, "female", "0001")
    group = Group.objects.get(code="0000123")
    assert (group.leader.full_name, group.deputy.full_name, group.point.number) == ("Lê Thị Mai", "Phạm Văn Nam", 1)
    assert GroupMember.objects.filter(group=group).count() == 6
    assert Loan.objects.filter(group_id=group.id).count() == 6


def test_a_debt_written_off_elsewhere_is_followed_off_the_balance_sheet(bank: Bank) -> None:
    """Of 50 million 16.6 were paid and 33.4 written off, with 2,100,000 of interest; recoveries go to income."""
    gone = {"Dư nợ trong hạn": 0, "Lãi tồn trong hạn": 0, "Gốc đã xóa": 33_400_000, "Lãi đã xóa": 2_100_000}
    bring(workbook(portfolio(**gone, **{"Quyết định khoanh": "31/QĐ-XN"})))
    act = WriteOff.objects.get()
    assert (act.principal, act.interest, act.decision, act.cause_code) == (33_400_000, 2_100_000, "31/QĐ-XN", "112")
    assert (act.loan.closed_on, act.loan.in_term) == (ON, 0)
    assert [part.paid for part in Instalment.objects.filter(loan=act.loan).order_by("number")] == [16_600_000, 0, 0]
    assert balances(on=ON)["9711.01.1"] == 35_500_000
    recover(key=new_id(), by=SYSTEM, at=AT, on=ON, loan=act.loan_id, amount=500_000)
    assert balances(on=ON)["9711.01.1"] == 35_000_000
    assert verify() == []


def test_what_was_written_off_beside_a_debt_is_kept_and_said(bank: Bank) -> None:
    content = workbook(portfolio(**{"Gốc đã xóa": 1_000_000}))
    ((_, told),) = faults(check(content), errors=False)
    assert told.startswith("Có nợ đã xóa trong khi còn dư nợ")
    bring(content)
    assert not WriteOff.objects.exists()
    assert verify() == []


def test_the_rest_of_the_record_is_read_with_the_loan(bank: Bank) -> None:
    bring(
        workbook(
            portfolio(**{"Mã nhà đầu tư": "ND75", "Cấp quản lý": "Thành phố", "Ngày bắt đầu trả lãi": "10/04/2024"})
        )
    )
    origin = origin_facts(Loan.objects.get(contract_number="6600000000000001").id)
    assert origin is not None
    assert (origin.line, origin.taken_on, origin.customer_code) == (2, ON, "0012345001")
    assert dict(origin.record) == {
        "Mã nhà đầu tư": "ND75",
        "Cấp quản lý": "Thành phố",
        "Ngày bắt đầu trả lãi": date(2024, 4, 10),
    }
    assert origin_facts(bank.lend(on=ON, amount=1_000_000, contract_number="6600000000000099").id) is None


def test_a_group_of_two_hamlets_is_founded_and_looked_at(bank: Bank) -> None:
    content = workbook(portfolio(**{"Thôn, ấp, khu phố": "Ấp 4"}))
    ((_, told),) = faults(check(content), errors=False)
    assert told.startswith("Tổ mới được lập tại Ấp 3")
    bring(content)
    assert Group.objects.get().hamlet == "Ấp 3"


def test_the_same_file_twice_changes_nothing_and_says_so(bank: Bank) -> None:
    content = workbook(portfolio())
    bring(content)
    again = bring(content)
    assert (again.taken_rows, again.known_rows, again.new_people, again.new_groups) == (0, 6, 0, 0)
    assert Loan.objects.count() == Person.objects.count() == 6
    assert faults(again, errors=False) == set()


def test_a_corrected_file_brings_what_is_missing(bank: Bank) -> None:
    wrong = portfolio(**{"Mã chương trình": "77"})
    first = check(workbook(wrong))
    assert faults(first) == {("O2", "Danh mục chưa có chương trình mang mã này; hãy kiểm tra mã.")}
    with pytest.raises(BadLinesLeft):
        bring(workbook(wrong))
    assert not Loan.objects.exists()
    assert bring(workbook(wrong), leaving_bad=True).taken_rows == 5
    mended = bring(workbook(portfolio()))
    assert (mended.taken_rows, mended.known_rows, mended.new_people) == (1, 5, 1)
    assert verify() == []


def test_a_known_loan_with_other_figures_is_shown_and_left_alone(bank: Bank) -> None:
    bring(workbook(portfolio()))
    later = check(workbook(portfolio(**{"Dư nợ trong hạn": 30_000_000})))
    assert later.known_rows == 6
    assert faults(later, errors=False) == {("N2", "Khoản vay đã có trong sổ với số liệu khác; tiếp nhận không sửa sổ.")}


def test_a_second_loan_of_the_same_borrower_is_the_same_person(bank: Bank) -> None:
    second = {**portfolio()[0], "Số hợp đồng": "6600000000000099", "Mã chương trình": "06", "Lãi suất": "8,4"}
    bring(workbook([*portfolio(), second]))
    assert Person.objects.count() == 6
    assert (
        Loan.objects.filter(borrower_id=Loan.objects.get(contract_number="6600000000000099").borrower_id).count() == 2
    )


def test_overdue_debts_stand_in_the_first_unpaid_parts(bank: Bank) -> None:
    """Of 50 million 10 are paid and 6.6 overdue: what is left of the first part."""
    bring(workbook(portfolio(**{"Dư nợ trong hạn": 33_400_000, "Dư nợ quá hạn": 6_600_000, "Lãi tồn quá hạn": 1_000})))
    loan = Loan.objects.get(contract_number="6600000000000001")
    assert (loan.in_term, loan.overdue) == (33_400_000, 6_600_000)
    assert bank.parts(loan) == [(16_600_000, 10_000_000, 6_600_000), (16_600_000, 0, 0), (16_800_000, 0, 0)]
    assert verify() == []


def test_frozen_debts_run_again_when_their_time_is_over(bank: Bank) -> None:
    frozen = {
        "Dư nợ trong hạn": 0,
        "Dư nợ khoanh": 33_400_000,
        "Ngày hết khoanh": "05/12/2026",
        "Quyết định khoanh": "12/QĐ",
    }
    bring(workbook(portfolio(**frozen)))
    assert Freeze.objects.get().until_on == date(2026, 12, 5)
    close_days(until=date(2026, 12, 5))
    loan = Loan.objects.get(contract_number="6600000000000001")
    assert (loan.in_term, loan.frozen) == (33_400_000, 0)
    assert verify() == []


def test_separated_values_come_in_alike(bank: Bank) -> None:
    assert bring(separated(portfolio()), name="danh-muc.csv").taken_rows == 6
    assert not HandoverRow.objects.exists()


def test_of_two_at_once_one_is_told(bank: Bank) -> None:
    """Somebody else's connection is writing loans: the second is told, and nothing of it is written."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(20261, 4)")
        with pytest.raises(AnotherHandoverRuns):
            bring(workbook(portfolio()))
    finally:
        other.close()
    assert not Loan.objects.exists()


def test_a_file_checked_before_another_came_in_is_checked_again(bank: Bank) -> None:
    earlier = check(workbook(portfolio()))
    bring(workbook(portfolio()))
    with pytest.raises(BooksMoved), transaction.atomic():
        receive_handover(key=new_id(), by=SYSTEM, at=AT, handover=earlier.id, leaving_bad=False)
    assert Loan.objects.count() == 6


def test_what_nobody_took_in_is_put_away_after_a_month(bank: Bank, django_capture_on_commit_callbacks: Any) -> None:
    """Files and lines go; loans that were taken in stay, and so does what is younger."""
    taken = bring(workbook(portfolio()))
    waiting = [check(workbook(portfolio(**{"Số hợp đồng": number}))) for number in ("77", "78")]
    stored = default_storage.save("portfolio/waiting", ContentFile(b"PK"))
    Handover.objects.filter(id=waiting[0].id).update(asked_at=clock.now() - timedelta(days=31), stored_as=stored)
    Handover.objects.filter(id=waiting[1].id).update(asked_at=clock.now() - timedelta(days=29))
    Handover.objects.filter(id=taken.id).update(asked_at=clock.now() - timedelta(days=31))
    with django_capture_on_commit_callbacks() as deleting:
        put_away_forgotten()
    assert default_storage.exists(stored), "an act that is undone in the end would have lost it"
    for each in deleting:
        each()
    assert set(HandoverRow.objects.values_list("handover", flat=True).distinct()) == {waiting[1].id}
    assert not default_storage.exists(stored)
    assert {each.state for each in Handover.objects.exclude(id=waiting[1].id)} == {"dropped", "taken"}
    assert Loan.objects.count() == 6
