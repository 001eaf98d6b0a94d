"""Content, completeness, differences and comparison of reports."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dongvon.domain.workplan.rules.comparison import compare
from dongvon.domain.workplan.rules.completeness import gaps
from dongvon.domain.workplan.rules.content import (
    ConcernWords,
    EntryWords,
    EvidenceWords,
    FigureWords,
    ReportWords,
    fingerprint,
    read,
    written,
)
from dongvon.domain.workplan.rules.difference import changes, difference

FIGURE = FigureWords(
    slot=UUID(int=20), code="3d.von", name="Vốn ủy thác", unit_of_measure="triệu đồng", kind="money",
    multiplier=1_000_000, value=Decimal(2_500_000_000), no_data_reason="",
)  # fmt: skip
PROOF = EvidenceWords(
    id=UUID(int=30), title="Báo cáo quyết toán", attachment=None, file_name="", content_hash="", link="https://a.vn"
)
ENTRY = EntryWords(
    clause=UUID(int=10), code="3d", text="Bố trí ngân sách", status="done", narrative="Đã chuyển đủ vốn.",
    assessment="Tốt", figures=(FIGURE,), evidence=(PROOF,),
)  # fmt: skip
REPORT = ReportWords(
    report=UUID(int=1), round=UUID(int=2), round_title="Báo cáo năm 2026", reporter=UUID(int=3),
    reporter_name="UBND phường Long Bình", entries=(ENTRY,),
    concerns=(ConcernWords(id=UUID(int=40), kind="difficulty", text="Thiếu vốn", clause="3d"),),
)  # fmt: skip


def with_entry(**words: object) -> ReportWords:
    return replace(REPORT, entries=(replace(ENTRY, **words),))


def lacks(report: ReportWords, *, owed: bool = False) -> list[str]:
    return [gap.lack for gap in gaps(report, evidence_owed={ENTRY.clause} if owed else set())]


def test_what_was_written_is_read_back() -> None:
    assert read(written(REPORT)) == REPORT


@given(st.decimals(min_value=-(10**19), max_value=10**19, places=4, allow_nan=False), st.text(max_size=30))
def test_any_report_is_read_back(value: Decimal, narrative: str) -> None:
    report = with_entry(figures=(replace(FIGURE, value=value),), narrative=narrative)
    assert read(written(report)) == report


def test_the_same_words_have_the_same_hash_and_others_another() -> None:
    other = with_entry(figures=(replace(FIGURE, value=Decimal("2500000000.0000")),))
    assert fingerprint(written(REPORT)) == fingerprint(written(other))
    assert fingerprint(written(REPORT)) != fingerprint(written(with_entry(narrative="Đã chuyển đủ vốn")))


def test_a_whole_report_lacks_nothing() -> None:
    assert lacks(REPORT, owed=True) == []


@pytest.mark.parametrize(
    ("words", "owed", "missing"),
    [
        ({"status": "not_started", "narrative": ""}, False, ["nothing_said"]),
        ({"status": "not_started", "narrative": "Chờ hướng dẫn"}, False, []),
        ({"narrative": ""}, False, ["narrative"]),
        ({"status": "not_applicable", "narrative": ""}, False, ["narrative"]),
        ({"status": "not_applicable", "figures": (replace(FIGURE, value=None),)}, True, []),
        ({"figures": (replace(FIGURE, value=None),)}, False, ["figure"]),
        ({"figures": (replace(FIGURE, value=None, no_data_reason="chưa chốt"),)}, False, []),
        ({"evidence": ()}, False, ["evidence_advised"]),
        ({"evidence": ()}, True, ["evidence"]),
        ({"assessment": ""}, True, ["assessment"]),
        ({"assessment": ""}, False, []),
    ],
)
def test_each_gap_is_found(words: dict[str, object], owed: bool, missing: list[str]) -> None:
    assert lacks(with_entry(**words), owed=owed) == missing


def test_advice_does_not_block() -> None:
    assert [gap.blocks for gap in gaps(with_entry(evidence=()), evidence_owed=())] == [False]


@given(st.text(max_size=80), st.text(max_size=80))
def test_a_difference_holds_both_texts(before: str, after: str) -> None:
    runs = difference(before, after)
    assert "".join(run.text for run in runs if run.kind != "added") == before
    assert "".join(run.text for run in runs if run.kind != "removed") == after


def test_a_difference_keeps_words_whole() -> None:
    runs = difference("Đã tổ chức 3 hội nghị", "Đã tổ chức 13 hội nghị")
    assert [(run.kind, run.text) for run in runs] == [
        ("same", "Đã tổ chức "), ("removed", "3"), ("added", "13"), ("same", " hội nghị"),
    ]  # fmt: skip


def test_changes_name_the_clause_and_the_thing() -> None:
    after = replace(
        with_entry(narrative="Đã chuyển một nửa.", figures=(replace(FIGURE, value=Decimal(1_250_000_000)),)),
        concerns=(),
    )
    found = [(change.code, change.what, change.before, change.after) for change in changes(REPORT, after)]
    assert found == [
        ("3d", "narrative", "Đã chuyển đủ vốn.", "Đã chuyển một nửa."),
        ("3d", "figure", "2.500 triệu đồng", "1.250 triệu đồng"),
        ("3d", "difficulty", "Thiếu vốn", ""),
    ]


def test_a_report_does_not_differ_from_itself() -> None:
    assert changes(REPORT, REPORT) == ()


def test_beside_last_year() -> None:
    found = compare(Decimal(150), before=Decimal(100))
    assert (found.change, found.percent, found.unusual) == (Decimal(50), Decimal(50), False)
    assert compare(Decimal(151), before=Decimal(100)).unusual
    assert compare(Decimal(5), before=Decimal(0)).percent is None
    assert compare(None, before=Decimal(5)).change is None


@pytest.mark.parametrize(
    ("value", "kind", "met"),
    [("10", "at_least", True), ("9.99", "at_least", False), ("30", "at_most", True), ("31", "at_most", False),
     ("27.5", "about", True), ("26.9", "about", False),
     ("30", "exactly", True), ("30.1", "exactly", False)],
)  # fmt: skip
def test_beside_the_target(value: str, kind: str, met: bool) -> None:
    target = Decimal(10) if kind == "at_least" else Decimal(30)
    assert compare(Decimal(value), before=None, target=target, target_kind=kind).met is met
