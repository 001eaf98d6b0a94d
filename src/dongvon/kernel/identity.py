"""The 12-digit personal number: what its digits say, and doubts about it as data.

Source: Luật Căn cước 2023 art. 12, Nghị định 137/2015/NĐ-CP art. 13, Thông tư 59/2021/TT-BCA.
The number has no check digit.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from dongvon.kernel.refusals import Refusal

_FIRST_CENTURY: Final = 1900
_SHOWN: Final = 4
_SPACES: Final = re.compile(r"[\s.]")
_TWELVE: Final = re.compile(r"[0-9]{12}")


class NotAPersonalNumber(Refusal):
    """The text has not the shape of a personal number."""

    text = "Số định danh cá nhân phải gồm đúng 12 chữ số; đề nghị kiểm tra lại trên thẻ căn cước."
    field = "personal_number"


class Doubt(StrEnum):
    """What looks wrong about a well-shaped number; a person decides, the program only says."""

    UNKNOWN_BIRTHPLACE = "unknown_birthplace"
    OTHER_BIRTH_YEAR = "other_birth_year"
    OTHER_SEX = "other_sex"
    BORN_LATER = "born_later"


class Sex(StrEnum):
    """As the number records it."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalNumber:
    """A number of the right shape and what it says."""

    digits: str
    birthplace_code: str
    sex: Sex
    birth_year: int

    @property
    def masked(self) -> str:
        """Only the last digits, as screens show it."""
        return "•" * (len(self.digits) - _SHOWN) + self.digits[-_SHOWN:]


def read_number(text: str) -> PersonalNumber:
    """The number read digit by digit, spaces and dots passed over; refuses `NotAPersonalNumber`."""
    digits = _SPACES.sub("", text)
    if not _TWELVE.fullmatch(digits):
        raise NotAPersonalNumber()
    century = int(digits[3])
    return PersonalNumber(
        digits=digits,
        birthplace_code=digits[:3],
        sex=Sex.FEMALE if century % 2 else Sex.MALE,
        birth_year=_FIRST_CENTURY + century // 2 * 100 + int(digits[4:6]),
    )


def doubts(
    number: PersonalNumber,
    *,
    birth_year: int | None = None,
    sex: Sex | None = None,
    on: date | None = None,
) -> tuple[Doubt, ...]:
    """What does not fit with the rest of the file; each known fact is compared, unknown ones are not.

    A birthplace outside the list may be a country or a later code, so it is a doubt and not an error.
    """
    found = (
        (number.birthplace_code not in BIRTHPLACES, Doubt.UNKNOWN_BIRTHPLACE),
        (birth_year is not None and birth_year != number.birth_year, Doubt.OTHER_BIRTH_YEAR),
        (sex is not None and sex != number.sex, Doubt.OTHER_SEX),
        (on is not None and number.birth_year > on.year, Doubt.BORN_LATER),
    )
    return tuple(doubt for holds, doubt in found if holds)


BIRTHPLACES: Final = {
    "001": "Hà Nội",
    "002": "Hà Giang",
    "004": "Cao Bằng",
    "006": "Bắc Kạn",
    "008": "Tuyên Quang",
    "010": "Lào Cai",
    "011": "Điện Biên",
    "012": "Lai Châu",
    "014": "Sơn La",
    "015": "Yên Bái",
    "017": "Hòa Bình",
    "019": "Thái Nguyên",
    "020": "Lạng Sơn",
    "022": "Quảng Ninh",
    "024": "Bắc Giang",
    "025": "Phú Thọ",
    "026": "Vĩnh Phúc",
    "027": "Bắc Ninh",
    "030": "Hải Dương",
    "031": "Hải Phòng",
    "033": "Hưng Yên",
    "034": "Thái Bình",
    "035": "Hà Nam",
    "036": "Nam Định",
    "037": "Ninh Bình",
    "038": "Thanh Hóa",
    "040": "Nghệ An",
    "042": "Hà Tĩnh",
    "044": "Quảng Bình",
    "045": "Quảng Trị",
    "046": "Thừa Thiên Huế",
    "048": "Đà Nẵng",
    "049": "Quảng Nam",
    "051": "Quảng Ngãi",
    "052": "Bình Định",
    "054": "Phú Yên",
    "056": "Khánh Hòa",
    "058": "Ninh Thuận",
    "060": "Bình Thuận",
    "062": "Kon Tum",
    "064": "Gia Lai",
    "066": "Đắk Lắk",
    "067": "Đắk Nông",
    "068": "Lâm Đồng",
    "070": "Bình Phước",
    "072": "Tây Ninh",
    "074": "Bình Dương",
    "075": "Đồng Nai",
    "077": "Bà Rịa - Vũng Tàu",
    "079": "Thành phố Hồ Chí Minh",
    "080": "Long An",
    "082": "Tiền Giang",
    "083": "Bến Tre",
    "084": "Trà Vinh",
    "086": "Vĩnh Long",
    "087": "Đồng Tháp",
    "089": "An Giang",
    "091": "Kiên Giang",
    "092": "Cần Thơ",
    "093": "Hậu Giang",
    "094": "Sóc Trăng",
    "095": "Bạc Liêu",
    "096": "Cà Mau",
}
