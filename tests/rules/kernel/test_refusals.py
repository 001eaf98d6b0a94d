"""A refusal tells the citizen why, in the words of its template."""

from datetime import date

from dongvon.kernel.refusals import Refusal


class TooEarly(Refusal):
    text = "Chưa đến ngày {on:%d/%m/%Y}, còn {days} ngày."
    field = "on"


def test_a_refusal_fills_its_template():
    refusal = TooEarly(on=date(2026, 12, 15), days=3)
    assert str(refusal) == "Chưa đến ngày 15/12/2026, còn 3 ngày."
    assert (refusal.code, refusal.field, refusal.values["days"]) == ("TooEarly", "on", 3)


def test_a_refusal_can_be_told_in_another_language():
    assert TooEarly(on=date(2026, 12, 15), days=3).told("{days} days early") == "3 days early"


def test_a_missing_value_leaves_its_name_standing():
    assert str(TooEarly(on=date(2026, 12, 15))) == "Chưa đến ngày 15/12/2026, còn {days} ngày."


def test_a_value_of_another_kind_is_told_as_it_is():
    """A gap or an odd word in a sentence is better than a page that breaks while it says no."""
    assert str(TooEarly(days=3)) == "Chưa đến ngày {on}, còn 3 ngày."
    assert str(TooEarly(on="15/12", days=3)) == "Chưa đến ngày 15/12, còn 3 ngày."
    assert str(TooEarly(on=None, days=3)) == "Chưa đến ngày None, còn 3 ngày."


def test_an_amount_is_written_as_on_paper():
    template = "Chỉ còn {left:,} đồng."
    assert Refusal(left=10_000_000).told(template) == "Chỉ còn 10.000.000 đồng."
    assert Refusal().told(template) == "Chỉ còn {left} đồng."
