"""What stands in a cell, as a value of its column: numbers as text, lost zeros, three ways to write a day."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from dongvon.domain.lending.rules.portfolio.fields import Field, Kind
from dongvon.kernel.text import clean, fold

#: A value (None for an empty cell) and the code of what is wrong with the cell ("" for nothing).
Read = tuple[Any, str]
Reader = Callable[[Any], Read]

_DAY_ZERO: Final = date(1899, 12, 30)
_SERIALS: Final = range(20_000, 80_000)
_EARLIEST, _LATEST = date(1975, 1, 1), date(2100, 1, 1)
_EXACT: Final = 10**15
_GROUPED: Final = re.compile(r"\d{1,3}(?:([., ])\d{3})(?:\1\d{3})*(?:[.,]0{1,2})?")
_WHOLE: Final = re.compile(r"\d+(?:[.,]0{1,2})?")
_DATE: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_ISO: Final = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_AFTER_DAY: Final = re.compile(r"[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?$")
_BROKEN: Final = re.compile(r"=|#(?:REF!|DIV/0!|N/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
_CODE: Final = re.compile(r"[\w./-]{1,40}")
_UNIT: Final = re.compile(r"\s*(?:đồng|đ|vnđ|vnd)\.?$", re.IGNORECASE)
_LONGEST: Final = 200


def reader_of(field: Field) -> Reader:
    """How the cells of a column are read; every value is given as it is staged."""
    read = _READERS[field.kind]
    if field.kind is Kind.CODE:
        return _guarded(lambda cell: _code(cell, width=field.width))
    return _guarded(read)


def _guarded(read: Reader) -> Reader:
    def guarded(cell: Any) -> Read:
        if isinstance(cell, str):
            cell = clean(cell.replace("\0", ""))
            if _BROKEN.fullmatch(cell):
                return None, "formula"
            if len(cell) > _LONGEST:
                return None, "too_long"
        return (None, "") if cell is None or cell == "" else read(cell)

    return guarded


def _code(cell: Any, *, width: int) -> Read:
    if isinstance(cell, int | float):
        if cell >= _EXACT:
            return None, "rounded"
        return (str(cell).zfill(width), "") if isinstance(cell, int) and cell >= 0 else (None, "not_a_code")
    text = str(cell).removeprefix("'").replace(" ", "").upper()
    if not _CODE.fullmatch(text):
        return None, "not_a_code"
    return (text.zfill(width) if text.isdigit() else text), ""


def _text(cell: Any) -> Read:
    return str(cell).removeprefix("'").strip(), ""


def _name(cell: Any) -> Read:
    text = str(cell)
    if len(text) > 120 or not any(letter.isalpha() for letter in text):
        return None, "not_a_name"
    return text, ""


def _money(cell: Any) -> Read:
    if isinstance(cell, str):
        cell = _amount_of(_UNIT.sub("", cell))
    if isinstance(cell, float):
        nearest = round(cell)
        cell = nearest if abs(cell - nearest) < 1e-6 else "part"
    if not isinstance(cell, int):
        return None, "not_whole" if cell == "part" else "not_money"
    return (cell, "") if 0 <= cell < 10**13 else (None, "negative" if cell < 0 else "too_much")


def _amount_of(text: str) -> int | str:
    if text.isdecimal():
        return int(text)
    if text in ("-", "–"):
        return 0
    sign = -1 if text.startswith(("-", "(")) else 1
    plain = text.strip("-−() ").replace("\u00a0", " ")
    if _WHOLE.fullmatch(plain) and not _GROUPED.fullmatch(plain):
        return sign * int(re.split(r"[.,]", plain)[0])
    if _GROUPED.fullmatch(plain):
        return sign * int(re.sub(r"[., ]", "", re.sub(r"[.,]0{1,2}$", "", plain)))
    return "part" if re.fullmatch(r"[\d., ]+", plain) else "words"


def _count(cell: Any) -> Read:
    digits = re.fullmatch(r"[A-Za-z]{0,4}(\d{1,5})(?:[.,]0+)?(?: tháng)?", str(cell))
    return (int(digits[1]), "") if digits else (None, "not_a_count")


def _date(cell: Any) -> Read:
    found = cell if isinstance(cell, date) else _day_of(cell)
    if found is None:
        return None, "not_a_date"
    return (found.isoformat(), "") if _EARLIEST <= found < _LATEST else (None, "unlikely_date")


def _day_of(cell: Any) -> date | None:
    text = _AFTER_DAY.sub("", str(cell))
    if text.removesuffix(".0").isdigit() or isinstance(cell, float):
        serial = int(float(text))
        return _DAY_ZERO + timedelta(days=serial) if serial in _SERIALS else None
    try:
        if found := _DATE.fullmatch(text):
            return date(int(found[4]), int(found[3]), int(found[1]))
        if found := _ISO.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    return None


def _birth(cell: Any) -> Read:
    """(year, month, day), the last two as far as they are known."""
    text = str(cell).removesuffix(".0")
    if re.fullmatch(r"(?:19|20)\d\d", text):
        return (int(text), None, None), ""
    if found := re.fullmatch(r"(\d{1,2})[/.-]((?:19|20)\d\d)", text):
        return ((int(found[2]), int(found[1]), None), "") if 1 <= int(found[1]) <= 12 else (None, "not_a_date")
    day = cell if isinstance(cell, date) else _birthday_of(cell)
    if day is None:
        return None, "not_a_date"
    return ((day.year, day.month, day.day), "") if day.year >= 1900 else (None, "unlikely_date")


def _birthday_of(cell: Any) -> date | None:
    """People were born before the serials that loans have."""
    if isinstance(cell, int) and 366 < cell < 50_000:
        return _DAY_ZERO + timedelta(days=cell)
    return _day_of(cell)


def _percent(cell: Any) -> Read:
    text = str(cell).replace("%", "").replace(",", ".").strip()
    try:
        percent = Decimal(text)
    except InvalidOperation:
        return None, "not_a_percent"
    if not isinstance(cell, str) and 0 < percent < Decimal("0.3"):
        percent = round(percent * 100, 6)  # a cell that Excel shows as a percentage holds its hundredth part
    return (f"{round(percent, 6).normalize():f}", "") if 0 <= percent <= 100 else (None, "not_a_percent")


def _sex(cell: Any) -> Read:
    word = _SEXES.get(fold(str(cell)))
    return (word, "") if word else (None, "not_a_sex")


def _personal_number(cell: Any) -> Read:
    if isinstance(cell, int):
        cell = str(cell).zfill(12) if cell >= 10**9 else str(cell)
    digits = re.sub(r"[\s.'-]", "", str(cell))
    if digits.startswith("•"):
        return None, ""  # a masked number of an export says nothing
    if re.fullmatch(r"\d{9}", digits):
        return None, "old_number"
    return (digits, "") if re.fullmatch(r"\d{12}", digits) else (None, "not_a_personal_number")


def _phone(cell: Any) -> Read:
    digits = re.sub(r"[\s.()-]", "", f"0{cell}" if isinstance(cell, int) and cell < 10**9 else str(cell))
    return (digits, "") if re.fullmatch(r"\+?\d{8,12}", digits) else (None, "not_a_phone")


def _fund(cell: Any) -> Read:
    word = _FUNDS.get(fold(str(cell)).removesuffix(".0"))
    return (word, "") if word else (None, "not_a_fund")


def _organisation(cell: Any) -> Read:
    word = _ORGANISATIONS.get(fold(str(cell)).removesuffix(".0"))
    return (word, "") if word else (None, "not_an_organisation")


def _event(cell: Any) -> Read:
    word = _EVENTS.get(fold(str(cell)))
    return (word, "") if word else (None, "not_an_event")


def _class(cell: Any) -> Read:
    word = _CLASSES.get(fold(str(cell)).removesuffix(".0"))
    return (word, "") if word else (None, "not_a_class")


_SEXES: Final = {"nam": "male", "nu": "female", "male": "male", "female": "female", "m": "male", "f": "female"}
_FUNDS: Final = {
    **dict.fromkeys(("1", "tw", "trung uong", "von trung uong", "nguon von trung uong", "1 tw"), "1"),
    **dict.fromkeys(
        ("2", "dp", "dia phuong", "von dia phuong", "nguon von dia phuong", "2 dp", "uy thac dia phuong"), "2"
    ),
}
_ORGANISATIONS: Final = {
    **dict.fromkeys(("11", "hoi nong dan", "nong dan", "hnd", "nd"), "11"),
    **dict.fromkeys(("12", "hoi lien hiep phu nu", "hoi phu nu", "phu nu", "hpn", "hlhpn", "pn"), "12"),
    **dict.fromkeys(("13", "hoi cuu chien binh", "cuu chien binh", "hccb", "ccb"), "13"),
    **dict.fromkeys(("14", "doan thanh nien", "dtn", "doan tncs ho chi minh", "tn"), "14"),
    **dict.fromkeys(("99", "truc tiep", "vay truc tiep", "cho vay truc tiep"), "99"),
}
_EVENTS: Final = {
    **dict.fromkeys(("giai ngan", "cho vay", "lent"), "lent"),
    **dict.fromkeys(("thu goc", "thu no goc", "thu no", "thu goc qua han", "principal"), "principal"),
    **dict.fromkeys(("thu lai", "thu lai trong han", "interest"), "interest"),
    **dict.fromkeys(("thu lai qua han", "overdue_interest"), "overdue_interest"),
    **dict.fromkeys(("thu lai an han", "grace_interest"), "grace_interest"),
    **dict.fromkeys(("chuyen qua han", "chuyen no qua han", "to_overdue"), "to_overdue"),
    **dict.fromkeys(("khoanh", "khoanh no", "to_frozen"), "to_frozen"),
    **dict.fromkeys(("het khoanh", "het khoanh no", "from_frozen"), "from_frozen"),
}
_CLASSES: Final = {
    **dict.fromkeys(("x", "1", "co", "uu tien", "priority"), "priority"),
    **dict.fromkeys(("0", "khong", "thong thuong", "ordinary"), "ordinary"),
}

_READERS: Final[dict[Kind, Reader]] = {
    Kind.CODE: _text,
    Kind.TEXT: _text,
    Kind.NAME: _name,
    Kind.MONEY: _money,
    Kind.COUNT: _count,
    Kind.DATE: _date,
    Kind.BIRTH: _birth,
    Kind.PERCENT: _percent,
    Kind.SEX: _sex,
    Kind.PERSONAL_NUMBER: _personal_number,
    Kind.PHONE: _phone,
    Kind.FUND: _fund,
    Kind.ORGANISATION: _organisation,
    Kind.CLASS: _class,
    Kind.EVENT: _event,
}
