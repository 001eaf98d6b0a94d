"""A table without rules over numbered pages, its head again on each, set by a program that moves the page."""

import json

import pytest
import typst

from dongvon.domain.workplan.queries.read_plan import read_plan

HEAD = ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm"]
WORK = "Rà soát danh sách hộ nghèo, hộ cận nghèo và bổ sung nhu cầu vay vốn gửi Phòng giao dịch tổng hợp "
LEADS = {"Sở Nội vụ": "so-noi-vu", "Sở Tài chính": "so-tai-chinh", "UBND các xã, phường": "ubnd"}
SET = """#set page(paper: "a4", flipped: true, margin: 2cm, numbering: "1")
#set text(size: 12pt)
#let given = json(bytes(sys.inputs.given))
#for text in ("KẾ HOẠCH", "Vốn vay năm 2027", "I. MỤC ĐÍCH", "Nâng cao hiệu quả.", "II. NHIỆM VỤ") [#par[#text]]
#table(columns: (1.2cm, 7fr, 4fr, 6fr, 3fr, 3fr), stroke: none, align: ALIGN,
  table.header(..given.head.map(cell => [#cell])), ..given.rows.flatten().map(cell => [#cell]))"""


@pytest.mark.parametrize("align", ["left + top", "center + horizon"])
def test_rows_are_read_whole_over_the_pages(align: str) -> None:
    leads = [list(LEADS)[number % 3] for number in range(16)]
    rows = [
        [str(number), WORK * (1 + number % 3), lead, "Các sở, ban, ngành; Công an thành phố", "Quý III/2027", "Báo cáo"]
        for number, lead in enumerate(leads, start=1)
    ]
    given = json.dumps({"head": HEAD, "rows": rows})
    paper = typst.compile(SET.replace("ALIGN", align).encode(), sys_inputs={"given": given})
    assert isinstance(paper, bytes)
    clauses = read_plan(paper, file_name="a.pdf").clauses
    assert clauses[-1].span.page is not None
    assert clauses[-1].span.page > 2
    assert [clause.code for clause in clauses] == [str(number) for number in range(1, 17)]
    for clause, lead in zip(clauses, leads, strict=True):
        assert [row.unit for row in clause.assignments] == [LEADS[lead], "so-ban-nganh", "cong-an"]
        assert clause.timing.text == "Quý III/2027"
