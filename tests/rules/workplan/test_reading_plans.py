"""The given plan and the sample plan are read in full: clauses, units by role, timings, targets, duties."""

import sys
from pathlib import Path

import pytest

from dongvon.domain.workplan.queries.read_plan import PlanReading, read_plan
from tests.rules.workplan.readings.expected import agreement, as_read, by_eye

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "src" / "dongvon" / "demo" / "plan" / "ke-hoach-mau.txt"
GIVEN = next(iter(sorted((ROOT.parent / "shared" / "plan").glob("*.txt"))), None)


def _read(which: str) -> PlanReading:
    path = SAMPLE if which == "sample" else GIVEN
    if path is None:
        pytest.skip("The given plan is not at hand.")
    return read_plan(path.read_bytes(), file_name=path.name)


@pytest.fixture(params=["given", "sample"])
def plan(request: pytest.FixtureRequest) -> tuple[str, PlanReading]:
    return request.param, _read(request.param)


@pytest.mark.parametrize("part", ["clauses", "pairs", "timings"])
def test_everything_is_read_and_nothing_more(
    plan: tuple[str, PlanReading], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name, reading = plan
    read, expected = getattr(as_read(reading), part), getattr(by_eye(f"{name}.txt"), part)
    precision, recall = agreement(read, expected)
    with capsys.disabled():
        sys.stdout.write(f"\n{name} {part}: precision {precision:.3f}, recall {recall:.3f} of {len(expected)}\n")
    assert not read - expected
    assert not expected - read
    assert (precision, recall) == (1.0, 1.0)


def test_codes_stand_in_the_order_of_the_vietnamese_alphabet(plan: tuple[str, PlanReading]) -> None:
    codes = [clause.code for clause in plan[1].clauses]
    letters = {"1": "abc", "2": "abcdđ", "3": "abcdđeg", "4": "abcdđeghi"}
    assert codes == [group + letter for group, row in letters.items() for letter in row]


def test_targets_keep_their_numbers_and_kinds(plan: tuple[str, PlanReading]) -> None:
    found = [(t.clause, t.number, t.unit, t.kind, t.year, t.from_year) for t in plan[1].targets]
    assert found == [
        ("3d", 30.0, "%", "about", 2030, None),
        ("3d", 10.0, "%/năm", "at_least", None, 2026),
        ("3d", 25.0, "%", "about", None, 2026),
        ("4e", 100.0, "%", "exactly", None, None),
    ]


def test_documents_are_cited_once_with_their_dates(plan: tuple[str, PlanReading]) -> None:
    assert [(each.kind, each.number, each.issued_on) for each in plan[1].documents] == [
        ("Chỉ thị", "39-CT/TW", "2024-10-30"),
        ("Quyết định", "1560/QĐ-TTg", "2025-07-18"),
        ("Kế hoạch", "77-KH/TU", "2026-03-30"),
    ]


def test_duties_are_owed_to_the_branch_before_15_december(plan: tuple[str, PlanReading]) -> None:
    duties = {duty.code: duty for duty in plan[1].duties}
    assert list(duties) == ["III.1", "III.2", "III.3"]
    for code in ("III.1", "III.2"):
        timing = duties[code].timing
        assert (timing.kind, timing.day, timing.month, timing.before) == ("before_day_each_year", 15, 12, True)
        assert [row.unit for row in duties[code].deliver_to] == ["nhcsxh-chi-nhanh"]
    assert {row.unit for row in duties["III.1"].assignments} == {"so-ban-nganh", "nhcsxh-chi-nhanh", "ubnd"}
    assert {row.unit for row in duties["III.2"].assignments} == {"mttq", "to-chuc-chinh-tri-xa-hoi"}
    third = [(row.role, row.unit) for row in duties["III.3"].assignments]
    assert third == [("lead", "nhcsxh-chi-nhanh"), ("coordinate", "so-noi-vu"), ("coordinate", None)]
    assert [row.unit for row in duties["III.3"].deliver_to] == ["ubnd"]


def test_faults_are_told_with_their_place(plan: tuple[str, PlanReading]) -> None:
    warned = {(each.code, each.where) for each in plan[1].warnings}
    assert {("no_timing", "3g"), ("missing_prefix", "3d"), ("scanning_fault", "2d"), ("mixed_headings", "")} <= warned
    assert {("healed_break", "3b"), ("healed_break", "3đ"), ("healed_break", "4b")} <= warned
    assert {where for code, where in warned if code == "no_timing"} == {"3g"}
    assert not [each for each in plan[1].warnings if each.code == "unresolved_unit"]
    assert all(each.reason and each.span.first_line for each in plan[1].warnings)


def test_broken_sentences_are_whole_again(plan: tuple[str, PlanReading]) -> None:
    texts = {clause.code: clause.text for clause in plan[1].clauses}
    assert "Hội đồng quản trị" in texts["4b"]
    assert "chuyển đổi số, kinh tế số" in texts["3b"] or "du lịch vườn, trồng trọt" in texts["3b"]
    assert "nông nghiệp hữu cơ" in texts["3đ"] or "nông nghiệp công nghệ cao" in texts["3đ"]
    assert all("\n" not in text for text in texts.values())


def test_earlier_plans_are_replaced_and_the_receivers_left_out(plan: tuple[str, PlanReading]) -> None:
    assert len(plan[1].supersedes) == 1
    assert "Lưu:" not in "".join(duty.text for duty in plan[1].duties)
    assert len(plan[1].notes) == 2


def test_parts_have_their_nature(plan: tuple[str, PlanReading]) -> None:
    assert [(part.code, part.nature) for part in plan[1].parts] == [
        ("I", "purpose"),
        ("II", "tasks"),
        ("III", "organisation"),
    ]
