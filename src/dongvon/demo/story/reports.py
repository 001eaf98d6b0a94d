"""Every unit's report of a year: opened, written, handed in, returned, accepted, each at its moment."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from dongvon.demo.city.loaded import key_of
from dongvon.demo.story import words
from dongvon.demo.story.chance import chosen, share
from dongvon.demo.story.fates import Fate, fate_of
from dongvon.demo.story.people import Cast
from dongvon.demo.story.years import Years
from dongvon.demo.tables import rows
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.operations.accept import accept
from dongvon.domain.workplan.operations.open_report import open_report
from dongvon.domain.workplan.operations.return_ import ClauseRemark, return_
from dongvon.domain.workplan.operations.submit import submit
from dongvon.domain.workplan.operations.transcribe import SaidConcern, SaidEntry, transcribe
from dongvon.domain.workplan.queries.plans import RoundRow
from dongvon.domain.workplan.queries.workload import AskedClause, Workload, content_hash_of, workloads
from dongvon.domain.workplan.vocabulary import ConcernKind
from dongvon.kernel.refusals import Refusal

#: Units told in one transaction; each act is its own operation all the same.
BATCH = 10

_MENDED = "Đã bổ sung theo ý kiến của chi nhánh."
_REMARKS = (
    "Số liệu chưa khớp với thuyết minh; đề nghị kiểm tra lại.",
    "Thuyết minh còn chung chung; đề nghị nêu việc cụ thể và kết quả.",
    "Minh chứng chưa đúng nội dung nhiệm vụ; đề nghị thay đường dẫn.",
)


@dataclass(frozen=True, kw_only=True)
class Teller:
    """Tells the report of one unit in one round."""

    cast: Cast
    years: Years
    round: RoundRow
    load: Workload
    fate: Fate

    def tell(self) -> None:
        """Everything that has happened by now, in order."""
        if not self._past(self.fate.opened_at):
            return
        report = open_report(
            **self._step("open", self.fate.opened_at, by=self._writer()),
            round=self.round.id,
            reporter=self.load.unit.id,
        )
        if not self._past(self.fate.submitted_at):
            half = self.load.clauses[: len(self.load.clauses) // 2]
            self._write(report, half, at=self.fate.opened_at, step="draft", expects=0)
            return
        submission, edition = self._hand_in(report, at=self.fate.submitted_at, step="first", expects=0)
        if self._past(self.fate.returned_at):
            self._return(report)
            if not self._past(self.fate.resubmitted_at):
                return
            submission, _ = self._hand_in(report, at=self.fate.resubmitted_at, step="again", expects=edition + 2)
        if self._past(self.fate.accepted_at):
            accept(
                **self._step("accept", self.fate.accepted_at, by=self.cast.called("ha")),
                report=report,
                content_hash=content_hash_of(submission),
                note="",
            )

    def _hand_in(self, report: UUID, *, at: datetime | None, step: str, expects: int) -> tuple[UUID, int]:
        """The submission, and the edition it froze; handing in and returning each count one more."""
        assert at is not None, "Handed in at a moment."
        edition = self._write(
            report, self.load.clauses, at=at - timedelta(hours=2), step=f"write {step}", expects=expects
        )
        by = self.cast.called("bao") if self.fate.on_behalf else self.cast.head(self.load.unit.code)
        return submit(**self._step(f"submit {step}", at, by=by), report=report, expects=edition), edition

    def _write(
        self, report: UUID, clauses: tuple[AskedClause, ...], *, at: datetime | None, step: str, expects: int
    ) -> int:
        latest = self.round.year == self.years.last
        return transcribe(
            **self._step(step, at, by=self._writer()),
            report=report,
            expects=expects,
            entries=tuple(self._entry(clause, again="again" in step) for clause in clauses),
            figures=tuple(
                words.figure(self.load.unit, slot, year=self.round.year, latest=latest)
                for clause in clauses
                for slot in clause.slots
            ),
            concerns=self._concerns(clauses) if "again" not in step else (),
        )

    def _entry(self, clause: AskedClause, *, again: bool) -> SaidEntry:
        unit, year = self.load.unit, self.round.year
        stands = words.status(unit, clause, year=year)
        told = words.narrative(unit, clause, year=year, stands=stands)
        return SaidEntry(
            clause=clause.id,
            status=stands,
            narrative=told,
            assessment=f"{words.assessment(unit, clause, year=year)} {_MENDED if again else ''}",
            link=words.link(unit, clause, year=year),
            link_title="Tin hoạt động của đơn vị",
        )

    def _concerns(self, clauses: tuple[AskedClause, ...]) -> tuple[SaidConcern, ...]:
        known = {clause.code: clause.id for clause in clauses}
        seed = (self.round.year, self.load.unit.code)
        return tuple(
            SaidConcern(kind=ConcernKind(row["kind"]), text=row["text"], clause=known[row["clause"]])
            for row in rows("story/concerns")
            if row["clause"] in known and share(*seed, row["code"]) < int(row["weight"]) / 100
        )

    def _return(self, report: UUID) -> None:
        clause = chosen(self.load.clauses, self.round.year, self.load.unit.code, "remark")
        remark = ClauseRemark(clause=clause.id, text=chosen(_REMARKS, self.round.year, self.load.unit.code))
        return_(
            **self._step("return", self.fate.returned_at, by=self.cast.called("bao")),
            report=report,
            comment="Đề nghị đơn vị xem lại nội dung đã đánh dấu rồi nộp lại.",
            remarks=(remark,),
        )

    def _writer(self) -> Actor:
        return self.cast.called("bao") if self.fate.on_behalf else self.cast.reporter(self.load.unit.code)

    def _past(self, moment: datetime | None) -> bool:
        return moment is not None and self.years.has_come(moment)

    def _step(self, name: str, at: datetime | None, *, by: Actor) -> dict[str, Any]:
        return {"key": key_of(f"{name} {self.round.id} {self.load.unit.code}"), "by": by, "at": at}


def tell_reports(round_: RoundRow, *, cast: Cast, years: Years, each: Callable[[int], None]) -> None:
    """Every reporter's report; `each` is called with how many were told. What somebody changed meanwhile stays."""
    loads = workloads(round_.id, on=round_.opens_at.date())
    for start in range(0, len(loads), BATCH):
        with transaction.atomic():
            for load in loads[start : start + BATCH]:
                fate = fate_of(load.unit.code, round_, years=years)
                _tell(Teller(cast=cast, years=years, round=round_, load=load, fate=fate))
        each(len(loads[start : start + BATCH]))


def _tell(teller: Teller) -> None:
    try:
        with transaction.atomic():
            teller.tell()
    except Refusal:
        return  # told before, and changed by somebody since
