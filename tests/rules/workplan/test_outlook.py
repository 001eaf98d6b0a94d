"""The plan's two targets on the branch's own base (triệu đồng): the growth target does not bring the capital target.

Source: the arithmetic on the figures of 24/5 and 31/5/2026 in the research on governance, section 1.5.
"""

from decimal import Decimal

from dongvon.domain.workplan.rules.outlook import gap, grow

TABLE = [
    (2026, 13_311_196, 2_607_919, "19.59"),
    (2027, 14_642_315, 2_940_699, "20.08"),
    (2028, 16_106_547, 3_306_757, "20.53"),
    (2029, 17_717_201, 3_709_421, "20.94"),
    (2030, 19_488_922, 4_152_351, "21.31"),
]


def test_growth_alone_leads_to_a_fifth_by_2030() -> None:
    rows = grow(
        outstanding=Decimal(12_101_087),
        local=Decimal(2_305_392),
        percent=Decimal(10),
        local_percent=Decimal(25),
        after=2025,
        until=2030,
    )
    assert [(row.year, str(row.share)) for row in rows] == [(year, share) for year, _, _, share in TABLE]
    for row, (_, outstanding, local, _) in zip(rows, TABLE, strict=True):
        assert abs(row.outstanding - outstanding) <= 1
        assert abs(row.local - local) <= 1


def test_a_year_that_is_over_has_no_steps() -> None:
    base = {"outstanding": Decimal(1), "local": Decimal(1), "percent": Decimal(10), "local_percent": Decimal(25)}
    assert grow(**base, after=2030, until=2030) == ()


def test_thirty_percent_of_capital_asks_for_more_each_year() -> None:
    found = gap(
        capital=Decimal(12_295_204),
        local=Decimal(2_336_483),
        percent=Decimal(10),
        share=Decimal(30),
        years=5,
    )
    assert abs(found.needed - 5_940_465) <= 1
    assert abs(found.new_in_all - 3_603_982) <= 1
    assert abs(found.new_each_year - 720_796) <= 1
