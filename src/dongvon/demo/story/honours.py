"""Commendation for the year before: scores, proposals, the council's votes, the awards."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from dongvon.demo.city.loaded import key_of
from dongvon.demo.story.chance import share
from dongvon.demo.story.people import Cast
from dongvon.demo.story.years import Years
from dongvon.domain.workplan.operations.award import award
from dongvon.domain.workplan.operations.close_session import close_session
from dongvon.domain.workplan.operations.convene import convene
from dongvon.domain.workplan.operations.propose import propose
from dongvon.domain.workplan.operations.score import score
from dongvon.domain.workplan.operations.vote import Ballot, vote
from dongvon.domain.workplan.queries.plans import RoundRow
from dongvon.domain.workplan.queries.scores import ScoreRow, scores
from dongvon.domain.workplan.vocabulary import Choice, CommendationForm
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.text import format_number

COLLECTIVES = 8
COUNCIL = ("huy", "duc", "lan", "oanh", "hanh")
_PEOPLE = (
    ("daumoi", "Cán bộ đầu mối", "Chuẩn bị báo cáo đầy đủ, đúng hạn, số liệu không phải sửa"),
    ("thutruong", "Thủ trưởng đơn vị", "Chỉ đạo hoàn thành vượt chỉ tiêu vốn ủy thác được giao"),
)


def honour(round_: RoundRow, *, cast: Cast, years: Years) -> None:
    """The whole procedure in the January and February after the round; nothing before its time."""
    year = round_.year + 1
    moments = {day: datetime(year, month, on, 9, 0, tzinfo=VIETNAM) for day, (month, on) in _DAYS.items()}
    if not years.has_come(moments["award"]):
        return
    with transaction.atomic():
        score(**_step("score", round_, at=moments["score"]), by=cast.called("bao"), round=round_.id)
        best = scores(round_.id, on=moments["score"].date())[:COLLECTIVES]
        proposals = _propose(best, round_=round_, cast=cast, at=moments["propose"])
        session = _convene(round_, cast=cast, at=moments["convene"], held_on=moments["vote"].date())
        _vote(session, proposals, round_=round_, cast=cast, at=moments["vote"])
        _award(proposals, session=session, round_=round_, cast=cast, at=moments["award"])


_DAYS = {"score": (1, 31), "propose": (2, 2), "convene": (2, 3), "vote": (2, 6), "award": (2, 12)}


def _propose(best: list[ScoreRow], *, round_: RoundRow, cast: Cast, at: datetime) -> list[UUID]:
    made = [
        propose(
            **_step(f"propose {row.unit_code}", round_, at=at),
            by=cast.called("bao"),
            round=round_.id,
            unit=row.unit,
            certificate=CommendationForm.CITY_CERTIFICATE if row.rank <= 3 else CommendationForm.BRANCH_CERTIFICATE,
            achievement=_achievement(row, year=round_.year),
        )
        for row in best
    ]
    people = ((row, *person) for row, person in zip(best, _PEOPLE, strict=False))
    return made + [
        propose(
            **_step(f"propose {local} {row.unit_code}", round_, at=at),
            by=cast.called("bao"),
            round=round_.id,
            unit=row.unit,
            certificate=CommendationForm.BOARD_CERTIFICATE,
            achievement=f"{why} (năm {round_.year}).",
            full_name=cast.name_of(local, unit=row.unit_code),
            post_title=title,
        )
        for row, local, title, why in people
    ]


def _achievement(row: ScoreRow, *, year: int) -> str:
    total = format_number(row.total, decimals=2)
    return f"Đạt {total} điểm, xếp hạng {row.rank} trong thực hiện kế hoạch năm {year}."


def _convene(round_: RoundRow, *, cast: Cast, at: datetime, held_on: date) -> UUID:
    members = tuple(cast.called(name).person for name in COUNCIL)
    return convene(
        **_step("convene", round_, at=at),
        by=cast.called("bao"),
        round=round_.id,
        held_on=held_on,
        venue="Phòng họp số 2, trụ sở UBND thành phố",
        chair=members[1],
        members=members,
    )


def _vote(session: UUID, proposals: list[UUID], *, round_: RoundRow, cast: Cast, at: datetime) -> None:
    """All agree but on the last: two members think otherwise."""
    for name in COUNCIL:
        ballots = tuple(
            Ballot(proposal=proposal, choice=_choice(name, last=proposal == proposals[-1])) for proposal in proposals
        )
        vote(**_step(f"vote {name}", round_, at=at), by=cast.called(name), session=session, ballots=ballots)
    close_session(**_step("close session", round_, at=at), by=cast.called("bao"), session=session)


def _choice(name: str, *, last: bool) -> Choice:
    return Choice.ABSTAIN if (last and share("doubt", name) < 0.5) or (last and name in COUNCIL[:2]) else Choice.FOR


def _award(proposals: list[UUID], *, session: UUID, round_: RoundRow, cast: Cast, at: datetime) -> None:
    for place, proposal in enumerate(proposals[:-1]):
        award(
            **_step(f"award {place}", round_, at=at),
            by=cast.called("duc"),
            proposal=proposal,
            session=session,
            document_number=f"{318 + place}/QĐ-UBND",
            decided_on=at.date(),
            amount=3_000_000 if place < COLLECTIVES else 1_000_000,
        )


def _step(name: str, round_: RoundRow, *, at: datetime) -> dict[str, Any]:
    return {"key": key_of(f"honour {name} {round_.id}"), "at": at}
