"""One explanation for officer and citizen: each condition in a sentence, its article, its record, what to do."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from dongvon.domain.lending.queries.eligibility import Explanation, Line
from dongvon.domain.lending.vocabulary import Check, Outcome
from dongvon.domain.programmes.vocabulary import PARTS, CeilingPer, Confidence
from dongvon.interfaces.web.catalogue.words import PER
from dongvon.interfaces.web.components.contract import Tone
from dongvon.interfaces.web.components.values import money_shown, number_shown
from dongvon.interfaces.web.road.words import LISTS, PAPERS


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One condition as people read it."""

    outcome: str
    tone: Tone
    icon: str
    state: str
    title: str
    seen: str
    law: str
    sure: bool
    remedy: str


LOOKS: Final[Mapping[str, tuple[Tone, str]]] = {
    Outcome.MET: ("good", "circle-check"),
    Outcome.FAILED: ("bad", "circle-x"),
    Outcome.MISSING: ("warn", "clock"),
    Outcome.DOUBTFUL: ("busy", "user-check"),
}

#: Another condition that serves as well is met.
SPARE: Final[tuple[Tone, str]] = ("plain", "minus")

#: What stands in the way is read first.
ORDER: Final = (Outcome.FAILED, Outcome.MISSING, Outcome.DOUBTFUL, Outcome.MET)


def sentences(lines: Iterable[Line]) -> list[Sentence]:
    """Every condition, what speaks against it first, and last what another condition made needless."""
    ordered = sorted(lines, key=lambda line: (line.spare, ORDER.index(Outcome(line.outcome))))
    return [_sentence(line) for line in ordered]


def part_lines(told: Explanation) -> list[str]:
    """The ceilings that a programme sets for parts of a plan, to be read before the plan is written."""
    return [title_of(line) for line in told.lines if any(f"per:{part}" in line.values for part in PARTS)]


def title_of(line: Line) -> str:
    """A condition in words; those of the catalogue have none of their own."""
    if line.check == Check.CEILING:
        return _ceiling(line)
    if line.check == Check.COLLATERAL:
        return _("Có tài sản bảo đảm khi vay trên %(amount)s") % {"amount": money_shown(line.number or 0)}
    if line.check == Check.LONGEST:
        return _("Thời hạn vay tối đa %(months)s tháng") % {"months": line.number}
    if line.check == Check.BARRED:
        return _("Không còn nợ chương trình: %(programme)s") % {"programme": line.title}
    return line.title


def _sentence(line: Line) -> Sentence:
    tone, icon = SPARE if line.spare else LOOKS[line.outcome]
    return Sentence(
        outcome=line.outcome,
        tone=tone,
        icon=icon,
        state=str(_("Không cần nữa") if line.spare else _state(line.outcome)),
        title=title_of(line),
        seen=str(_("Không cần nữa: đã đạt điều kiện thay thế.")) if line.spare else _seen(line),
        law=", ".join(filter(None, (line.article, line.basis))),
        sure=line.confidence == Confidence.CONFIRMED,
        remedy=_remedy(line),
    )


def _state(outcome: str) -> Promise | str:
    return {
        Outcome.MET: _("Đạt"),
        Outcome.FAILED: _("Không đạt"),
        Outcome.MISSING: _("Còn thiếu"),
        Outcome.DOUBTFUL: _("Cán bộ xác nhận"),
    }[Outcome(outcome)]


def _remedy(line: Line) -> str:
    if line.spare or line.outcome == Outcome.MET:
        return ""
    if line.outcome == Outcome.DOUBTFUL:
        return _("Quy định này chưa đối chiếu được với văn bản nên không tự nó là lý do từ chối; cán bộ xem xét.")
    return line.remedy


def _ceiling(line: Line) -> str:
    per = next(value for value in line.values if value.startswith("per:")).removeprefix("per:")
    most = line.number or 0
    if per in PARTS:
        return _("%(part)s: tối đa %(amount)s") % {"part": capfirst(str(PER[per])), "amount": money_shown(most)}
    if per.endswith("share"):
        return _("Mức vay tối đa %(percent)s %% %(per)s") % {"percent": most, "per": PER[CeilingPer(per)]}
    return _("Mức vay tối đa %(amount)s %(per)s") % {"amount": money_shown(most), "per": PER[CeilingPer(per)]}


def _seen(line: Line) -> str:
    told = SEEN.get(line.check)
    return told(line) if told else ""


def _listed(line: Line) -> str:
    if not line.seen:
        asked = [str(word) for kind, word in LISTS.items() if kind in line.values]
        return _("Không có tên trong danh sách còn hiệu lực: %(lists)s.") % {"lists": ", ".join(asked)}
    names = {**line.seen, "list": str(LISTS.get(line.seen["list"], line.seen["list"]))}
    return _("Danh sách %(list)s, Quyết định %(decision)s ngày %(decided)s, có hiệu lực từ %(since)s.") % names


def _debt(line: Line) -> str:
    if not line.seen:
        return ""
    return _("Khoản vay %(contract)s còn %(owed)s.") % {
        "contract": line.seen["contract"] or "–",
        "owed": money_shown(line.seen["owed"]),
    }


def _room(line: Line) -> str:
    left = line.seen.get("left")
    if left is None:
        return _("Chưa tính được: hồ sơ chưa có số liệu làm căn cứ.")
    return _("Đang nợ %(owed)s, còn được vay %(left)s.") % {
        "owed": money_shown(line.seen["owed"]),
        "left": money_shown(left),
    }


def _day(line: Line) -> str:
    return _("Ngày %(day)s.") % line.seen if "day" in line.seen else ""


def _amount(line: Line) -> str:
    return _("Khai: %(amount)s.") % {"amount": number_shown(line.seen["shown"])} if "shown" in line.seen else ""


def _paper(line: Line) -> str:
    code = line.seen.get("shown")
    return _("Đã có: %(paper)s.") % {"paper": PAPERS.get(code, code)} if code else _("Chưa có trong hồ sơ.")


SEEN: Final[Mapping[Any, Callable[[Line], str]]] = {
    Check.LISTED: _listed,
    Check.NOT_LISTED: lambda line: _listed(line) if line.seen else "",
    Check.BARRED: _debt,
    Check.ONCE: _debt,
    Check.NOT_OVERDUE: _debt,
    Check.CEILING: _room,
    Check.AGE: _day,
    Check.COURSE: _day,
    Check.INCOME: _amount,
    Check.OWN_SHARE: _amount,
    Check.COLLATERAL: _amount,
    Check.WITHIN: _day,
    Check.WORKERS: _amount,
    Check.PAPER: _paper,
}
