"""Block paste: whatever was copied from a spreadsheet is read whole, or every fault is named."""

from decimal import Decimal
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from dongvon.domain.workplan.rules.block import Reading, read_block
from dongvon.domain.workplan.rules.cells import SlotShape
from dongvon.kernel.text import format_number

SLOTS = tuple(
    SlotShape(id=UUID(int=number), code=code, name=name, kind=kind, unit_of_measure=measure)
    for number, (code, name, kind, measure) in enumerate(
        [
            ("1a.hoi-nghi", "Số hội nghị", "count", "hội nghị"),
            ("1a.luot-nguoi", "Số lượt người dự", "count", "lượt người"),
            ("3d.von", "Vốn ngân sách ủy thác", "money", "đồng"),
            ("3d.ty-le", "Tỷ lệ vốn địa phương", "percent", "%"),
        ]
    )
)


def values(reading: Reading) -> dict[int, Decimal | None]:
    return {figure.slot.int: figure.value for figure in reading.figures}


def test_a_column_of_numbers() -> None:
    reading = read_block("12\n1.250\n3.000.000\n21,3\n", slots=SLOTS)
    assert not reading.faults
    assert values(reading) == {0: Decimal(12), 1: Decimal(1250), 2: Decimal(3_000_000), 3: Decimal("21.3")}


def test_from_the_second_row_down() -> None:
    assert values(read_block("5\n6", slots=SLOTS, start=2)) == {2: Decimal(5), 3: Decimal(6)}


def test_rows_that_name_their_slots_come_in_any_order() -> None:
    pasted = "Tỷ lệ vốn địa phương\t19,5\r\n1a.hoi-nghi\t4\r\n"
    assert values(read_block(pasted, slots=SLOTS)) == {3: Decimal("19.5"), 0: Decimal(4)}


def test_a_unit_of_measure_beside_the_number_is_no_reason() -> None:
    assert values(read_block("Số hội nghị\thội nghị\t4", slots=SLOTS)) == {0: Decimal(4)}
    assert values(read_block("Số hội nghị\t4\thội nghị", slots=SLOTS)) == {0: Decimal(4)}


def test_no_data_with_a_reason_in_the_next_column() -> None:
    (figure,) = read_block("ksl\tchưa quyết toán", slots=SLOTS, start=2).figures
    assert (figure.value, figure.no_data_reason) == (None, "chưa quyết toán")


def test_an_empty_row_leaves_its_slot_alone() -> None:
    assert values(read_block("12\n\n7", slots=SLOTS)) == {0: Decimal(12), 2: Decimal(7)}


def test_every_fault_is_named_with_its_row() -> None:
    reading = read_block("mười hai\n1,5\n3", slots=SLOTS)
    assert [(fault.where, fault.refusal.code) for fault in reading.faults] == [
        ("Dòng 1, cột 1", "NotReadable"),
        ("Dòng 2, cột 1", "NotWhole"),
    ]


def test_a_block_that_is_too_long_is_refused_whole() -> None:
    reading = read_block("1\n2\n3\n4\n5", slots=SLOTS)
    assert (reading.figures, reading.faults[0].refusal.code) == ((), "TooManyRows")


def test_the_same_slot_twice_is_a_fault() -> None:
    reading = read_block("1a.hoi-nghi\t1\nSố hội nghị\t2", slots=SLOTS)
    assert [fault.refusal.code for fault in reading.faults] == ["SlotTwice"]


def test_nothing_pasted_is_nothing() -> None:
    assert read_block(" \n ", slots=SLOTS) == Reading((), ())


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=4), st.sampled_from(["\n", "\r\n", "\r"]))
def test_what_was_copied_arrives(numbers: list[int], newline: str) -> None:
    pasted = newline.join(format_number(number) for number in numbers)
    assert values(read_block(pasted, slots=SLOTS)) == {at: Decimal(number) for at, number in enumerate(numbers)}


@given(st.text(alphabet="0123456789.,\t\nab ", max_size=60), st.integers(0, 4))
def test_no_paste_breaks_the_reader(pasted: str, start: int) -> None:
    reading = read_block(pasted, slots=SLOTS, start=start)
    assert len({figure.slot for figure in reading.figures}) == len(reading.figures)
