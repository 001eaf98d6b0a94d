"""What the branch did with the units' concerns: grouped, answered, sent up, decided."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from dongvon.demo.city.loaded import key_of
from dongvon.demo.story.people import Cast
from dongvon.demo.story.years import Years
from dongvon.demo.tables import rows
from dongvon.domain.workplan.operations.answer import answer
from dongvon.domain.workplan.operations.decide import decide
from dongvon.domain.workplan.operations.escalate import escalate
from dongvon.domain.workplan.operations.group_concerns import group_concerns
from dongvon.domain.workplan.queries.inbox import ConcernRow, inbox
from dongvon.domain.workplan.queries.plans import RoundRow

_ESCALATED = {
    "ngan-sach": (
        "Xin ý kiến về mức ngân sách cấp xã bố trí ủy thác hằng năm và căn cứ bố trí.",
        "Chi nhánh đề xuất giao chỉ tiêu tối thiểu theo khả năng cân đối của từng xã, phường.",
        "Giao Sở Tài chính chủ trì hướng dẫn trong quý I; trước mắt thực hiện theo chỉ tiêu đã giao.",
    ),
    "nang-muc": (
        "Xin ý kiến về việc nâng mức cho vay giải quyết việc làm bằng vốn địa phương.",
        "Chi nhánh đề xuất nâng dần theo khả năng nguồn vốn, ưu tiên hộ mới thoát nghèo.",
        "Đồng ý chủ trương; chi nhánh hoàn thiện phương án trình HĐND thành phố kỳ họp gần nhất.",
    ),
    "huong-dan": ("Xin ý kiến về hướng dẫn thống nhất việc ngân sách xã, phường ủy thác vốn.", "", ""),
}
_ANSWERED = {
    "kiem-nhiem": "Chi nhánh sẽ tổ chức tập huấn ngắn ngày theo cụm và cử cán bộ hỗ trợ trực tiếp.",
    "mang": "Phòng giao dịch bố trí hướng dẫn ngay tại phiên giao dịch; đã gửi danh sách điểm sóng yếu cho nhà mạng.",
    "tap-huan": "Kế hoạch tập huấn quý tới đã bổ sung thêm 04 lớp theo cụm xã, phường.",
    "mau-bieu": "Từ kỳ này chỉ dùng một mẫu báo cáo trên hệ thống, không yêu cầu gửi thêm bản giấy.",
}


def handle_concerns(round_: RoundRow, *, plan: UUID, cast: Cast, years: Years) -> None:
    """Everything said often enough, in the weeks after it came in; the rest waits in the inbox."""
    for row in rows("story/concerns"):
        begins = round_.opens_at + timedelta(days=46, hours=10)  # in the forenoon
        with transaction.atomic():
            _handle(row, round_=round_, plan=plan, cast=cast, years=years, at=begins)


def _handle(row: dict[str, str], *, round_: RoundRow, plan: UUID, cast: Cast, years: Years, at: datetime) -> None:
    """Later concerns of the same words are left for whoever opens the demo."""
    waiting = (each for each in _waiting(row["text"], on=at) if each.plan == plan)
    concerns = [each for each in waiting if each.delivered_at and each.delivered_at <= at]
    if len(concerns) < 2 or not years.has_come(at + timedelta(days=1)):
        return
    ids = tuple(sorted(each.id for each in concerns))
    step: dict[str, Any] = {"round_": round_, "code": row["code"]}
    group_concerns(
        **_step("group", **step, at=at),
        by=cast.called("bao"),
        concerns=ids,
        title=row["text"].rstrip("."),
        clause=concerns[0].clause,
    )
    if row["code"] in _ANSWERED:
        answer(
            **_step("answer", **step, at=at + timedelta(days=1)),
            by=cast.called("ha"),
            concerns=ids,
            text=_ANSWERED[row["code"]],
        )
    elif row["code"] in _ESCALATED:
        _send_up(ids, clause=concerns[0].clause, step=step, cast=cast, years=years, at=at + timedelta(days=1))


def _send_up(
    concerns: tuple[UUID, ...], *, clause: UUID | None, step: dict[str, Any], cast: Cast, years: Years, at: datetime
) -> None:
    question, advice, decision = _ESCALATED[step["code"]]
    sent = escalate(
        **_step("escalate", **step, at=at), by=cast.called("ha"), concerns=concerns, question=question, advice=advice
    )
    decided_at = at + timedelta(days=6)
    if decision and clause and years.has_come(decided_at):
        decide(
            **_step("decide", **step, at=decided_at),
            by=cast.called("duc"),
            escalation=sent,
            clause=clause,
            text=decision,
            document_number=f"{4100 + len(question)}/UBND-KTNS ngày {decided_at:%d/%m/%Y}",
        )


def _waiting(text: str, *, on: datetime) -> list[ConcernRow]:
    return [
        concern
        for thread in inbox(state="new", on=on.date())
        for concern in thread.concerns
        if concern.text == text and thread.group is None
    ]


def _step(name: str, *, round_: RoundRow, code: str, at: datetime) -> dict[str, Any]:
    return {"key": key_of(f"{name} {round_.id} {code}"), "at": at}
