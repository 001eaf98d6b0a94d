"""How the words of lending are said on its pages."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from dongvon.domain.groups.vocabulary import Organisation
from dongvon.domain.lending.queries.finding import LoanFilter
from dongvon.domain.lending.queries.life import Happening, LifeEvent
from dongvon.domain.lending.vocabulary import InterestStore, Means, PetitionKind
from dongvon.interfaces.web.components.contract import Tone
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.values import date_shown, money_shown

ORGANISATIONS: dict[str, Promise | str] = {
    Organisation.FARMERS: gettext_lazy("Hội Nông dân"),
    Organisation.WOMEN: gettext_lazy("Hội Liên hiệp Phụ nữ"),
    Organisation.VETERANS: gettext_lazy("Hội Cựu chiến binh"),
    Organisation.YOUTH: gettext_lazy("Đoàn Thanh niên"),
    Organisation.DIRECT: gettext_lazy("Cho vay trực tiếp"),
}

STORES: dict[str, Promise | str] = {
    InterestStore.IN_TERM: gettext_lazy("Lãi trong hạn"),
    InterestStore.OVERDUE: gettext_lazy("Lãi quá hạn"),
    InterestStore.GRACE: gettext_lazy("Lãi ân hạn"),
}

MEANS: dict[str, Promise | str] = {
    Means.CASH: gettext_lazy("Tiền mặt tại quỹ"),
    Means.SESSION: gettext_lazy("Tại phiên giao dịch xã"),
    Means.ACCOUNT: gettext_lazy("Chuyển khoản"),
}

STATES: dict[str, Promise | str] = {
    LoanFilter.LIVING: gettext_lazy("Đang còn dư nợ"),
    LoanFilter.DUE: gettext_lazy("Có kỳ đến hạn trong tháng"),
    LoanFilter.OVERDUE: gettext_lazy("Có nợ quá hạn"),
    LoanFilter.FROZEN: gettext_lazy("Đang khoanh nợ"),
    LoanFilter.CLOSED: gettext_lazy("Đã tất toán"),
    LoanFilter.ALL: gettext_lazy("Tất cả"),
}

HAPPENINGS: dict[str, tuple[Promise | str, Tone]] = {
    Happening.SIGNED: (gettext_lazy("Ký hợp đồng"), "plain"),
    Happening.TAKEN_OVER: (gettext_lazy("Tiếp nhận dư nợ"), "plain"),
    Happening.DISBURSED: (gettext_lazy("Giải ngân"), "busy"),
    Happening.RECEIVED: (gettext_lazy("Thu nợ"), "good"),
    Happening.REVERSED: (gettext_lazy("Hủy phiếu thu"), "back"),
    Happening.PASSED: (gettext_lazy("Đến kỳ trả nợ"), "plain"),
    Happening.NOTIFIED: (gettext_lazy("Thông báo"), "plain"),
    Happening.WENT_OVERDUE: (gettext_lazy("Chuyển nợ quá hạn"), "bad"),
    Happening.EXTENDED: (gettext_lazy("Gia hạn nợ"), "warn"),
    Happening.RESCHEDULED: (gettext_lazy("Điều chỉnh kỳ hạn trả nợ"), "warn"),
    Happening.ROLLED_OVER: (gettext_lazy("Cho vay lưu vụ"), "busy"),
    Happening.FOLLOWS: (gettext_lazy("Nhận nợ lưu vụ"), "busy"),
    Happening.FROZEN: (gettext_lazy("Khoanh nợ"), "warn"),
    Happening.THAWED: (gettext_lazy("Hết khoanh nợ"), "plain"),
    Happening.SUSPENDED: (gettext_lazy("Tạm hoãn trả nợ"), "warn"),
    Happening.REDUCED: (gettext_lazy("Giảm lãi"), "good"),
    Happening.WRITTEN_OFF: (gettext_lazy("Xóa nợ"), "bad"),
    Happening.RECOVERED: (gettext_lazy("Thu hồi nợ đã xóa"), "good"),
    Happening.CLOSED: (gettext_lazy("Tất toán"), "good"),
}

#: Parts of a receipt, in the order in which they are told.
PARTS: dict[str, Promise | str] = {
    "overdue_principal": gettext_lazy("gốc quá hạn"),
    "due_principal": gettext_lazy("gốc đến hạn"),
    "further_principal": gettext_lazy("gốc trả trước"),
    "frozen_principal": gettext_lazy("gốc khoanh"),
    "overdue_interest": gettext_lazy("lãi quá hạn"),
    "interest_arrears": gettext_lazy("lãi tồn"),
    "current_interest": gettext_lazy("lãi kỳ này"),
    "grace_interest": gettext_lazy("lãi ân hạn"),
}

PETITIONS: dict[str, Promise | str] = {
    PetitionKind.EXTEND: gettext_lazy("Gia hạn nợ"),
    PetitionKind.RESCHEDULE: gettext_lazy("Điều chỉnh kỳ hạn trả nợ"),
    PetitionKind.ROLL_OVER: gettext_lazy("Cho vay lưu vụ"),
    PetitionKind.FREEZE: gettext_lazy("Khoanh nợ"),
    PetitionKind.END_FREEZE: gettext_lazy("Thôi khoanh nợ trước hạn"),
    PetitionKind.WRITE_OFF: gettext_lazy("Xóa nợ"),
    PetitionKind.REDUCE_INTEREST: gettext_lazy("Giảm lãi"),
    PetitionKind.SUSPEND: gettext_lazy("Tạm hoãn trả nợ"),
}

#: Causes of risk by the bank's own codes, as its report screens show them.
CAUSES: dict[str, Promise | str] = {
    "102": gettext_lazy("Thiên tai, địch họa, hỏa hoạn, dịch bệnh"),
    "103": gettext_lazy("Nhà nước thay đổi chính sách"),
    "104": gettext_lazy("Khách hàng phá sản, giải thể"),
    "105": gettext_lazy("Lao động phải về nước trước hạn"),
    "106": gettext_lazy("Bản thân hoặc gia đình gặp rủi ro"),
    "107": gettext_lazy("Vắng mặt tại nơi cư trú"),
    "108": gettext_lazy("Nợ theo bản án của tòa"),
    "109": gettext_lazy("Người vay chết, mất tích"),
    "110": gettext_lazy("Hết thời gian khoanh nợ"),
    "111": gettext_lazy("Rủi ro chưa được xử lý kịp thời"),
    "112": gettext_lazy("Nợ nhận bàn giao"),
}


#: Reasons of freezes as the branch's own lists of risk debts name them.
REASONS: dict[str, Promise | str] = {
    "K1": gettext_lazy("Thiên tai, dịch bệnh"),
    "K2": gettext_lazy("Nhà nước thay đổi chính sách"),
    "K3": gettext_lazy("Biến động kinh tế, chính trị, xã hội ở nước ngoài"),
    "K4a": gettext_lazy("Bệnh hiểm nghèo, mất năng lực hành vi, mất sức lao động, chết, mất tích"),
    "K4b": gettext_lazy("Bệnh cần chữa trị dài ngày"),
    "K4c": gettext_lazy("Vắng mặt tại nơi cư trú từ 2 năm, không có tin tức"),
    "K5": gettext_lazy("Nợ theo bản án chưa thi hành được"),
}

#: Claims of a payment, in words; the order in which they are met is a dated rule.
CLAIMS: dict[str, Promise | str] = {**PARTS, "further_grace_interest": gettext_lazy("lãi ân hạn trả trước")}


def cause_shown(code: str) -> str:
    """A cause of risk by the bank's code, or a reason by the branch's."""
    return str({**CAUSES, **REASONS}.get(code, code))


def happening_badge(kind: Happening) -> Badge:
    """The word of what happened, in its tone."""
    label, tone = HAPPENINGS[kind]
    return Badge(label, tone=tone)


def parts_shown(parts: dict[str, Any]) -> str:
    """`gốc đến hạn 5.000.000 đ, lãi kỳ này 264.986 đ`."""
    words = _parts_in(get_language())
    return ", ".join(f"{word} {money_shown(parts[name])}" for name, word in words.items() if parts.get(name))


@cache
def _parts_in(language: str | None) -> dict[str, str]:
    """The parts in the language that is spoken: a long page tells them hundreds of times."""
    assert language == get_language()
    return {name: str(word) for name, word in PARTS.items()}


def event_words(event: LifeEvent) -> str:
    """What is to be told of an event beside its name, amount and decision."""
    tell = _WORDS.get(event.kind)
    return tell(event) if tell else ""


def _day(text: str) -> str:
    return date_shown(date.fromisoformat(text))


def _received(event: LifeEvent) -> str:
    told = f"{MEANS[event.told['means']]}: {parts_shown(event.told)}"
    if event.told["reversed_on"]:
        told += f". {_('Đã hủy ngày %s') % _day(event.told['reversed_on'])}"
    return told


def _reversed(event: LifeEvent) -> str:
    values = {"day": _day(event.told["receipt_on"]), "reason": event.told["reason"]}
    return _("Phiếu thu ngày %(day)s. Lý do: %(reason)s") % values


def _notified(event: LifeEvent) -> str:
    day = _day(event.told["due_on"])
    if event.told["notice"] == "overdue":
        return _("Chuyển nợ quá hạn ngày %s (mẫu 14/TD)") % day
    return _("Kỳ %(number)s đến hạn ngày %(day)s") % {"number": event.told["number"], "day": day}


def _extended(event: LifeEvent) -> str:
    values = {
        "months": event.told["months"],
        "from": _day(event.told["previous_on"]),
        "to": _day(event.told["extended_on"]),
    }
    return _("Thêm %(months)s tháng: hạn cuối từ %(from)s sang %(to)s") % values


def _rescheduled(event: LifeEvent) -> str:
    values = {
        "number": event.told["number"],
        "from": _day(event.told["previous_on"]),
        "to": _day(event.told["due_on"]),
    }
    return _("Kỳ %(number)s từ %(from)s sang %(to)s") % values


def _frozen(event: LifeEvent) -> str:
    told = event.told
    values = {"until": _day(told["until_on"]), "months": told["months"], "cause": cause_shown(told["cause_code"])}
    words = _("Đến trước %(until)s (%(months)s tháng). %(cause)s") % values
    return f"{words}: {told['reason']}" if told["reason"] else words


def _written_off(event: LifeEvent) -> str:
    values = {"principal": money_shown(event.told["principal"]), "interest": money_shown(event.told["interest"])}
    return _("Gốc %(principal)s, lãi %(interest)s; tiếp tục theo dõi ngoại bảng") % values


def _passed(event: LifeEvent) -> str:
    return _("Kỳ %(number)s, đã trả %(paid)s") % {**event.told, "paid": money_shown(event.told["paid"])}


_WORDS: dict[Happening, Callable[[LifeEvent], str]] = {
    Happening.SIGNED: lambda event: _("Mức vay được duyệt, thời hạn %s tháng") % event.told["months"],
    Happening.PASSED: _passed,
    Happening.DISBURSED: lambda event: str(MEANS[event.told["means"]]),
    Happening.RECOVERED: lambda event: str(MEANS[event.told["means"]]),
    Happening.REDUCED: lambda event: str(STORES[event.told["store"]]),
    Happening.RECEIVED: _received,
    Happening.REVERSED: _reversed,
    Happening.NOTIFIED: _notified,
    Happening.EXTENDED: _extended,
    Happening.RESCHEDULED: _rescheduled,
    Happening.FROZEN: _frozen,
    Happening.WRITTEN_OFF: _written_off,
    Happening.SUSPENDED: lambda event: _("Đến trước %s") % _day(event.told["until_on"]),
    Happening.ROLLED_OVER: lambda event: _("Sang khoản vay %s") % event.told["contract_number"],
    Happening.FOLLOWS: lambda event: _("Từ khoản vay %s") % event.told["contract_number"],
}
