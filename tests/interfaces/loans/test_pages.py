"""The pages of loans: found, read whole, counted to any day, taken away as a workbook."""

from datetime import date
from io import BytesIO

from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from dongvon.domain.lending.models import Loan
from dongvon.domain.people.models import Viewing
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.calendar import add_months
from tests.interfaces.signing_in import sign_in
from tests.operations.lending.bank import Bank
from tests.operations.units.city import City


def _teller(client: Client, city: City) -> None:
    sign_in(client, city.person("nam", unit="pgd-trang-bom", role=Role.TELLER))


def _page(client: Client, loan: Loan, **query: str) -> str:
    return client.get(reverse("loans:loan", args=[loan.id]), query).content.decode()


def test_a_loan_is_found_by_name_without_accents(client: Client, city: City, loan: Loan) -> None:
    _teller(client, city)
    page = client.post(reverse("loans:loans"), {"text": "hoa nguyen"}).content.decode()
    assert "Nguyễn Thị Hoa" in page
    assert reverse("loans:loan", args=[loan.id]) in page
    assert "Không có khoản vay nào như vậy" in client.post(reverse("loans:loans"), {"text": "tung"}).content.decode()


def test_a_name_is_never_part_of_an_address(client: Client, city: City, bank: Bank, loan: Loan) -> None:
    other = bank.lend(on=date(2026, 2, 10), amount=1_000_000)
    _teller(client, city)
    page = client.get(reverse("loans:loans"), {"text": "hoa"}).content.decode()
    assert other.contract_number in page  # what an address says of a name is not heard
    page = client.get(reverse("loans:loans"), {"text": loan.contract_number}).content.decode()
    assert other.contract_number not in page


def test_who_was_seen_is_noted(client: Client, city: City, loan: Loan) -> None:
    _teller(client, city)
    _page(client, loan)
    client.get(reverse("loans:statement_file", args=[loan.id]))
    assert [(each.shown, each.exported) for each in Viewing.objects.order_by("at")] == [
        ([loan.borrower_id], False),
        ([loan.borrower_id], True),
    ]


def test_only_who_reads_the_books_is_led_to_them(client: Client, city: City, loan: Loan) -> None:
    books = reverse("books:about", args=[loan.id])
    _teller(client, city)
    assert books not in _page(client, loan)
    sign_in(client, city.person("thao", unit="pgd-trang-bom", role=Role.ACCOUNTANT))
    assert books in _page(client, loan)


def test_a_filter_nobody_can_mean_is_left_out(client: Client, city: City, loan: Loan) -> None:
    _teller(client, city)
    page = client.get(reverse("loans:loans"), {"place": "99999", "state": "?", "trang": "0"}).content.decode()
    assert "Nguyễn Thị Hoa" in page


def test_the_page_explains_interest_to_the_dong(client: Client, city: City, loan: Loan) -> None:
    """C1: 31 days at 6.24 %."""
    _teller(client, city)
    page = _page(client, loan, on="10/02/2026")
    assert "264.986" in page
    assert "264.986,30137" in page
    assert "2553/QĐ-TTg có hiệu lực từ 01/12/2025 cho mọi khoản đang dư nợ" in page


def test_a_day_that_is_none_falls_back_to_today(client: Client, city: City, loan: Loan) -> None:
    _teller(client, city)
    answer = client.get(reverse("loans:loan", args=[loan.id]), {"on": "31/02/2026"})
    assert answer.status_code == 200
    assert "Giải thích tiền lãi đến trước ngày" in answer.content.decode()


def test_another_office_has_no_such_loan(client: Client, city: City, loan: Loan) -> None:
    sign_in(client, city.person("mai", unit="ubnd-26041", role=Role.UNIT_HEAD))
    assert client.get(reverse("loans:loan", args=[loan.id])).status_code == 404
    assert "Nguyễn Thị Hoa" not in client.get(reverse("loans:loans")).content.decode()


