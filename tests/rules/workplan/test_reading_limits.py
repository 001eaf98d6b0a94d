"""What is no plan is refused, old encodings are converted, garbage harms nothing, long plans stay quick."""

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dongvon.domain.documents.rules.paper.legacy_tables import TCVN3
from dongvon.domain.workplan.queries.read_plan import as_json, read_plan
from dongvon.kernel.refusals import Refusal
from tests.rules.workplan.readings.expected import as_read, by_eye

SAMPLE = (Path(__file__).parents[3] / "src" / "dongvon" / "demo" / "plan" / "ke-hoach-mau.txt").read_text(
    encoding="utf-8"
)

NO_PLANS = [
    "Hôm nay trời đẹp. Tôi đi chợ mua rau và gặp chị Mai.",
    "HỢP ĐỒNG\n\n1. Bên A giao hàng.\n\n2. Bên B trả tiền.\n\na) Trả một lần.\n\nb) Trả bằng tiền mặt.",
    "KẾ HOẠCH\n\nI. MỤC ĐÍCH\n\n1. Vui chơi.\n\nII. NỘI DUNG\n\n1. Ăn cơm.\n\n2. Đi ngủ.",
    "Họ tên;Số tiền\nNguyễn Văn A;100\nTrần Thị B;200",
]


@pytest.mark.parametrize("text", NO_PLANS)
def test_what_is_no_plan_is_refused_with_what_was_looked_for(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_plan(text.encode(), file_name="a.txt")
    assert refused.value.code == "NotAPlan"
    assert "đơn vị thực hiện" in str(refused.value)
    assert "a.txt" in str(refused.value)


def _in_tcvn3(text: str) -> str:
    letters = {letter: code for code, letter in TCVN3.items()}
    return "".join(letters.get(letter, letters.get(letter.lower(), letter)) for letter in text)


def test_a_plan_in_a_legacy_encoding_is_offered_for_conversion_and_then_read() -> None:
    old = _in_tcvn3(SAMPLE).encode("latin-1", "replace")
    with pytest.raises(Refusal) as refused:
        read_plan(old, file_name="a.txt")
    assert refused.value.code == "LegacyEncoding"
    reading = read_plan(old, file_name="a.txt", convert_legacy=True)
    assert reading.converted_from == "TCVN3 (ABC)"
    assert as_read(reading).clauses == by_eye("sample.txt").clauses
    units = {row[:2] + row[3:] for row in as_read(reading).pairs}  # type: ignore[index]
    assert units == {row[:2] + row[3:] for row in by_eye("sample.txt").pairs}  # type: ignore[index]


def test_an_alias_learnt_in_review_is_known_the_next_time() -> None:
    text = "KẾ HOẠCH\n\nI. NHIỆM VỤ\n\n1. Mở lớp.\n\n- Cơ quan chủ trì: Trường Chính trị; Sở Nội vụ."
    first = read_plan(text.encode(), file_name="a.txt").clauses[0].assignments[0]
    again = read_plan(text.encode(), file_name="a.txt", aliases={"Trường Chính trị": "truong-chinh-tri"})
    assert first.unit is None
    assert again.clauses[0].assignments[0].unit == "truong-chinh-tri"


def test_json_has_the_promised_keys() -> None:
    plain = as_json(read_plan(SAMPLE.encode(), file_name="a.txt"))
    assert {"clauses", "duties", "targets", "documents", "warnings"} <= plain.keys()
    assert {"code", "text", "assignments", "timing"} <= plain["clauses"][0].keys()
    assert {"role", "mention", "unit", "level"} <= plain["clauses"][0]["assignments"][0].keys()
    assert {"kind", "text"} <= plain["clauses"][0]["timing"].keys()
    assert {"text", "number", "unit", "kind", "year"} <= plain["targets"][0].keys()
    assert plain["targets"][0]["number"] == 30


def test_two_hundred_pages_are_read_in_seconds() -> None:
    body, tasks = SAMPLE.split("## II. ")[0], SAMPLE.split("## II. ")[1].split("### III. ")[0]
    long = body + "".join(f"\n\n## {numeral}. NHIỆM VỤ\n\n{tasks}" for numeral in ("II", "III", "IV", "V", "VI") * 8)
    began = time.process_time()
    reading = read_plan(long.encode(), file_name="a.txt")
    assert len(reading.clauses) > 500
    assert time.process_time() - began < 20


PIECES = st.sampled_from([
    "KẾ HOẠCH", "I. NHIỆM VỤ", "II. TỔ CHỨC THỰC HIỆN", "1. ", "1.1. ", "a) ", "đ) ", "- ", "+ ", "(1) ", "Điều 2. ",
    "\n", "\n\n", "Đơn vị thực hiện: ", "Cơ quan chủ trì", "Thời gian: ", "quý IV", "trước ngày 31/2", "hằng năm",
    "Các sở: ", "và", ";", ",", "Chi nhánh/Phòng giao dịch Ngân hàng CSXH", "UBND các xã, phường", "các cấp",
    "cùng cấp",     "| TT | Nội dung | Chủ trì |", "| 1 | x | Sở Y tế |", "|---|---|---|", "100%",
    "từ năm 2026 trở đi", "(", ")", "**",
    "###", "Quyết định số 1/QĐ-TTg ngày 40/13/2024",
])  # fmt: skip
A_PLAN = "KẾ HOẠCH\n\nI. NHIỆM VỤ\n\n1. Mở lớp.\n\n- Đơn vị thực hiện: UBND cấp xã\n"


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES | st.text(max_size=12), max_size=60), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_no_text_makes_the_reader_stumble(pieces: list[str], name: str) -> None:
    try:
        content = (A_PLAN + "".join(pieces)).encode("utf-8", "replace")
        reading = read_plan(content, file_name=name, convert_legacy=True)
    except Refusal:
        return
    assert len({clause.code for clause in reading.clauses}) == len(reading.clauses)
    assert as_json(reading)["clauses"]


@settings(max_examples=80)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.pdf", "a.docx", "a.html", "a", "-"]))
def test_no_bytes_make_the_reader_stumble(content: bytes, name: str) -> None:
    for head in (b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xff\xfe"):
        with suppress(Refusal):
            read_plan(head + content, file_name=name)
