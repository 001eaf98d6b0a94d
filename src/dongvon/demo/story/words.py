"""Invented narratives and figures: a few sentences by rule and seed, never twice quite the same."""

from collections import defaultdict
from decimal import Decimal
from functools import cache

from dongvon.demo.story.chance import between, share, some
from dongvon.demo.tables import rows
from dongvon.domain.units.queries.directory import UnitRow
from dongvon.domain.units.vocabulary import ENTRUSTED, Level
from dongvon.domain.workplan.queries.workload import AskedClause, AskedSlot
from dongvon.domain.workplan.vocabulary import EntryStatus, Filled

_ASSESSMENTS = (
    "Hoàn thành tốt; cần duy trì đều hơn vào quý cuối năm.",
    "Hoàn thành; phối hợp giữa các bên có lúc chưa kịp thời.",
    "Đạt yêu cầu; cán bộ theo dõi còn kiêm nhiệm.",
    "Hoàn thành phần lớn; phần còn lại chuyển sang năm sau.",
)
_ABSENT = "Chưa tách riêng được số liệu, sẽ bổ sung khi có sổ theo dõi."


def family(unit: UnitRow) -> str:
    """Which sentences a unit speaks."""
    if unit.body == "ubnd" and unit.level == Level.COMMUNE:
        return "commune"
    if unit.body in ENTRUSTED or unit.body == "mttq":
        return "organisation"
    return "bank" if unit.body.startswith("nhcsxh") else "department"


def status(unit: UnitRow, clause: AskedClause, *, year: int) -> EntryStatus:
    """Mostly done; the draft scheme (3g) and other long work go on."""
    chance = share(year, unit.code, clause.code, "status")
    if clause.code in ("3g", "3a", "4c"):
        chance += 0.35
    if chance < 0.68:
        return EntryStatus.DONE
    return EntryStatus.IN_PROGRESS if chance < 0.95 else EntryStatus.NOT_APPLICABLE


def narrative(unit: UnitRow, clause: AskedClause, *, year: int, stands: EntryStatus) -> str:
    """One to three sentences; for what did not arise, why."""
    if stands == EntryStatus.NOT_APPLICABLE:
        return "Trong năm không phát sinh nội dung này tại đơn vị."
    seed = (year, unit.code, clause.code)
    known = _sentences(clause.code, family(unit))
    told = some(known, between(1, min(3, len(known)), *seed, "many"), *seed)
    return " ".join(_filled(sentence, *seed, place) for place, sentence in enumerate(told))


def assessment(unit: UnitRow, clause: AskedClause, *, year: int) -> str:
    """What the unit thinks of its own work, where it owes that."""
    return some(_ASSESSMENTS, 1, year, unit.code, clause.code)[0] if clause.evidence_owed else ""


def link(unit: UnitRow, clause: AskedClause, *, year: int) -> str:
    """An invented address of a piece of evidence."""
    return (
        f"https://{unit.code}.dongnai.example/tin/{year}/{clause.code.replace('đ', 'dd')}"
        if clause.evidence_owed
        else ""
    )


def figure(unit: UnitRow, slot: AskedSlot, *, year: int, latest: bool) -> Filled:
    """A figure within the bounds of the table; the branch's own are those it published."""
    bounds = _bounds()[slot.code]
    if slot.code in _published():
        return Filled(slot=slot.id, value=bounds[latest] * slot.multiplier)
    if share(year, unit.code, slot.code, "absent") < 0.03:
        return Filled(slot=slot.id, no_data_reason=_ABSENT)
    low, high = (int(bound) for bound in bounds)
    base = between(low, high, unit.code, slot.code)
    grown = base * between(98, 122, year, unit.code, slot.code) // 100 if latest else base
    return Filled(slot=slot.id, value=Decimal(grown) * slot.multiplier)


@cache
def _sentences(code: str, speaker: str) -> tuple[str, ...]:
    """A family's own sentences for the clause, then everybody's, then those that fit any clause."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows("story/narratives"):
        found[row["clause"], row["family"]].append(row["text"])
    own = [*found[code, speaker], *found[code, "any"]]
    return tuple(own or found["*", "any"])


@cache
def _published() -> frozenset[str]:
    """Figures of the branch alone: what it reported of itself, the year before and the last."""
    return frozenset(row["code"] for row in rows("story/slots") if row["bodies"] == "nhcsxh-chi-nhanh")


@cache
def _bounds() -> dict[str, tuple[Decimal, Decimal]]:
    return {row["code"]: (Decimal(row["low"]), Decimal(row["high"])) for row in rows("story/slots")}


def _filled(sentence: str, *seed: object) -> str:
    return sentence.format(
        n=between(2, 9, *seed, "n"),
        m=between(12, 320, *seed, "m"),
        p=between(86, 100, *seed, "p"),
        t=between(3, 24, *seed, "t") * 50,
    )
