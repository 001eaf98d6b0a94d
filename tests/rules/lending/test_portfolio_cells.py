"""What stands in a cell is read as people write it; what cannot be meant is named."""

from datetime import date
from typing import Any

import pytest

from dongvon.domain.lending.rules.portfolio.cells import reader_of
from dongvon.domain.lending.rules.portfolio.fields import BY_KEY


@pytest.mark.parametrize(
    ("key", "cell", "value"),
    [
        ("in_term", "45.000.000", 45_000_000),
        ("in_term", "45,000,000", 45_000_000),
        ("in_term", "45 000 000 đ", 45_000_000),
        ("in_term", "45.000.000,00", 45_000_000),
        ("in_term", 45_000_000.0, 45_000_000),
        ("in_term", "1.234", 1_234),
        ("in_term", "-", 0),
        ("signed_on", "10/03/2024", "2024-03-10"),
        ("signed_on", "2024-03-10", "2024-03-10"),
        ("signed_on", "10.3.2024", "2024-03-10"),
        ("signed_on", 45_361, "2024-03-10"),  # as Excel keeps that day
        ("signed_on", "45361", "2024-03-10"),
        ("signed_on", date(2024, 3, 10), "2024-03-10"),
        ("signed_on", "2024-03-10 00:00:00", "2024-03-10"),
        ("birth", 1980, (1980, None, None)),
        ("birth", "11/1980", (1980, 11, None)),
        ("birth", 29_549, (1980, 11, 24)),
        ("programme", 1, "01"),
        ("unit_code", 4_606, "004606"),
        ("group_code", "123", "0000123"),
        ("personal_number", 75_180_000_001, "075180000001"),
        ("personal_number", "075 180 000 001", "075180000001"),
        ("personal_number", "•••••••• 0001", None),
        ("phone", 900_000_001, "0900000001"),
        ("rate", "6,24", "6.24"),
        ("rate", "6.24%", "6.24"),
        ("rate", 0.0624, "6.24"),
        ("fund", "Trung ương", "1"),
        ("fund", "ĐP", "2"),
        ("organisation", "Hội Phụ nữ", "12"),
        ("sex", "Nữ", "female"),
        ("point", "TXN012", 12),
        ("term_months", "60 tháng", 60),
        ("hamlet", "   ", None),
    ],
)
def test_a_cell_means(key: str, cell: Any, value: Any) -> None:
    assert reader_of(BY_KEY[key])(cell) == (value, "")


@pytest.mark.parametrize(
    ("key", "cell", "fault"),
    [
        ("in_term", "12,5", "not_whole"),
        ("in_term", 0.5, "not_whole"),
        ("in_term", "-5.000", "negative"),
        ("in_term", "ba triệu", "not_money"),
        ("in_term", "#REF!", "formula"),
        ("in_term", "=", "formula"),
        ("signed_on", "31/02/2024", "not_a_date"),
        ("signed_on", "5/6/24", "not_a_date"),
        ("signed_on", "01/01/1900", "unlikely_date"),
        ("contract_number", 6_600_000_000_000_001, "rounded"),
        ("personal_number", "12345", "not_a_personal_number"),
        ("personal_number", "123456789", "old_number"),
        ("rate", "sáu phần trăm", "not_a_percent"),
        ("fund", "3", "not_a_fund"),
        ("full_name", "12345", "not_a_name"),
        ("hamlet", "a" * 300, "too_long"),
    ],
)
def test_a_cell_cannot_mean(key: str, cell: Any, fault: str) -> None:
    assert reader_of(BY_KEY[key])(cell) == (None, fault)
