"""The targets about capital and growth are told apart, each with its own denominator."""

from django.test import Client
from django.urls import reverse

from tests.operations.insight.portfolio import Portfolio


def shown(client: Client, **query: str) -> str:
    answer = client.get(reverse("insight:targets"), query)
    assert answer.status_code == 200
    return answer.content.decode().replace("\u00a0", " ")


def test_growth_and_shares_stand_beside_their_denominators(director: Client, portfolio: Portfolio) -> None:
    page = shown(director)
    assert "Tổng nguồn vốn của chi nhánh, không phải dư nợ" in page
    for figure in ("25,00 %", "50,00 %", "23,33 %"):
        assert figure in page


def test_a_trial_starts_from_the_last_whole_year(director: Client, portfolio: Portfolio) -> None:
    """1,200 at the end of 2025, 200 of it local; at 50 % a year, all of it local: 1,800 and 800, 44.44 %."""
    page = shown(director, growth="50", local_part="100", until_year="2026")
    assert "Chốt cuối ngày 31/12/2025" in page
    assert "44,44 %" in page


def test_rates_that_make_no_sense_are_said(director: Client, portfolio: Portfolio) -> None:
    page = shown(director, growth="mười")
    assert "Dư nợ nếu tăng đúng như vậy" not in page


def test_only_those_who_oversee_the_city_are_offered_the_page(reporter: Client, portfolio: Portfolio) -> None:
    assert reverse("insight:targets") not in reporter.get(reverse("insight:overview")).content.decode()
