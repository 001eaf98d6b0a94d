"""The city report: numbers with their sources, a paper and a workbook."""

from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from uuid import UUID

import docx
import pytest
from python_calamine import CalamineWorkbook

from dongvon.domain.documents.queries.attachments import content_of
from dongvon.domain.workplan.models import Computation, ComputationRow, Consolidation, Submission
from dongvon.domain.workplan.operations.accept import accept
from dongvon.domain.workplan.operations.consolidate import NothingAccepted, consolidate
from tests.reporting import Reporting


def latest_hash(report: UUID) -> str:
    return Submission.objects.filter(report=report).latest("number").content_hash


@pytest.fixture
def made(world: Reporting) -> Consolidation:
    report = world.handed_in()
    accept(**world.envelope("nam"), report=report, content_hash=latest_hash(report))
    later = timedelta(days=30)
    return Consolidation.objects.get(pk=consolidate(**world.envelope("nam", later=later), round=world.round))


def number(made: Consolidation, kind: str, subject: str) -> Computation:
    return Computation.objects.filter(consolidation=made, kind=kind, subject=subject).order_by("number")[0]


def words(made: Consolidation) -> list[str]:
    paper = docx.Document(BytesIO(content_of(made.paper_id)))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return [each.text for each in paper.paragraphs] + cells


def test_who_reported_is_counted_over_what_is_owed(made: Consolidation) -> None:
    assert number(made, "punctuality", "on_time").value == 1
    assert number(made, "punctuality", "missing").value == 1
    assert number(made, "punctuality", "on_time").asked == 2


def test_each_number_keeps_the_rows_behind_it(made: Consolidation, world: Reporting) -> None:
    money = number(made, "figure", "von")
    row = ComputationRow.objects.get(computation=money)
    assert (row.unit_id, row.value) == (world.city.units["ubnd-26041"], Decimal(5))
    assert row.submission.acceptance.content_hash == row.submission.content_hash
    assert (money.value, money.units, money.asked) == (5, 1, 2)


def test_the_paper_shows_each_number_with_its_reference(made: Consolidation) -> None:
    figure = number(made, "figure", "hoi-nghi")
    text = words(made)
    assert f"4[{figure.number}]" in text
    assert str(figure.pk) in text


def test_the_paper_has_no_mark_left(made: Consolidation) -> None:
    assert not [line for line in words(made) if "{" in line or "%}" in line]


def test_the_workbook_has_the_annex_tables(made: Consolidation) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(content_of(made.workbook_id)))
    assert [name[:3] for name in book.sheet_names] == ["PL1", "PL2", "PL3", "PL4", "PL5"]
    figures = book.get_sheet_by_index(1).to_python()
    assert figures[-1][1] == "Toàn thành phố"


def test_nothing_accepted_makes_no_report(world: Reporting) -> None:
    world.handed_in()
    with pytest.raises(NothingAccepted):
        consolidate(**world.envelope("nam"), round=world.round)


def test_the_same_key_makes_one_report(world: Reporting) -> None:
    report = world.handed_in()
    accept(**world.envelope("nam"), report=report, content_hash=latest_hash(report))
    envelope = world.envelope("nam")
    assert consolidate(**envelope, round=world.round) == consolidate(**envelope, round=world.round)
    assert Consolidation.objects.count() == 1


def test_made_again_it_is_another_version(made: Consolidation, world: Reporting) -> None:
    again = consolidate(**world.envelope("lan", later=timedelta(days=31)), round=world.round)
    assert Consolidation.objects.get(pk=again).number == 2
