"""The pages of day closing: what was done, what is missing, whether all agrees."""

from copy import deepcopy
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.lending.jobs import close_days
from dongvon.domain.lending.models import Loan
from dongvon.domain.lending.operations.start_close import start_close
from dongvon.kernel.ids import new_id
from tests.interfaces.signing import sign_in
from tests.operations.lending.bank import Bank

AT = datetime(2026, 3, 12, 2, 0, tzinfo=UTC)


@pytest.fixture
def bank(founded_bank: Bank, db: None) -> Bank:
    bank = deepcopy(founded_bank)
    bank.lend(on=date(2026, 1, 10), amount=50_000_000)
    close_days(until=date(2026, 3, 9))
    return bank


@time_machine.travel(AT)
def test_the_page_says_what_is_open_and_what_is_missing(client: Client, bank: Bank) -> None:
    sign_in(client, "inspector")
    page = client.get(reverse("closing:index")).content.decode()
    assert "Còn 2 ngày chưa khóa sổ" in page
    assert "10/03/2026" in page  # the open day
    assert "50.000.000" in page  # the control sum of the snapshot


@time_machine.travel(AT)
def test_an_unfinished_closing_names_the_steps_left(client: Client, bank: Bank) -> None:
    start_close(key=new_id(), by=SYSTEM, at=AT, on=date(2026, 3, 10))
    sign_in(client, "inspector")
    page = client.get(reverse("closing:index")).content.decode()
    assert "đang khóa sổ dở" in page
    assert "Hết thời gian khoanh, Hết thời gian ân hạn" in page


def test_nothing_closed_yet_is_said(client: Client) -> None:
    sign_in(client, "inspector")
    assert "Chưa khóa sổ ngày nào" in client.get(reverse("closing:index")).content.decode()


def test_agreement_is_said(client: Client, bank: Bank) -> None:
    sign_in(client, "inspector")
    address = reverse("closing:verified")
    assert "nói cùng một số" not in client.get(address).content.decode()
    assert "nói cùng một số" in client.get(address, {"unit": str(bank.office)}).content.decode()


def test_a_disagreement_is_named(client: Client, bank: Bank) -> None:
    Loan.objects.update(collected_in_term=5)
    sign_in(client, "inspector")
    page = client.get(reverse("closing:verified"), {"unit": str(bank.office)}).content.decode()
    assert "collected in term" in page
    assert "Có chênh lệch" in page


def test_the_page_costs_few_queries(
    client: Client, bank: Bank, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    sign_in(client, "inspector")
    with django_assert_num_queries(BUDGET):
        client.get(reverse("closing:index"))
    close_days(until=date(2026, 3, 12))
    with django_assert_num_queries(BUDGET):
        client.get(reverse("closing:index"))


#: Eleven of them are the frame: role, scope, session, standing.
BUDGET = 13
