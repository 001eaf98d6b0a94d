"""The forms of the plan's work: what ships fills, what officials edit is tried before it is used."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import docx
import pytest

from dongvon.domain.documents.papers.filling import UnfitTemplate, fill
from dongvon.domain.documents.papers.official import OfficialPaper
from dongvon.domain.documents.queries.attachments import content_of
from dongvon.domain.documents.queries.templates import templates
from dongvon.domain.workplan.models import Consolidation, Submission
from dongvon.domain.workplan.operations.accept import accept
from dongvon.domain.workplan.operations.consolidate import consolidate
from dongvon.domain.workplan.operations.replace_template import replace_template
from dongvon.domain.workplan.papers.report_form import CODE, shipped_form
from dongvon.domain.workplan.papers.report_values import date_in_words, report_values
from dongvon.domain.workplan.papers.sample import sample_report
from tests.reporting import Reporting


def words(content: bytes) -> str:
    paper = docx.Document(BytesIO(content))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in paper.paragraphs), *cells])


def edited(line: str) -> bytes:
    paper = OfficialPaper(title="Mẫu riêng")
    paper.text(line)
    return paper.to_bytes()


def test_the_shipped_form_fills_whole() -> None:
    text = words(fill(shipped_form(), report_values(sample_report())))
    assert "{" not in text
    assert "Đã mở 2–9 hội nghị (Sở A, Sở B)." in text
    assert "120[1]" in text


def test_every_part_of_the_report_is_there() -> None:
    text = words(fill(shipped_form(), report_values(sample_report())))
    for part in (
        "I. TÌNH HÌNH",
        "II. KẾT QUẢ",
        "III. ĐÁNH GIÁ",
        "IV. NHIỆM VỤ",
        "Phụ lục I",
        "Phụ lục II",
        "Nơi nhận:",
    ):
        assert part in text


def test_a_round_without_delay_says_so_in_its_annex_and_reminds_of_what_is_ahead() -> None:
    report = replace(sample_report(), tardy=())
    text = words(fill(shipped_form(), report_values(report)))
    assert "Không có đơn vị nào." in text
    assert "Đôn đốc 120 đơn vị chưa đến hạn gửi báo cáo đúng hạn." in text
    late = words(fill(shipped_form(), report_values(sample_report())))
    assert "Không có đơn vị nào." not in late


@pytest.mark.parametrize(
    ("on", "told"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 12, 15), "ngày 15 tháng 12 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
    ],
)
def test_days_below_ten_and_the_first_months_take_a_nought(on: date, told: str) -> None:
    assert date_in_words(on) == told


@pytest.mark.django_db
def test_a_form_with_an_unknown_mark_is_not_put_into_use(world: Reporting) -> None:
    with pytest.raises(UnfitTemplate, match="khong_co"):
        replace_template(
            **world.envelope("nam"), file_name="mau.docx", content=edited("{{ khong_co }}"), note="Sửa đầu trang"
        )
    assert templates(CODE) == []


@pytest.mark.django_db
def test_the_newest_form_is_used_and_the_earlier_stay(world: Reporting) -> None:
    for line in ("Bản một {{ title }}", "Bản hai {{ title }}"):
        replace_template(**world.envelope("nam"), file_name="mau.docx", content=edited(line), note="Sửa đầu trang")
    report = world.handed_in()
    accept(**world.envelope("nam"), report=report, content_hash=Submission.objects.get(report=report).content_hash)
    made = consolidate(**world.envelope("nam", later=timedelta(days=30)), round=world.round)
    consolidation = Consolidation.objects.get(pk=made)
    assert words(content_of(consolidation.paper_id)).startswith("Bản hai Kết quả thực hiện")
    assert [row.number for row in templates(CODE)] == [2, 1]
    assert consolidation.template_id == templates(CODE)[0].id
