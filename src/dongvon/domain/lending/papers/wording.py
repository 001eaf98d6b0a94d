"""How the bank's forms write dates, money and names."""

from datetime import date
from decimal import Decimal
from typing import Final

from dongvon.domain.groups.vocabulary import Organisation
from dongvon.domain.people.vocabulary import ListKind, PersonRow
from dongvon.domain.programmes.vocabulary import CeilingPer
from dongvon.domain.units.queries.directory import UnitRow
from dongvon.domain.units.queries.places import places
from dongvon.kernel.money import format_dong
from dongvon.kernel.text import format_number

BANK: Final = "Ngân hàng Chính sách xã hội"
ISSUER: Final = (BANK.upper(), "{{ office|upper }}")
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


def used_for(use: str) -> str:
    """The use that has a ceiling of its own, or nothing."""
    return USES[CeilingPer(use)] if use else ""


def managed_by(organisation: str) -> str:
    """The organisation that manages a group."""
    return ORGANISATIONS[Organisation(organisation)]


#: Lines of a plan that have a ceiling of their own.
USES: Final = {
    CeilingPer.HOUSE_REPAIR: "Sửa nhà ở",
    CeilingPer.ELECTRICITY: "Mắc điện",
    CeilingPer.CLEAN_WATER: "Nước sạch",
    CeilingPer.SCHOOLING: "Chi phí học tập",
}
#: What a direct loan pays for, and who asks for a home.
KINDS: Final = {
    "home_purchase": "mua, thuê mua nhà ở xã hội",
    "home_build": "xây dựng mới hoặc cải tạo, sửa chữa nhà ở",
    "establishment": "dự án của cơ sở sản xuất, kinh doanh",
    "overseas": "đi làm việc ở nước ngoài theo hợp đồng",
    "works": "công trình nước sạch, vệ sinh",
}
#: The lists that entitle, as papers name them.
LISTS: Final = {
    ListKind.POOR: "hộ nghèo",
    ListKind.NEAR_POOR: "hộ cận nghèo",
    ListKind.ESCAPED: "hộ mới thoát nghèo",
    ListKind.AVERAGE: "hộ có mức sống trung bình",
    ListKind.STUDENT: "HSSV có hoàn cảnh khó khăn",
    ListKind.OTHER: "đối tượng khác",
}
FAMILIES: Final = {"single": "độc thân", "parent": "độc thân nuôi con", "married": "đã kết hôn"}


def percent(rate: Decimal | None) -> str:
    """6.2400 → "6,24", or nothing."""
    return "" if rate is None else format_number(rate.normalize())


def office_of(unit: UnitRow) -> str:
    """ "Phòng giao dịch Trảng Bom": what everybody calls an office, written out."""
    return unit.short_name.replace("PGD ", "Phòng giao dịch ")


def commune_of(place: str, *, on: date) -> str:
    """ "xã Hưng Thịnh"; nothing for a code that names no place of that day."""
    return next((f"{row.type} {row.name}" for row in places(on=on) if row.code == place), "")


def sex_of(person: PersonRow | None) -> str:
    """Nam, Nữ, or nothing."""
    return {"female": "Nữ", "male": "Nam"}.get(person.sex, "") if person else ""
