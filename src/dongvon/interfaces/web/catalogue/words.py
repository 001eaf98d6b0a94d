"""How the catalogue's words are said on its pages."""

from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dongvon.domain.programmes.queries.catalogue import CeilingRow, RateRow, TermRow
from dongvon.domain.programmes.queries.reasons import RateReason
from dongvon.domain.programmes.vocabulary import (
    OPEN_CODE,
    AppliesTo,
    CeilingPer,
    Channel,
    Confidence,
    Fund,
    PriorityClass,
)
from dongvon.interfaces.web.components.contract import Tone
from dongvon.interfaces.web.components.reading import Fact
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.values import date_shown, money_shown, number_shown

FUNDS: dict[str, Promise | str] = {Fund.CENTRAL: _("Trung ương"), Fund.LOCAL: _("Địa phương ủy thác")}

CHANNELS: dict[str, Promise | str] = {
    Channel.ENTRUSTED: _("Ủy thác qua tổ và hội, đoàn thể"),
    Channel.DIRECT: _("Cho vay trực tiếp"),
}

CLASSES: dict[str, Promise | str] = {
    PriorityClass.ORDINARY: _("Thông thường"),
    PriorityClass.PRIORITY: _("Ưu tiên"),
}

TOUCHES: dict[str, Promise | str] = {
    AppliesTo.NEW: _("Khoản ký mới"),
    AppliesTo.OUTSTANDING: _("Cả khoản đang dư nợ"),
}

PER: dict[str, Promise | str] = {
    CeilingPer.HOUSEHOLD: _("mỗi hộ"),
    CeilingPer.PERSON: _("mỗi người"),
    CeilingPer.WORKER: _("mỗi lao động"),
    CeilingPer.PROJECT: _("mỗi dự án"),
    CeilingPer.WORK: _("mỗi loại công trình"),
    CeilingPer.MONTH: _("mỗi tháng học"),
    CeilingPer.HOUSE_REPAIR: _("trong đó sửa nhà"),
    CeilingPer.ELECTRICITY: _("trong đó mắc điện"),
    CeilingPer.CLEAN_WATER: _("trong đó nước sạch, mỗi công trình"),
    CeilingPer.SCHOOLING: _("trong đó chi phí học tập"),
    CeilingPer.CONTRACT_SHARE: _("giá trị hợp đồng"),
    CeilingPer.ESTIMATE_SHARE: _("dự toán công trình"),
    CeilingPer.COLLATERAL_SHARE: _("giá trị tài sản bảo đảm"),
}

#: What lines of a plan are for, where the programme bounds that by itself.
USES: dict[str, Promise | str] = {
    CeilingPer.HOUSE_REPAIR: _("Sửa nhà ở"),
    CeilingPer.ELECTRICITY: _("Mắc điện"),
    CeilingPer.CLEAN_WATER: _("Nước sạch"),
    CeilingPer.SCHOOLING: _("Chi phí học tập"),
}

CONFIDENCES: dict[str, tuple[Promise | str, Tone]] = {
    Confidence.CONFIRMED: (_("Đã kiểm chứng"), "good"),
    Confidence.SECOND_HAND: (_("Nguồn gián tiếp"), "warn"),
    Confidence.REMEMBERED: (_("Chưa kiểm chứng"), "bad"),
    Confidence.INFERRED: (_("Suy ra"), "warn"),
}


def code_shown(code: str) -> str:
    """The code of the core system, where a source tells it."""
    return gettext("chưa rõ mã") if code == OPEN_CODE else code


def short(value: Any) -> Any:
    """A decimal as people write it: 130, not 130,000."""
    return Decimal(f"{value.normalize():f}") if isinstance(value, Decimal) else value


def percent_shown(percent: Decimal | None) -> str:
    """`7,9248 %/năm`."""
    return number_shown(None) if percent is None else f"{number_shown(percent.normalize())} %/{_('năm')}"


def ceiling_shown(ceiling: CeilingRow) -> str:
    """`100.000.000 đ mỗi hộ`, `80 % giá trị hợp đồng`."""
    most = (
        money_shown(ceiling.amount)
        if ceiling.amount
        else f"{number_shown((ceiling.percent or Decimal(0)).normalize())} %"
    )
    return f"{most} {PER[ceiling.per]}"


