"""How the bank's forms write dates, money and names."""

from datetime import date
from typing import Final

from dongvon.domain.groups.vocabulary import Organisation
from dongvon.kernel.money import format_dong

BANK: Final = "NGÂN HÀNG CHÍNH SÁCH XÃ HỘI"
ISSUER: Final = (BANK, "{{ office }}")
#: As at the head of every paper of the State: place, and the day with two figures where Nghị định 30/2020 asks.
PLACE_AND_DATE: Final = "{{ place }}, {{ day }}"

ORGANISATIONS: Final = {
    Organisation.FARMERS: "Hội Nông dân",
    Organisation.WOMEN: "Hội Liên hiệp Phụ nữ",
    Organisation.VETERANS: "Hội Cựu chiến binh",
    Organisation.YOUTH: "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    Organisation.DIRECT: "",
}


def long_day(on: date) -> str:
    """05/02/2026 → "ngày 05 tháng 02 năm 2026"; months from March on take no zero."""
    return f"ngày {on.day:02} tháng {f'{on.month:02}' if on.month < 3 else on.month} năm {on.year}"


def short_day(on: date | None) -> str:
    """dd/mm/yyyy, or nothing."""
    return f"{on:%d/%m/%Y}" if on else ""


def dong(amount: int | None) -> str:
    """1.234.567, or nothing."""
    return "" if amount is None else format_dong(amount)


def millions(amount: int) -> str:
    """Đồng in millions, as branch reports write them: 1500000 → "1,5"."""
    return f"{amount / 1_000_000:,.3f}".rstrip("0").rstrip(".").translate(str.maketrans(",.", ".,"))


def managed_by(organisation: str) -> str:
    """The organisation that manages a group."""
    return ORGANISATIONS[Organisation(organisation)]
