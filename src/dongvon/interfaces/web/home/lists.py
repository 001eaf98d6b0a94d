"""The four lists of the home page as the template draws them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from dongvon.domain.lending.queries.applications import FileRow
from dongvon.domain.lending.vocabulary import Step
from dongvon.domain.workplan.queries.my_work import MyWork, WorkItem
from dongvon.interfaces.web.components.contract import Component, Tone
from dongvon.interfaces.web.components.status import Badge, Deadline
from dongvon.interfaces.web.road.words import STEPS

#: Which page does a kind of work; the page is given the item's id.
PLACES = {"report": "report:read", "round": "report:write"}

STATES: dict[str, tuple[Tone, Promise]] = {
    "overdue": ("bad", _("Quá hạn")),
    "open": ("warn", _("Chưa nộp")),
    "draft": ("plain", _("Đang soạn")),
    "submitted": ("busy", _("Chờ xem xét")),
    "returned": ("back", _("Bị trả lại")),
}


#: What is due within a week presses more than what merely waits.
SOON: Final = timedelta(days=7)

#: States that the deadline beside them tells already.
SAID_BY_DEADLINE = frozenset({"overdue", "open"})


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing to do: where it is done, what and whose it is, how it stands, until when."""

    href: str
    title: str
    code: str
    unit_name: str
    note: str
    badge: Component | None
    deadline: Component | None


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One of the four lists before it is filled: the field of `MyWork`, its words and its look."""

    name: str
    anchor: str
    title: Promise
    note: Promise
    tone: Tone
    icon: str


@dataclass(frozen=True, kw_only=True)
class WorkList:
    """One of the four lists with what stands in it."""

    kind: Kind
    lines: tuple[Line, ...]

    @property
    def href(self) -> str:
        """Where on the page the list begins."""
        return f"#{self.kind.anchor}"


#: In the order in which they press.
KINDS = (
    Kind(
        name="overdue",
        anchor="qua-han",
        title=_("Quá hạn"),
        note=_("Đã hết hạn; làm ngay vẫn được ghi nhận, kèm số ngày trễ."),
        tone="bad",
        icon="alert-triangle",
    ),
    Kind(
        name="due_soon",
        anchor="den-han",
        title=_("Đến hạn trong 7 ngày"),
        note=_("Nên làm trong tuần này."),
        tone="warn",
        icon="calendar-due",
    ),
    Kind(
        name="waiting",
        anchor="cho-toi",
        title=_("Đang chờ tôi"),
        note=_("Người khác đã làm xong phần của họ."),
        tone="busy",
        icon="hourglass",
    ),
    Kind(
        name="returned",
        anchor="tra-lai",
        title=_("Bị trả lại"),
        note=_("Sửa theo góp ý rồi nộp lại."),
        tone="back",
        icon="arrow-back-up",
    ),
)


def work_lists(
    work: MyWork, *, on: date, files: Sequence[FileRow] = (), others: Sequence[tuple[str, Line]] = ()
) -> tuple[WorkList, ...]:
    """The four lists, empty ones included, as they stand on a day.

    `files` are applications that wait for me, `others` lines with the name of the list each belongs to.
    """
    return tuple(
        WorkList(
            kind=kind,
            lines=(
                *(_line(item, on=on) for item in getattr(work, kind.name)),
                *_files(files, kind.name, on=on),
                *(line for name, line in others if name == kind.name),
            ),
        )
        for kind in KINDS
    )


def _files(files: Sequence[FileRow], name: str, *, on: date) -> Iterator[Line]:
    """One line for each step under which applications wait, whatever their number."""
    steps: dict[str, list[FileRow]] = {}
    for row in files:
        if _list_of(row, on=on) == name:
            steps.setdefault(row.step, []).append(row)
    for step, rows in steps.items():
        first = min((row for row in rows if row.due_on), key=lambda row: row.due_on or date.max, default=None)
        yield Line(
            href=f"{reverse('road:desk')}?buoc={step}",
            title=str(STEPS[step]),
            code="",
            unit_name=str(_("Hồ sơ vay vốn")),
            note=ngettext("%d hồ sơ", "%d hồ sơ", len(rows)) % len(rows),
            badge=None,
            deadline=Deadline(first.due_on, on=on, working=first.days_left) if first and first.due_on else None,
        )


def _list_of(row: FileRow, *, on: date) -> str:
    return "returned" if row.step == Step.COMPLETE else list_due(row.due_on, on=on)


def list_due(due: date | None, *, on: date) -> str:
    """The list in which something stands that is due on a day."""
    if due is None or due > on + SOON:
        return "waiting"
    return "overdue" if due < on else "due_soon"


def _line(item: WorkItem, *, on: date) -> Line:
    unknown: tuple[Tone, str] = ("plain", item.state)
    tone, word = STATES.get(item.state, unknown)
    return Line(
        href=_address(item),
        title=item.title,
        code=item.clause_code,
        unit_name=item.unit_name,
        note=ngettext("%d nhiệm vụ", "%d nhiệm vụ", item.tasks) % item.tasks if item.tasks > 1 else "",
        badge=None if item.state in SAID_BY_DEADLINE else Badge(word, tone=tone),
        deadline=Deadline(item.due_at, on=on) if item.due_at else None,
    )


def _address(item: WorkItem) -> str:
    """The page that does this kind of work, or nothing while that page cannot be addressed by an id."""
    try:
        return reverse(PLACES.get(item.kind, item.kind), args=[item.id])
    except NoReverseMatch:
        return ""
