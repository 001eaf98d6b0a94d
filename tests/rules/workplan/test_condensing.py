"""Narratives of many units become a few sentences that name their units."""

from dongvon.domain.workplan.rules.condensing import Told, condense, name_units, sentences

HELD = "Đã tổ chức {} hội nghị quán triệt Chỉ thị đến cán bộ, hội viên và người dân trên địa bàn."


def told(full_name: str, text: str) -> Told:
    return Told(full_name=full_name, text=text)


def test_sentences_differing_in_numbers_are_one() -> None:
    gists = condense([told("Xã A", HELD.format(3)), told("Xã B", HELD.format(12))], most=5)
    assert [gist.units for gist in gists] == [("Xã A", "Xã B")]
    assert gists[0].text == HELD.format("3–12").rstrip(".")


def test_equal_numbers_make_no_range_and_fractions_none_at_all() -> None:
    rate = "Tỷ lệ thu lãi đạt {}% trong {} tháng đầu năm tại các tổ."
    gists = condense([told("Xã A", rate.format("99,5", 10)), told("Xã B", rate.format("98,7", 10))], most=1)
    assert gists[0].text == rate.format("99,5", 10).rstrip(".")


def test_thousands_are_compared_as_numbers() -> None:
    sent = "Đã chuyển {} triệu đồng vốn ủy thác sang phòng giao dịch."
    gists = condense([told("Xã A", sent.format("1.200")), told("Xã B", sent.format("900"))], most=1)
    assert gists[0].text == sent.format("900–1.200").rstrip(".")


def test_sentences_saying_other_things_stay_apart() -> None:
    gists = condense([told("Xã A", HELD.format(3)), told("Xã B", "Chưa bố trí được kinh phí tuyên truyền.")], most=5)
    assert len(gists) == 2


def test_what_more_units_say_comes_first_then_what_has_numbers() -> None:
    gists = condense(
        [
            told("Xã A", "Phối hợp tốt với tổ tiết kiệm và vay vốn."),
            told("Xã B", "Ngân sách đã chuyển 500 triệu đồng sang ngân hàng."),
            told("Xã C", HELD.format(1)),
            told("Xã D", HELD.format(2)),
        ],
        most=3,
    )
    assert [len(gist.units) for gist in gists] == [2, 1, 1]
    assert gists[1].text.startswith("Ngân sách")


def test_one_unit_saying_it_twice_counts_once() -> None:
    gists = condense([told("Xã A", f"{HELD.format(1)} {HELD.format(2)}")], most=5)
    assert [gist.units for gist in gists] == [("Xã A",)]


def test_no_more_than_asked_for() -> None:
    words = ["mía", "điều", "tiêu", "cao su", "chuối", "xoài"]
    gists = condense([told(word, f"Mô hình vay vốn trồng {word} tại ấp {word} {word}.") for word in words], most=2)
    assert len(gists) <= 2


def test_names_with_and_without_accents_are_different_words_for_numbers_only() -> None:
    assert condense([], most=3) == ()


def test_sentences_end_at_stops_and_lines_but_not_inside_numbers() -> None:
    text = "- Dư nợ đạt 1.234,5 triệu đồng. Nợ quá hạn giảm.\n+ Tổ chức giao dịch đủ 12 phiên;"
    assert sentences(text) == ["Dư nợ đạt 1.234,5 triệu đồng", "Nợ quá hạn giảm", "Tổ chức giao dịch đủ 12 phiên"]


def test_a_sentence_may_begin_with_any_vietnamese_capital() -> None:
    text = "Đã mở hai lớp tập huấn. Đã bổ sung hồ sơ còn thiếu. Ủy ban đã họp đủ kỳ."
    assert sentences(text) == ["Đã mở hai lớp tập huấn", "Đã bổ sung hồ sơ còn thiếu", "Ủy ban đã họp đủ kỳ"]


def test_units_are_named_up_to_three() -> None:
    assert name_units(("A", "B")) == "A, B"
    assert name_units(("A", "B", "C", "D")) == "A, B, C, D"
    assert name_units(("A", "B", "C", "D", "E")) == "A, B, C và 2 đơn vị khác"
