"""The plan of the year before and the plan now in force: imported, looked through, activated."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction

from dongvon.demo.city.loaded import key_of
from dongvon.demo.story.people import Cast
from dongvon.demo.story.years import Years
from dongvon.domain.audit.operations.record import KeyReused
from dongvon.domain.workplan.operations.activate import activate
from dongvon.domain.workplan.operations.import_ import AlreadyImported, import_
from dongvon.domain.workplan.operations.settle import settle
from dongvon.domain.workplan.queries.plans import RoundRow, plans, rounds_of
from dongvon.domain.workplan.queries.review import review_of
from dongvon.domain.workplan.vocabulary import PlanState
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal

DAYS_FOR_OWN_PLANS = 45
SAMPLE = Path(__file__).parents[1] / "plan" / "ke-hoach-mau.txt"


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A plan's file and when the branch took it in."""

    name: str
    content: bytes
    imported_at: datetime
    activated_at: datetime


def earlier_paper(years: Years) -> Paper:
    """The plan of the year before: the sample as it might have read then, for that one year."""
    text = SAMPLE.read_text(encoding="utf-8")
    text = text.replace("Số: /KH-UBND", "Số: 32/KH-UBND")
    text = text.replace("ngày tháng năm 2026", f"ngày 05 tháng 8 năm {years.before}")
    text = text.replace("đến năm 2030", f"đến năm {years.before}").replace("khoảng 30%", "khoảng 19%")
    return Paper(
        name=f"ke-hoach-{years.before}.txt",
        content=text.encode(),
        imported_at=datetime(years.before, 8, 6, 9, 0, tzinfo=VIETNAM),
        activated_at=datetime(years.before, 8, 8, 14, 30, tzinfo=VIETNAM),
    )


def given_paper(plan_path: Path | None, *, years: Years) -> Paper:
    """The plan now in force: the sample, or the file somebody gave."""
    path = plan_path or SAMPLE
    return Paper(
        name=path.name,
        content=path.read_bytes(),
        imported_at=datetime(years.last, 5, 18, 9, 0, tzinfo=VIETNAM),
        activated_at=datetime(years.last, 5, 20, 10, 0, tzinfo=VIETNAM),
    )


def own_plans_day(paper: Paper) -> date:
    """The day by which units were asked for their own plans."""
    return (paper.activated_at + timedelta(days=DAYS_FOR_OWN_PLANS)).date()


def bring_into_force(paper: Paper, *, cast: Cast) -> UUID | None:
    """The plan's id; it takes the place of those in force. One that cannot come into force yet stays a draft, for a
    person to review; None for a file that was imported under another name before."""
    officer, director = cast.called("bao"), cast.called("lan")
    step = _step("import", paper, at=paper.imported_at)
    try:
        with transaction.atomic():
            plan = import_(**step, by=officer, file_name=paper.name, content=paper.content)
            _settle_doubts(plan, paper=paper, cast=cast)
    except (AlreadyImported, KeyReused):
        return None
    in_force = tuple(each.id for each in plans() if each.state == PlanState.ACTIVE)
    try:
        with transaction.atomic():
            activate(
                **_step("activate", paper, at=paper.activated_at),
                by=director,
                plan=plan,
                supersedes=in_force,
                own_plans_by=own_plans_day(paper),
            )
    except Refusal:
        return plan  # told before, or in need of a person's eye
    return plan


def annual_round(plan: UUID, *, year: int) -> RoundRow | None:
    """The round in which a year's results are reported."""
    return next((each for each in rounds_of(plan) if each.kind == "annual" and each.year == year), None)


def _settle_doubts(plan: UUID, *, paper: Paper, cast: Cast) -> None:
    review = review_of(plan, on=paper.imported_at.date())
    for doubt in review.open_doubts if review else ():
        if doubt.blocking:
            settle(
                **_step(f"settle {doubt.number}", paper, at=paper.activated_at),
                by=cast.called("bao"),
                doubt=doubt.id,
                how="Đã đối chiếu bản gốc: văn bản không nêu, giữ nguyên như đã đọc.",
            )


def _step(name: str, paper: Paper, *, at: datetime) -> dict[str, Any]:
    return {"key": key_of(f"{name} {sha256(paper.content).hexdigest()}"), "at": at}