def test_the_commune_reads_its_borrowers_loans(client: Client, city: City, loan: Loan) -> None:
    sign_in(client, city.person("tung", unit="ubnd-26242", role=Role.UNIT_HEAD))
    page = _page(client, loan)
    assert "Nguyễn Thị Hoa" in page
    assert "Thu nợ</" not in page


def test_the_statement_is_a_workbook(client: Client, city: City, bank: Bank, loan: Loan) -> None:
    bank.pay(loan, 10_264_986, on=date(2026, 2, 10))
    _teller(client, city)
    answer = client.get(reverse("loans:statement_file", args=[loan.id]))
    book = CalamineWorkbook.from_filelike(BytesIO(answer.content))
    rows = book.get_sheet_by_name("Sổ phụ").to_python()
    assert [row[2:] for row in rows[3:5]] == [
        ["Giải ngân", 50_000_000.0, 0.0, 0.0, 50_000_000.0],
        ["Thu nợ", 0.0, 10_000_000.0, 264_986.0, 40_000_000.0],
    ]
    assert rows[3][0] == date(2026, 1, 10)
    assert book.get_sheet_by_name("Lãi").to_python()[3][6] == "2553/QĐ-TTg"


def test_the_transfers_of_a_loan_lead_back_to_it(client: Client, city: City, loan: Loan) -> None:
    sign_in(client, city.person("yen", unit="pgd-trang-bom", role=Role.ACCOUNTANT))
    page = client.get(reverse("books:about", args=[loan.id])).content.decode()
    assert "50.000.000" in page
    assert reverse("loans:loan", args=[loan.id]) in page


def test_a_long_life_costs_no_more_queries(
    client: Client, city: City, bank: Bank, loan: Loan, django_assert_num_queries
) -> None:  # type: ignore[no-untyped-def]
    _teller(client, city)
    with django_assert_num_queries(BUDGET_OF_A_LOAN):
        _page(client, loan)
    for month in range(2, 8):
        bank.pay(loan, 1_000_000, on=date(2026, month, 10))
    with django_assert_num_queries(BUDGET_OF_A_LOAN):
        _page(client, loan)


def test_a_long_life_shows_its_latest_lines_first_and_all_of_them_when_asked(
    client: Client, city: City, bank: Bank, loan: Loan
) -> None:
    """Sixteen receipts after the disbursement: the statement holds seventeen lines, the sums are of all."""
    for month in range(1, 17):
        bank.pay(loan, 1_000_000, on=add_months(date(2026, 1, 10), month))
    _teller(client, city)
    cut, whole = _page(client, loan), _page(client, loan, day_du="1")
    assert "Hiện tất cả các dòng từ đầu" in cut
    assert 'href="?day_du=1#in"' in cut
    assert "Hiện tất cả các dòng từ đầu" not in whole
    assert "10/02/2026" not in _statement(cut)
    assert "10/05/2027" in _statement(cut)
    assert "10/02/2026" in _statement(whole)
    foot = _statement(whole).partition("<tfoot>")[2]
    assert foot == _statement(cut).partition("<tfoot>")[2]
    assert "50.000.000" in foot


def _statement(page: str) -> str:
    return page.partition('id="so-phu"')[2].partition("</table>")[0]


def test_a_long_list_costs_no_more_queries(
    client: Client, city: City, bank: Bank, loan: Loan, django_assert_num_queries
) -> None:  # type: ignore[no-untyped-def]
    _teller(client, city)
    with django_assert_num_queries(BUDGET_OF_A_LIST):
        client.get(reverse("loans:loans"))
    for _ in range(4):
        bank.lend(on=date(2026, 2, 10), amount=1_000_000)
    with django_assert_num_queries(BUDGET_OF_A_LIST):
        client.get(reverse("loans:loans"))


#: Nine of them are the frame: role, scope, session, standing.
BUDGET_OF_A_LOAN, BUDGET_OF_A_LIST = 21, 17
