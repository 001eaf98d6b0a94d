"""Plans in other layouts, from other places and in other files, are read in full as well."""

from pathlib import Path

import pytest

from dongvon.domain.workplan.queries.read_plan import PlanReading, read_plan
from tests.rules.documents.papers import docx_of, pdf_of
from tests.rules.workplan.readings.expected import FOLDER, as_read, by_eye

LAYOUTS = FOLDER / "layouts"
SAMPLE = Path(__file__).parents[3] / "src" / "dongvon" / "demo" / "plan" / "ke-hoach-mau.txt"
HEAD = ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm"]
ROWS = [
    HEAD,
    ["I", "Tuyên truyền", "", "", "", ""],
    ["1", "Mở hội nghị", "Sở Nội vụ", "Các sở, ban, ngành;\nUBND cấp xã", "Quý II/2026", "Hội nghị"],
    ["2", "Viết bài", "Báo và Phát thanh,\nTruyền hình Đắk Lắk", "Sở Y tế\nSở Tư pháp", "Thường xuyên", ""],
]


def _layout(name: str) -> PlanReading:
    return read_plan((LAYOUTS / name).read_bytes(), file_name=name)


@pytest.mark.parametrize("name", sorted(path.stem for path in LAYOUTS.glob("*.expected")))
@pytest.mark.parametrize("part", ["clauses", "pairs", "timings"])
def test_other_layouts_are_read_in_full(name: str, part: str) -> None:
    read, expected = as_read(_layout(name)), by_eye(f"layouts/{name}.expected")
    assert getattr(read, part) == getattr(expected, part)


def test_head_of_a_plan_is_read() -> None:
    reading = _layout("numbered.md")
    assert reading.title.startswith("KẾ HOẠCH Nâng cao chất lượng")
    assert (reading.number, reading.issued_on) == ("215/KH-UBND", "2026-05-05")
    assert reading.issuer == "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG"


def test_targets_take_the_year_of_the_line_above() -> None:
    found = [(t.number, t.unit, t.kind, t.year) for t in _layout("numbered.md").targets]
    assert found == [(9.0, "%/năm", "at_least", 2030), (0.2, "%", "at_most", 2030), (1500.0, "hộ", "about", 2030)]


def test_duties_have_their_own_days() -> None:
    duties = {duty.code: duty for duty in _layout("numbered.md").duties}
    days = {code: (duty.timing.kind, duty.timing.day, duty.timing.month) for code, duty in duties.items()}
    assert days == {
        "III.1": ("before_day_each_year", 10, 12),
        "III.2": ("before_day_each_year", 20, 12),
        "III.3": ("by_date", 15, 6),
    }
    assert duties["III.1"].assignments[0].unit == "so-tai-chinh"
    assert duties["III.3"].deliver_to[0].unit == "nhcsxh-chi-nhanh"


def test_several_days_of_the_year_are_rounds() -> None:
    timing = _layout("articles.txt").duties[1].timing
    assert (timing.kind, timing.rounds) == ("rounds", ("trước ngày 15/6", "15/12 hằng năm"))


def test_what_was_said_for_the_whole_group_is_marked() -> None:
    clauses = {clause.code: clause for clause in _layout("bullets.txt").clauses}
    assert all(row.inferred for row in clauses["2a"].assignments)
    assert not clauses["2c"].assignments[0].inferred
    assert "mục “3”" in clauses["3a"].assignments[0].reason
    assert clauses["1.1"].inferred


@pytest.mark.parametrize("kind", ["docx", "pdf", "pdf without rules"])
def test_task_tables_in_word_and_pdf(kind: str) -> None:
    lines = ["KẾ HOẠCH", "Vốn vay năm 2026", "I. MỤC ĐÍCH", "Nâng cao hiệu quả.", "II. NHIỆM VỤ"]
    in_word = kind == "docx"
    content = docx_of(lines, table=ROWS) if in_word else pdf_of([[*lines, ""]], table=ROWS, ruled=kind == "pdf")
    first, second = read_plan(content, file_name=f"a.{kind[:4].strip()}").clauses
    assert (first.code, first.timing.kind, first.product) == ("1", "quarter", "Hội nghị")
    assert [(row.role, row.unit) for row in first.assignments] == [
        ("lead", "so-noi-vu"),
        ("coordinate", "so-ban-nganh"),
        ("coordinate", "ubnd"),
    ]
    assert [row.unit for row in second.assignments] == ["bao-phat-thanh-truyen-hinh", "so-y-te", "so-tu-phap"]
    assert second.timing.kind == "continuous"


