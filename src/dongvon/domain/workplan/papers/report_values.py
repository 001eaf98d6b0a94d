"""What fills the marks of the city report's form."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Final

from dongvon.domain.workplan.queries.city_report import (
    Cited,
    CityReport,
    ClauseFindings,
    ConcernLine,
    FigureLine,
    GistLine,
    GroupFindings,
    TardyLine,
)
from dongvon.domain.workplan.vocabulary import ConcernKind, EntryStatus, Punctuality
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.text import clean, format_date, format_number

_SUPERIOR: Final = re.compile(r"Ngân hàng (?:CSXH|Chính sách xã hội)")
_PLAN_WORD: Final = re.compile(r"^kế hoạch\s+", re.IGNORECASE)

LOW_SHARE = Decimal("0.5")
NEXT_TASKS = 6

_COUNT_LABELS = {
    EntryStatus.DONE: "đã hoàn thành",
    EntryStatus.IN_PROGRESS: "đang thực hiện",
    EntryStatus.NOT_STARTED: "chưa thực hiện",
    EntryStatus.NOT_APPLICABLE: "không phát sinh",
}
_TARDY_WORDS = {Punctuality.LATE.value: "Gửi quá hạn", Punctuality.MISSING.value: "Chưa gửi"}


def report_values(report: CityReport) -> dict[str, Any]:
    """The values by the names of the marks; every one is text, a number for counting, or a list of such."""
    on = report.made_at.astimezone(VIETNAM).date()
    subject = f"Kết quả thực hiện Kế hoạch {_plan_name(report)}"
    return {
        **_head(report, on=on),
        "title": f"{subject} ({_lower_first(report.round_title)})",
        "opening": _opening(report, on=on),
        "turnout": _turnout(report),
        "families": [_plain(line) for line in report.families],
        "groups": [_group(group) for group in report.groups],
        "assessment": _assessment(report),
        "tardy_sentence": _tardy_sentence(report.tardy),
        "difficulties": _concerns(report.concerns, kind=ConcernKind.DIFFICULTY),
        "proposals": _concerns(report.concerns, kind=ConcernKind.PROPOSAL),
        "next_tasks": _next_tasks(report),
        "tardy": [{**_plain(line), "state": _TARDY_WORDS[line.state]} for line in report.tardy],
        "sources": [_source(each) for each in report.cited if each.value],  # nought is not printed above either
    }


def _head(report: CityReport, *, on: date) -> dict[str, str]:
    city = report.city
    return {
        "issuer": without_superior(report.issuer).upper(),
        "sign": "NHCSXH",
        "place": report.city.removeprefix("thành phố ").removeprefix("tỉnh "),
        "date_in_words": date_in_words(on),
        "addressee": f"Ủy ban nhân dân {city}",
        "basis": f"Căn cứ Kế hoạch {_plan_name(report)} của Ủy ban nhân dân {city};",
        "ending": (
            f"Trên đây là báo cáo tổng hợp, {report.issuer} trân trọng báo cáo Ủy ban nhân dân {city} "
            "xem xét, chỉ đạo./."
        ),
        "signer": report.signer,
        "annex_reference": f"(Kèm theo Báo cáo của {report.issuer} {date_in_words(on)})",
        "sources_note": (
            "Mỗi số liệu trong báo cáo mang một ký hiệu trong ngoặc vuông. Mã căn cứ dùng để mở danh sách đơn vị và "
            "báo cáo đã tính nên số liệu đó trên trang Tổng hợp của phần mềm."
        ),
    }


def without_superior(issuer: str) -> str:
    """ "Chi nhánh … thành phố": the bank's name stands on the line above."""
    return clean(_SUPERIOR.sub(" ", issuer))


def date_in_words(on: date) -> str:
    """ "ngày 05 tháng 02 năm 2026": days below ten and the first two months take a zero."""
    month = f"{on.month:02}" if on.month <= 2 else str(on.month)
    return f"ngày {on.day:02} tháng {month} năm {on.year}"


def _plan_name(report: CityReport) -> str:
    """With its number where the paper shows one ("/KH-UBND" does not); its title without the word for plan."""
    number = f"số {report.plan_number} " if report.plan_number[:1].isdigit() else ""
    return f"{number}{_lower_first(_PLAN_WORD.sub('', clean(report.plan_title)))}"


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _opening(report: CityReport, *, on: date) -> str:
    return (
        f"Thực hiện nhiệm vụ tổng hợp, theo dõi được giao, {report.issuer} tổng hợp kết quả từ {report.reports} "
        f"báo cáo đã được chấp nhận, số liệu đến ngày {format_date(on)}, như sau:"
    )


def _turnout(report: CityReport) -> dict[str, Any]:
    owed = sum(line.owed for line in report.families)
    due_on = format_date(report.due_at.astimezone(VIETNAM).date())
    sentence = f"{report.round_title} có {owed} đơn vị phải gửi báo cáo; hạn gửi: trước ngày {due_on}."
    shown = {subject: _count(each) for subject, each in report.punctuality.items() if each.value}
    return {
        "sentence": sentence,
        **{subject: shown.get(subject) for subject in (*Punctuality, "on_behalf")},
    }


