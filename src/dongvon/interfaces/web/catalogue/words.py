"""How the catalogue's words are said on its pages."""

from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.programmes.queries.catalogue import CeilingRow, RateRow
from dongvon.domain.programmes.vocabulary import AppliesTo, CeilingPer, Channel, Confidence, Fund, PriorityClass
from dongvon.interfaces.web.components.contract import Tone
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.values import money_shown, number_shown

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
    AppliesTo.NEW: _("Khoản vay ký mới"),
    AppliesTo.OUTSTANDING: _("Mọi khoản đang dư nợ và khoản mới"),
}

PER: dict[str, Promise | str] = {
    CeilingPer.HOUSEHOLD: _("mỗi hộ"),
    CeilingPer.PERSON: _("mỗi người"),
    CeilingPer.WORKER: _("mỗi lao động"),
    CeilingPer.PROJECT: _("mỗi dự án"),
    CeilingPer.WORK: _("mỗi loại công trình"),
    CeilingPer.MONTH: _("mỗi tháng học"),
    CeilingPer.CONTRACT_SHARE: _("giá trị hợp đồng"),
    CeilingPer.ESTIMATE_SHARE: _("dự toán công trình"),
}

CONFIDENCES: dict[str, tuple[Promise | str, Tone]] = {
    Confidence.CONFIRMED: (_("Đã kiểm chứng"), "good"),
    Confidence.SECOND_HAND: (_("Nguồn gián tiếp"), "warn"),
    Confidence.REMEMBERED: (_("Chưa kiểm chứng"), "bad"),
    Confidence.INFERRED: (_("Suy ra"), "warn"),
}


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


def confidence_badge(confidence: str) -> Badge:
    """How sure a fact is."""
    label, tone = CONFIDENCES[confidence]
    return Badge(label, tone=tone)


def who_bears(rate: RateRow) -> str:
    """`Trung ương, ưu tiên`."""
    place = f", {rate.area}" if rate.area else ""
    return f"{FUNDS[rate.fund]}, {str(CLASSES[rate.priority_class]).lower()}{place}"
