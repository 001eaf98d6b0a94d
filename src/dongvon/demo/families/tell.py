"""Ten families on the road, each stopped at another step, and six buyers who wait for the lottery."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from dongvon.demo.families.settle import HAMLET, Hamlet, key_of
from dongvon.demo.story.people import Cast
from dongvon.demo.tables import rows
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.operations.close_meeting import close_meeting
from dongvon.domain.groups.operations.hold_meeting import hold_meeting
from dongvon.domain.groups.operations.put_motion import put_motion
from dongvon.domain.groups.vocabulary import MeetingKind
from dongvon.domain.lending.operations.appraise import appraise
from dongvon.domain.lending.operations.approve import ApprovalLine, approve
from dongvon.domain.lending.operations.confirm import LineDecision, confirm
from dongvon.domain.lending.operations.control import control
from dongvon.domain.lending.operations.hand_out import hand_out
from dongvon.domain.lending.operations.notify import notify
from dongvon.domain.lending.operations.screen import Screened, screen
from dongvon.domain.lending.operations.send_back import send_back
from dongvon.domain.lending.operations.sign import sign
from dongvon.domain.lending.operations.take_in import take_in
from dongvon.domain.lending.queries.closing import open_day
from dongvon.domain.lending.queries.files import file_of

#: How far each family has come, in the order of the road.
ORDER: Final = (
    "requested",
    "screened",
    "confirmed",
    "received",
    "appraised",
    "controlled",
    "approved",
    "notified",
    "contracted",
    "lent",
)

#: Where families stand that did not go straight on: as far as they came before.
TURNED: Final = {"refused": "screened", "returned": "confirmed"}


@dataclass(frozen=True, kw_only=True)
class Road:
    """The people of the steps, and the business day that the last of them happened before."""

    cast: Cast
    hamlet: Hamlet
    on: date

    def at(self, days_ago: int) -> datetime:
        """Nine in the morning, so many days before the business day."""
        return datetime.combine(self.on - timedelta(days=days_ago), time(2), tzinfo=UTC)

    def envelope(self, who: Actor, days_ago: int, *step: str) -> dict[str, Any]:
        """By whom and when; the key of a step is always the same."""
        return {"key": key_of("step", *step), "by": who, "at": self.at(days_ago)}


def tell(road: Road) -> None:
    """Everything after the requests were handed in, step by step, as far as each family came."""
    families = list(rows("families/families"))
    _screen(road, [row for row in families if _came(row, "screened")])
    _confirm(road, [row for row in families if _came(row, "screened") and row["stop"] != "screened"])
    for row in families:
        if row["stop"] == "returned":
            who = road.cast.called("minh")
            words: dict[str, Any] = {"application": id_of(row), "missing": row["words"]}
            send_back(**road.envelope(who, 6, row["code"], "send back"), **words)
        _at_the_bank(road, row)


def id_of(row: dict[str, str]) -> UUID:
    """The application of a family."""
    return key_of(row["code"], "application")


def _came(row: dict[str, str], stage: str) -> bool:
    stop = TURNED.get(row["stop"], row["stop"])
    return ORDER.index(stop) >= ORDER.index(stage)


def _screen(road: Road, families: list[dict[str, str]]) -> None:
    """One meeting heard them all; one list for each programme."""
    leader, present = road.hamlet.leader, tuple(key_of(row["code"], "head") for row in families)
    meeting = hold_meeting(
        **road.envelope(leader, 15, "meeting"),
        on=road.on - timedelta(days=15),
        group=road.hamlet.group,
        kind=MeetingKind.APPRAISAL,
        held_on=road.on - timedelta(days=15),
        venue=f"Nhà văn hóa {HAMLET}",
        present=(key_of("G00", "head"), *present),
        representative="Bùi Thị Đào",
        hamlet_head="Trần Văn Khiêm",
    )
    votes = len(present) + 1
    for row in families:
        said: dict[str, Any] = {
            "text": f"Bình xét cho vay {int(row['amount']) // 1_000_000} triệu đồng: {row['purpose']}"
        }
        put_motion(
            **road.envelope(leader, 15, row["code"], "motion"),
            meeting=meeting,
            in_favour=votes,
            about=id_of(row),
            **said,
        )
    minutes = "Tổ bình xét công khai từng hộ; các hộ được nhất trí có tên trong danh sách 03/TD."
    close_meeting(**road.envelope(leader, 15, "close"), meeting=meeting, minutes=minutes)
    for programme in dict.fromkeys(row["programme"] for row in families):
        lines = tuple(
            Screened(application=id_of(row), amount=int(row["amount"]), term_months=int(row["term"]))
            for row in families
            if row["programme"] == programme
        )
        screen(**road.envelope(leader, 14, "list", programme), meeting_id=meeting, lines=lines)


def _confirm(road: Road, families: list[dict[str, str]]) -> None:
    lines = tuple(
        LineDecision(
            application=id_of(row),
            decision="decline" if row["stop"] == "refused" else "confirm",
            reason=row["words"] if row["stop"] == "refused" else "",
        )
        for row in families
    )
    confirm(**road.envelope(road.cast.called("nhung"), 10, "confirm"), lines=lines)


def _at_the_bank(road: Road, row: dict[str, str]) -> None:
    """Taken in long ago by those who are late, lately by the others."""
    file, officer, director = id_of(row), road.cast.called("minh"), road.cast.called("thanh")
    code = row["code"]
    amounts: dict[str, Any] = {"amount": int(row["amount"]), "term_months": int(row["term"])}
    if row["stop"] in TURNED or not _came(row, "received"):
        return
    take_in(**road.envelope(officer, 9 if row["stop"] == "received" else 5, code, "take in"), applications=(file,))
    if _came(row, "appraised"):
        opinion = "Hộ có sức lao động, phương án khả thi, mức vay phù hợp nhu cầu."
        appraise(**road.envelope(officer, 4, code, "appraise"), application=file, opinion=opinion, **amounts)
    if _came(row, "controlled"):
        control(**road.envelope(road.cast.called("vy"), 3, code, "control"), applications=(file,))
    if _came(row, "approved"):
        approve(**road.envelope(director, 2, code, "approve"), lines=(ApprovalLine(application=file, **amounts),))
    if _came(row, "notified"):
        told: dict[str, Any] = {"disburse_on": road.on, "venue": "Điểm giao dịch Trảng Bom"}
        notify(**road.envelope(officer, 1, code, "notify"), applications=(file,), **told)
    if _came(row, "contracted"):
        _to_the_money(road, row, file)


def _to_the_money(road: Road, row: dict[str, str], file: UUID) -> None:
    day = open_day() or road.on
    number = f"6600{road.on:%Y}9{int(row['code'][1:]):07d}"
    signed: dict[str, Any] = {"contract_number": number, "signed_on": road.on}
    sign(**road.envelope(road.cast.called("thanh"), 0, row["code"], "sign"), application=file, **signed)
    if _came(row, "lent"):
        found = file_of(file, on=day)
        assert found is not None, "the file was told of a moment ago"
        paid: dict[str, Any] = {"on": day, "tranche": found.tranches[0].id}
        hand_out(**road.envelope(road.cast.called("quyen"), 0, row["code"], "hand out"), **paid)