def _count(each: Cited) -> dict[str, str]:
    return {"label": each.label, "text": each.text, "mark": each.mark}


def _group(group: GroupFindings) -> dict[str, Any]:
    numbered = f"{group.code}. {group.heading}" if group.code else group.heading
    return {
        "numbered": numbered,
        "clauses": [_clause(clause) for clause in group.clauses],
        "figures": [_figure(line) for line in group.figures],
    }


def _clause(clause: ClauseFindings) -> dict[str, Any]:
    counts = [(status, clause.counts[status]) for status in _COUNT_LABELS if status in clause.counts]
    told = [
        {"label": _COUNT_LABELS[status], "text": each.text, "mark": each.mark, "before": "; "}
        for status, each in counts
        if each.value
    ]
    if told:
        told[0]["before"] = ": "
    return {
        "numbered": f"{clause.letter}) {clause.heading}",
        "sentence": f"{clause.reported}/{clause.asked} đơn vị được giao đã báo cáo",
        "counts": told,
        "gists": [_gist(gist) for gist in clause.gists],
    }


def _gist(gist: GistLine) -> str:
    return f"{gist.text} ({gist.units})."


def _figure(line: FigureLine) -> dict[str, str]:
    return {
        "name": f"{line.name} ({line.now.unit_of_measure})",
        "now": line.now.text,
        "now_mark": line.now.mark,
        "before": line.before.text if line.before else "–",
        "before_mark": line.before.mark if line.before else "",
        "change": line.change,
        "target": line.target,
        "verdict": line.verdict,
    }


def _assessment(report: CityReport) -> list[str]:
    against = [
        f"- {line.name}: {line.now.text} {line.now.unit_of_measure}, mục tiêu {line.target}: "
        f"{_lower_first(line.verdict) or 'chưa có số liệu'}."
        for line in report.figures
        if line.target
    ]
    return [*against, *report.outlook] or ["Kế hoạch không gắn mục tiêu với chỉ tiêu số liệu nào."]


def _tardy_sentence(tardy: Iterable[TardyLine]) -> str:
    states = [line.state for line in tardy]
    if not states:
        return "Không có đơn vị gửi quá hạn hoặc chưa gửi báo cáo khi đã hết hạn."
    late, missing = states.count(Punctuality.LATE), states.count(Punctuality.MISSING)
    return f"Có {late} đơn vị gửi quá hạn, {missing} đơn vị chưa gửi báo cáo (danh sách tại Phụ lục I)."


def _concerns(lines: Iterable[ConcernLine], *, kind: ConcernKind) -> list[str]:
    told = [_concern(line) for line in lines if line.kind == kind]
    return told or ["Không có."]


def _concern(line: ConcernLine) -> str:
    clause = f" [nhiệm vụ {line.clause}]" if line.clause else ""
    return f"{line.text.rstrip('. ')}{clause} ({line.units}). {line.outcome.rstrip('.')}."


def _next_tasks(report: CityReport) -> list[str]:
    """What is furthest behind, the worst first, after the units that have not reported."""
    behind = sorted(
        ((_done_share(clause), clause) for group in report.groups for clause in group.clauses), key=lambda pair: pair[0]
    )
    tasks = [
        f"Tập trung thực hiện nhiệm vụ {clause.code} ({clause.heading.rstrip('…')}): mới có "
        f"{format_number(share * 100, decimals=0)}% số đơn vị hoàn thành."
        for share, clause in behind
        if share < LOW_SHARE and clause.reported
    ]
    tasks = [*_reminders(report), *tasks[:NEXT_TASKS]]
    return tasks or ["Tiếp tục duy trì kết quả thực hiện các nhiệm vụ được giao."]


def _reminders(report: CityReport) -> list[str]:
    """The units whose reports are not in, those past their day first."""
    missing = sum(1 for line in report.tardy if line.state == Punctuality.MISSING)
    pending = report.punctuality.get(Punctuality.PENDING)
    overdue = f"Đôn đốc {missing} đơn vị chưa gửi báo cáo hoàn thành trong thời gian sớm nhất."
    ahead = f"Đôn đốc {pending.text} đơn vị chưa đến hạn gửi báo cáo đúng hạn." if pending and pending.value else ""
    return [*([overdue] if missing else []), *([ahead] if ahead else [])]


def _done_share(clause: ClauseFindings) -> Decimal:
    arising = [clause.counts[status].value or Decimal(0) for status in _COUNT_LABELS if status in clause.counts]
    total = sum(arising[:3], Decimal(0))
    return arising[0] / total if total else Decimal(1)


def _source(each: Cited) -> dict[str, str]:
    return {
        "mark": each.mark,
        "label": each.label,
        "text": f"{each.text} {each.unit_of_measure}",
        "given": f"{each.units}/{each.asked}",
        "id": str(each.id),
    }


def _plain(line: Any) -> dict[str, Any]:
    return {name: getattr(line, name) for name in line.__dataclass_fields__}
