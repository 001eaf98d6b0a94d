"""What the words of plans are called on screen."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.workplan.queries.plans import PlanRow, RoundRow
from dongvon.domain.workplan.vocabulary import AssignmentRole, PlanState, RoundKind, TargetKind, TimingKind
from dongvon.interfaces.web.components.contract import Tone
from dongvon.interfaces.web.components.status import Badge

ROLES: dict[str, Promise | str] = {
    AssignmentRole.LEAD: _("Chủ trì"),
    AssignmentRole.IMPLEMENT: _("Thực hiện"),
    AssignmentRole.COORDINATE: _("Phối hợp"),
}

LEVELS: dict[str, Promise | str] = {
    "": _("không nêu cấp"),
    "city": _("cấp thành phố"),
    "commune": _("cấp xã"),
    "all": _("các cấp"),
}

TIMINGS: dict[str, Promise | str] = {
    TimingKind.CONTINUOUS: _("Thường xuyên"),
    TimingKind.CONTINUOUS_YEARLY: _("Thường xuyên, hằng năm"),
    TimingKind.YEARLY: _("Hằng năm"),
    TimingKind.HALF_YEARLY: _("Sáu tháng một lần"),
    TimingKind.QUARTERLY: _("Hằng quý"),
    TimingKind.MONTHLY: _("Hằng tháng"),
    TimingKind.BEFORE_DAY_EACH_YEAR: _("Một ngày mỗi năm"),
    TimingKind.RANGE: _("Từ năm đến năm"),
    TimingKind.BY_YEAR: _("Đến một năm"),
    TimingKind.BY_DATE: _("Đến một ngày"),
    TimingKind.QUARTER: _("Trong một quý"),
    TimingKind.ROUNDS: _("Nhiều đợt"),
    TimingKind.UNDETERMINED: _("Chưa xác định"),
}

TARGETS: dict[str, Promise | str] = {
    TargetKind.AT_LEAST: _("ít nhất"),
    TargetKind.AT_MOST: _("nhiều nhất"),
    TargetKind.ABOUT: _("khoảng"),
    TargetKind.EXACTLY: _("đạt"),
}

ROUNDS: dict[str, Promise | str] = {
    RoundKind.ANNUAL: _("Báo cáo năm"),
    RoundKind.HALF_YEARLY: _("Báo cáo sáu tháng"),
    RoundKind.QUARTERLY: _("Báo cáo quý"),
    RoundKind.MONTHLY: _("Báo cáo tháng"),
    RoundKind.DEADLINE: _("Hạn riêng của nhiệm vụ"),
    RoundKind.MIDTERM: _("Sơ kết"),
    RoundKind.FINAL: _("Tổng kết"),
}

STATES: dict[str, tuple[Tone, Promise | str]] = {
    PlanState.DRAFT: ("warn", _("Đang rà soát")),
    PlanState.ACTIVE: ("good", _("Đang thực hiện")),
    PlanState.SUPERSEDED: ("plain", _("Đã được thay thế")),
}


def plan_badge(plan: PlanRow) -> Badge:
    """Where the plan stands."""
    tone, word = STATES[plan.state]
    return Badge(word, tone=tone)


def years(plan: PlanRow) -> str:
    """2026–2030."""
    return f"{plan.first_year}–{plan.last_year}" if plan.first_year != plan.last_year else str(plan.first_year)


def round_head(round_: RoundRow) -> str:
    """The short head of a column: the year for a yearly report, otherwise the whole title."""
    return str(round_.year) if round_.kind == RoundKind.ANNUAL else round_.title
