"""Papers about a loan: what its borrower asks for, and is told."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from dongvon.domain.documents.papers.printed_form import printed
from dongvon.domain.documents.papers.word_form import word
from dongvon.domain.lending.models import Disbursement, Freeze, Loan, Petition, UseCheck
from dongvon.domain.lending.operations.decline_petition import decline_petition
from dongvon.domain.lending.operations.file_petition import file_petition
from dongvon.domain.lending.papers.of_loan import paper_of_loan, papers_of_loan
from dongvon.domain.lending.papers.of_round import paper_of_round
from dongvon.domain.lending.queries.loan import loan_facts
from dongvon.domain.lending.queries.risk_rounds import round_on
from dongvon.domain.lending.vocabulary import PetitionKind
from dongvon.kernel.ids import new_id
from tests.operations.lending.bank import DIRECTOR, OFFICER, Bank

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
ON = date(2026, 11, 24)


@pytest.fixture
def loan(bank: Bank) -> Loan:
    return bank.lend(on=date(2026, 1, 10), amount=50_000_000)


def told(loan: Loan, code: str) -> str:
    paper = paper_of_loan(loan.id, code, on=ON)
    assert paper is not None
    assert word(paper.form, paper.values).startswith(b"PK")
    pages = PdfReader(BytesIO(printed(paper.form, [paper.values], at=AT))).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def ask(loan: Loan, kind: PetitionKind, words: str) -> None:
    envelope = {"key": new_id(), "by": OFFICER, "at": AT}
    file_petition(**envelope, loan=loan.id, kind=kind, received_on=ON, asked=words)


def test_a_sound_loan_has_no_overdue_notice(loan: Loan) -> None:
    facts = loan_facts(loan.id)
    assert facts is not None
    assert [form.number for form in papers_of_loan(facts)] == ["08/TD", "09/TD", "01/XLN", "02/XLN", "06A/TD"]
    assert paper_of_loan(loan.id, "14-td", on=ON) is None


def test_a_rescheduling_tells_the_next_part_and_the_reason(loan: Loan) -> None:
    """Three yearly parts of 50 million, floored to 100,000: the first is 16.6 million (test vector D4)."""
    ask(loan, PetitionKind.RESCHEDULE, "Bò bị bệnh, xin trả sau vụ tiêu")
    page = told(loan, "08-td")
    assert "16.600.000" in page
    assert "Bò bị bệnh, xin trả sau vụ tiêu" in page
    assert "Năm mươi triệu đồng" in page
    assert "Bò bị bệnh" not in told(loan, "09-td")


def test_an_answer_stands_on_the_paper(loan: Loan) -> None:
    ask(loan, PetitionKind.EXTEND, "Mất mùa")
    petition = Petition.objects.get(loan=loan).id
    decline_petition(key=new_id(), by=DIRECTOR, at=AT, petition=petition, reason="Chưa đến hạn")
    assert "Không chấp thuận. Lý do: Chưa đến hạn." in told(loan, "09-td")


def test_a_risk_is_put_on_paper_twice(loan: Loan) -> None:
    ask(loan, PetitionKind.FREEZE, "Lũ cuốn trôi chuồng trại")
    assert "khoanh nợ" in told(loan, "01-xln")
    paper = paper_of_loan(loan.id, "02-xln", on=ON)
    assert paper is not None
    assert paper.copies == 2
    assert len(paper.values["present"]) == 7
    assert "Lũ cuốn trôi chuồng trại" in told(loan, "02-xln")


def test_an_overdue_notice_names_sum_and_rate(loan: Loan) -> None:
    """A poor household's 6.24 % a year becomes 8.112 % on what is overdue (test vectors B)."""
    Loan.objects.filter(id=loan.id).update(in_term=40_000_000, overdue=10_000_000)
    page = told(loan, "14-td")
    assert "10.000.000 đồng (bằng chữ: Mười triệu đồng)" in page
    assert "8,112 %/năm" in page


def round_told(code: str) -> str:
    paper = paper_of_round(code, round_on(ON), office="PGD Trảng Bom", place="xã Trảng Bom", on=ON)
    assert paper is not None
    assert word(paper.form, paper.values).startswith(b"PK")
    return " ".join(PdfReader(BytesIO(printed(paper.form, [paper.values], at=AT))).pages[0].extract_text().split())


def test_a_round_lists_what_was_asked_and_not_turned_down(loan: Loan, bank: Bank) -> None:
    """November is in the second round of the year; the whole principal of one loan is asked for, in words too."""
    other = bank.lend(on=date(2026, 1, 10), amount=20_000_000)
    ask(loan, PetitionKind.FREEZE, "Lũ cuốn trôi chuồng trại")
    ask(other, PetitionKind.FREEZE, "Mất mùa")
    turned_down = Petition.objects.get(loan=other).id
    decline_petition(key=new_id(), by=DIRECTOR, at=AT, petition=turned_down, reason="Thiệt hại dưới 40 %")
    page = round_told("04-xln")
    assert "Đợt 2 năm 2026" in page
    assert "Lũ cuốn trôi chuồng trại" in page
    assert "Mất mùa" not in page
    assert "Năm mươi triệu đồng" in page
    assert "Mất mùa" not in round_told("05-xln")
    assert "1. Khoanh nợ: 1 khoản, nợ gốc 50.000.000 đồng (Năm mươi triệu đồng)." in round_told("to-trinh-xu-ly-no")


def test_results_of_a_round_stand_by_decision(loan: Loan) -> None:
    told = {"loan": loan, "booked_on": ON, "decision": "77/QĐ-HĐQT", "person": DIRECTOR.person, "posted_at": AT}
    spell = {"from_on": ON, "until_on": date(2026, 12, 24), "months": 1, "cause_code": "102", "reason": "Bão số 9"}
    Freeze.objects.create(**told, **spell, in_term=50_000_000, overdue=0)
    page = round_told("13-xln")
    assert "77/QĐ-HĐQT" in page
    assert "50.000.000" in page
    assert "77/QĐ-HĐQT" not in round_told("14-xln")
    ending = round_told("03-qlnk")
    assert "24/12/2026" in ending
    assert "Bão số 9" not in ending


def test_a_check_of_one_borrower_is_open_for_the_pen_until_somebody_went_there(loan: Loan) -> None:
    paper = paper_of_loan(loan.id, "06a-td", on=ON)
    assert paper is not None
    assert paper.copies == 2
    assert "Đúng mục đích: …" in told(loan, "06a-td")
    lent = Disbursement.objects.get(loan=loan)
    seen = {"checked_on": ON, "balance": 50_000_000, "rightly": 30_000_000, "wrongly": 20_000_000}
    words = {"used_for": "Mua 2 con bò", "effect": "Khá", "measures": "Trả lại 20 triệu đồng"}
    by = {"person": OFFICER.person, "posted_at": AT}
    UseCheck.objects.create(loan=loan, disbursement=lent, received=50_000_000, **seen, **words, **by)
    page = told(loan, "06a-td")
    assert "Đúng mục đích: 30.000.000 đồng; sai mục đích: 20.000.000 đồng" in page
    assert "Trả lại 20 triệu đồng" in page
