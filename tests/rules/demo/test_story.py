"""The story is decided by seed, told in its own words, and never before its time."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from dongvon.demo.story import words
from dongvon.demo.story.chance import between, share, some
from dongvon.demo.story.fates import BRANCH, Fate, fate_of
from dongvon.demo.story.years import office_hour, years_at
from dongvon.demo.tables import rows
from dongvon.domain.units.queries.directory import UnitRow
from dongvon.domain.workplan.queries.plans import RoundRow
from dongvon.domain.workplan.queries.workload import AskedClause
from dongvon.domain.workplan.vocabulary import EntryStatus
from dongvon.kernel.calendar import start_of

UNITS = [f"ubnd-{number}" for number in range(25_000, 25_400)]


def round_of(year: int) -> RoundRow:
    due = start_of(date(year, 12, 15))
    return RoundRow(
        id=UUID(int=year), kind="annual", year=year, number=1, title=f"Báo cáo năm {year}",
        opens_at=start_of(date(year, 10, 1)), due_at=due, grace_until=due, locks_at=due + timedelta(days=47),
        locked_at=None, withdrawn_at=None, basis="",
    )  # fmt: skip


def unit(body: str = "ubnd", level: str = "commune") -> UnitRow:
    return UnitRow(
        id=UUID(int=1), code="ubnd-26041", body=body, level=level, place="26041", full_name="UBND phường",
        short_name="UBND", since=None, until=None,
    )  # fmt: skip


def clause(code: str) -> AskedClause:
    return AskedClause(id=UUID(int=2), code=code, evidence_owed=True, slots=())


@pytest.mark.parametrize(
    ("now", "last"), [((2026, 11, 24), 2026), ((2026, 10, 14), 2025), ((2026, 10, 15), 2026), ((2027, 3, 1), 2026)]
)
def test_the_last_year_is_one_whose_reports_come_in(now: tuple[int, int, int], last: int) -> None:
    years = years_at(datetime(*now, 5, tzinfo=UTC))
    assert (years.last, years.before) == (last, last - 1)


def test_chance_is_always_the_same() -> None:
    assert share("a", 1) == share("a", 1)
    assert share("a", 1) != share("a", 2)
    assert all(3 <= between(3, 5, number) <= 5 for number in range(50))
    assert some("abc", 2, "x") == some("abc", 2, "x")


def test_a_year_that_is_over_has_late_returned_and_missing_reports() -> None:
    years, round_ = years_at(datetime(2026, 11, 24, tzinfo=UTC)), round_of(2025)
    fates = [fate_of(each, round_, years=years) for each in UNITS]
    late = [fate for fate in fates if fate.submitted_at and fate.submitted_at > round_.due_at]
    assert 0.04 < len(late) / len(fates) < 0.14
    assert 0.05 < sum(fate.returned_at is not None for fate in fates) / len(fates) < 0.2
    assert 0.01 < sum(fate.submitted_at is None for fate in fates) / len(fates) < 0.09
    assert any(fate.on_behalf for fate in fates)


def test_moments_of_a_report_are_in_order_and_before_the_lock() -> None:
    years, round_ = years_at(datetime(2026, 11, 24, tzinfo=UTC)), round_of(2025)
    for each in UNITS:
        fate = fate_of(each, round_, years=years)
        moments = [
            *(fate.opened_at, fate.submitted_at, fate.returned_at, fate.resubmitted_at, fate.accepted_at),
        ]
        told = [moment for moment in moments if moment is not None]
        assert told == sorted(told)
        assert all(round_.opens_at < moment < round_.locks_at for moment in told)


def test_the_branch_itself_always_reports() -> None:
    years = years_at(datetime(2026, 11, 24, tzinfo=UTC))
    assert fate_of(BRANCH, round_of(2026), years=years).accepted_at is not None


def test_a_running_round_shows_a_draft_a_return_and_one_waiting() -> None:
    years = years_at(datetime(2026, 11, 24, tzinfo=UTC))
    shown = {each: fate_of(each, round_of(2026), years=years) for each in ("so-tai-chinh", "hoi-phu-nu-thanh-pho")}
    assert shown["so-tai-chinh"].returned_at is not None
    assert shown["so-tai-chinh"].resubmitted_at is None
    assert shown["hoi-phu-nu-thanh-pho"] != Fate()
    assert shown["hoi-phu-nu-thanh-pho"].accepted_at is None


def test_acts_fall_into_office_hours() -> None:
    sunday = date(2026, 11, 22)
    moment = office_hour(sunday, share=0.999)
    assert (moment.date(), moment.hour) == (date(2026, 11, 23), 16)


@pytest.mark.parametrize("code", ["1a", "2đ", "3d", "4i", "9z"])
def test_narratives_are_whole_sentences_without_marks(code: str) -> None:
    told = words.narrative(unit(), clause(code), year=2026, stands=EntryStatus.DONE)
    assert told.endswith(".")
    assert "{" not in told
    assert told == words.narrative(unit(), clause(code), year=2026, stands=EntryStatus.DONE)


def test_every_sentence_of_the_tables_can_be_filled() -> None:
    for row in rows("story/narratives"):
        assert "{" not in row["text"].format(n=1, m=2, p=3, t=4)


def test_no_sentence_is_copied_from_the_given_plan() -> None:
    from pathlib import Path

    shared = Path(__file__).parents[4] / "shared" / "plan"
    if not shared.exists():
        pytest.skip("the given plan is not here")
    given = "\n".join(path.read_text(encoding="utf-8") for path in shared.glob("*.txt"))
    assert not [row["text"] for row in rows("story/narratives") if row["text"].rstrip(".") in given]
