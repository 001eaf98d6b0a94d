"""A clause of a new plan continues the one most like it, however it is numbered."""

from dongvon.domain.workplan.rules.lineage import lineage_of

CAPITAL = "Bố trí ngân sách địa phương ủy thác qua Ngân hàng Chính sách xã hội"
POSTERS = "Tuyên truyền chủ trương về tín dụng chính sách trên báo, đài"


def test_a_moved_clause_is_found_by_its_words() -> None:
    found = lineage_of({"1a": CAPITAL, "1b": POSTERS}, earlier=[(1, "2c", POSTERS), (2, "3d", CAPITAL)])
    assert found == {"1a": 2, "1b": 1}


def test_a_new_task_continues_nothing() -> None:
    assert lineage_of({"1a": "Xây dựng đề án giai đoạn 2031-2035"}, earlier=[(1, "1a", CAPITAL)]) == {}


def test_the_same_code_needs_fewer_words_in_common() -> None:
    reworded = "Bố trí vốn ngân sách thành phố ủy thác qua ngân hàng, hoàn thành chỉ tiêu được giao hằng năm"
    assert lineage_of({"3d": reworded}, earlier=[(1, "3d", CAPITAL)]) == {"3d": 1}
    assert lineage_of({"1a": reworded}, earlier=[(1, "3d", CAPITAL)]) == {}


def test_an_earlier_clause_is_continued_once() -> None:
    assert len(lineage_of({"1a": CAPITAL, "1b": CAPITAL}, earlier=[(1, "1a", CAPITAL)])) == 1
