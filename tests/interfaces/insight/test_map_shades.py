"""Shades of the map: what reads alike looks alike, and no shade stands for nothing."""

from dongvon.domain.insight.queries.maps import Spot
from dongvon.domain.insight.vocabulary import Figures, Part
from dongvon.interfaces.web.insight.maps import CHOICES, Drawing, drawing


def _owing(**dong: int) -> Drawing:
    """A map of the debt of some communes, in đồng."""
    nothing = dict.fromkeys(("loans", "overdue", "frozen", "owed", "owed_grace", "lent", "repaid", "interest"), 0)
    parts = {
        code: Part(
            figures=Figures(key=code, in_term=amount, **nothing),
            local=0,
            entrusted=0,
            at_year_start=None,
            local_at_year_start=None,
            owed_before=None,
        )
        for code, amount in dong.items()
    }
    spots = [
        Spot(code=code, name=code, type="xã", column=at, row=0, rings=()) for at, code in enumerate([*dong, "trống"])
    ]
    return drawing(spots, parts=parts, shown=CHOICES["du-no"], address=lambda code: code, outlined=False)


def test_what_reads_alike_is_shaded_alike() -> None:
    """Of five communes, two read 7,8: they share a shade, and the legend has no shade from 7,8 to 7,8."""
    found = _owing(a=5_157_000_000, b=6_015_000_000, c=7_760_000_000, d=7_820_000_000, e=9_240_000_000)
    shades = {shape.name: shape.shade for shape in found.shapes}
    assert shades["Xã c"] == shades["Xã d"]
    assert [words for _, words in found.legend] == ["≤ 5,2", "5,2 – 6,0", "6,0 – 7,8", "> 7,8"]


def test_a_commune_without_loans_stays_white() -> None:
    """And a map of one debt needs no legend."""
    found = _owing(a=5_000_000_000)
    assert [shape.shade for shape in found.shapes] == [1, 0]
    assert found.legend == ()