def key_shown(*, programme: str, fund: str, priority_class: str, area: str) -> str:
    """The key under which the catalogue states a rate: `Hộ nghèo · Trung ương · Thông thường · toàn thành phố`."""
    place = area or gettext("toàn thành phố")
    return " · ".join(map(str, (programme, FUNDS[fund], CLASSES[priority_class], place)))


def reason_facts(reason: RateReason, *, key: str, signed_on: date) -> tuple[Fact, ...]:
    """What a rate meant for a loan on a day: the rate, its key, its days, the decision, and why it reaches the loan."""
    ends = date_shown(reason.ends_on) if reason.ends_on else gettext("nay, chưa có thay đổi")
    return (
        Fact(gettext("Lãi suất"), percent_shown(reason.percent)),
        Fact(gettext("Khóa lãi suất"), key),
        Fact(gettext("Ngày ký hợp đồng"), signed_on),
        Fact(gettext("Áp dụng cho khoản vay này"), f"{date_shown(reason.starts_on)} – {ends}"),
        Fact(gettext("Quyết định"), f"{reason.basis}: {reason.basis_title}"),
        Fact(gettext("Phạm vi của quyết định"), TOUCHES[reason.applies_to]),
        Fact(gettext("Vì sao"), why(reason, signed_on=signed_on)),
        Fact(gettext("Nguồn tin"), confidence_badge(reason.confidence)),
    )


def why(reason: RateReason, *, signed_on: date) -> str:
    """Why that decision, and no other, gives the rate."""
    values = {
        "basis": reason.basis,
        "from": date_shown(reason.effective_on),
        "until": date_shown(reason.until),
        "signed": date_shown(signed_on),
    }
    if reason.until is not None:
        template = gettext("%(basis)s thay đổi có thời hạn từ %(from)s đến trước %(until)s; hết hạn trở lại như cũ.")
    elif reason.applies_to == AppliesTo.NEW:
        template = gettext("Ký %(signed)s, khi %(basis)s (từ %(from)s) là quyết định sau cùng cho khoản vay ký mới.")
    else:
        template = gettext("%(basis)s có hiệu lực từ %(from)s cho mọi khoản đang dư nợ, kể cả khoản ký trước đó.")
    return template % values


def confidence_badge(confidence: str) -> Badge:
    """How sure a fact is."""
    label, tone = CONFIDENCES[confidence]
    return Badge(label, tone=tone)


class Sourced(Protocol):
    """What tells how sure it is, and whether a source states its first day."""

    @property
    def confidence(self) -> str: ...

    @property
    def since_stated(self) -> bool: ...


def sources_shown(row: Sourced) -> Any:
    """How sure a rule is, and whether its first day is only assumed."""
    sure = confidence_badge(row.confidence)
    return sure if row.since_stated else format_html("{} {}", sure, stated_badge(stated=False))


def stated_badge(*, stated: bool) -> Badge:
    """Whether a source states the first day."""
    return Badge(_("Theo văn bản"), tone="good") if stated else Badge(_("Ngày giả định"), tone="warn")


def course_shown(term: TermRow) -> str:
    """How long a loan for a course is repaid: `Khóa đến 12 tháng: 2 lần; dài hơn: 1 lần thời gian phát tiền vay`."""
    if term.course_times is None:
        return ""
    told = {"months": term.short_course_months, "short": term.short_course_times, "long": term.course_times}
    if term.short_course_times == term.course_times:
        return gettext("Bằng %(long)s lần thời gian phát tiền vay") % told
    return (
        gettext("Khóa đến %(months)s tháng và ngành y: %(short)s lần, dài hơn: %(long)s lần thời gian phát tiền vay")
        % told
    )


def who_bears(rate: RateRow) -> str:
    """`Trung ương, ưu tiên`."""
    place = f", {gettext('xã, phường mã')} {rate.area}" if rate.area else ""
    return f"{FUNDS[rate.fund]}, {str(CLASSES[rate.priority_class]).lower()}{place}"