def _wrapped(width: int) -> list[str]:
    lines: list[str] = []
    for paragraph in SAMPLE.read_text(encoding="utf-8").splitlines():
        row = ""
        for word in paragraph.replace("#", "").replace("*", "").split():
            if len(row) + 1 + len(word) > width:
                lines, row = [*lines, row], ""
            row = f"{row} {word}".strip()
        lines += [row] if row else []
    return lines


@pytest.mark.parametrize("width", [78, 100])
def test_lines_wrapped_at_the_margin_are_joined(width: int) -> None:
    reading = read_plan("\n".join(_wrapped(width)).encode(), file_name="a.txt")
    assert as_read(reading) == by_eye("sample.txt")


def test_pages_of_a_pdf_are_read_as_one_text() -> None:
    lines = _wrapped(90)
    pages = [lines[start : start + 40] for start in range(0, len(lines), 40)]
    reading = read_plan(pdf_of(pages), file_name="a.pdf")
    assert as_read(reading) == by_eye("sample.txt")
    assert reading.clauses[-1].span.page is not None
    assert reading.clauses[-1].span.page > 1


def test_word_paragraphs_are_read_like_text() -> None:
    paragraphs = [line.lstrip("# ").replace("*", "") for line in SAMPLE.read_text(encoding="utf-8").splitlines()]
    reading = read_plan(docx_of([line for line in paragraphs if line]), file_name="a.docx")
    assert as_read(reading) == by_eye("sample.txt")


def test_a_code_in_one_cell_is_the_clause_s() -> None:
    rows = ["| TT | Nhiệm vụ | Chủ trì |", "|---|---|---|", "| 3 | Nguồn vốn | |", "| 3d | Bố trí vốn | Sở Tài chính |"]
    text = "\n".join(["# KẾ HOẠCH", "Vốn vay năm 2027", "", "## II. NHIỆM VỤ", "", *rows])
    assert [clause.code for clause in read_plan(text.encode(), file_name="a.md").clauses] == ["3d"]


def test_heads_that_run_over_the_pages_are_no_words_of_a_task() -> None:
    texts = {clause.code: clause.text for clause in _layout("paged.txt").clauses}
    assert texts["1b"] == "Kiện toàn Ban đại diện Hội đồng quản trị các cấp."
    assert not [text for text in texts.values() if "KẾ HOẠCH TÍN DỤNG" in text]


def test_several_days_of_one_duty_are_rounds() -> None:
    timing = _layout("narrative.txt").duties[0].timing
    assert (timing.kind, timing.rounds) == ("rounds", ("trước ngày 15/6", "trước ngày 15/12"))


def test_an_issuer_beside_the_name_of_the_state_is_found() -> None:
    assert _layout("narrative.txt").issuer == "ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG"


def test_a_past_year_and_another_line_s_year_bind_no_target() -> None:
    bank = [(target.number, target.kind, target.year) for target in _layout("bank.txt").targets]
    assert bank == [
        (9.0, "at_least", 2026),
        (0.15, "at_most", 2026),
        (420.0, "about", 2026),
        (100.0, "exactly", None),
    ]
    spaced = [(target.number, target.kind, target.year) for target in _layout("spaced.txt").targets]
    assert spaced == [(8.0, "at_least", None)]  # "so với năm 2026" names what it is measured against
    owners = [(target.number, target.kind, target.year) for target in _layout("owners.txt").targets]
    assert owners == [(30.0, "at_least", None), (50.0, "exactly", 2027)]


def test_a_title_takes_in_neither_number_nor_signature() -> None:
    heads = _layout("twoheads.md")
    assert heads.title == "KẾ HOẠCH Nâng cao chất lượng tín dụng chính sách năm 2026"
    assert (heads.number, heads.issued_on) == ("3310/KH-UBND", "2026-05-12")
    assert _layout("listed.html").title.endswith("năm 2026 và các năm tiếp theo")
    assert _layout("committee.txt").duties[-1].text.endswith("báo cáo.")


def test_reviews_of_a_duty_are_rounds() -> None:
    timing = _layout("action.txt").duties[-1].timing
    assert (timing.kind, timing.rounds) == ("rounds", ("sơ kết năm 2028", "tổng kết năm 2030"))


def test_a_rhythm_of_a_duty_is_kept_whole() -> None:
    assert _layout("owners.txt").duties[0].timing.text == "định kỳ 6 tháng, 1 năm"
    assert _layout("twoheads.md").duties[0].timing.text == "trước ngày 25 hằng tháng"
