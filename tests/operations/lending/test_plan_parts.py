"""A line of a plan with a ceiling of its own, from the request to the next one."""

import pytest

from dongvon.domain.lending.operations.apply import ItemDraft
from dongvon.domain.lending.operations.evaluating import ConditionNotMet
from dongvon.domain.lending.queries.eligibility import explained, explanation_of
from dongvon.domain.programmes.vocabulary import CeilingPer
from tests.operations.lending.village import MILLION, TODAY, Village

pytestmark = pytest.mark.django_db


def test_a_part_of_the_ceiling_is_kept_at_confirmation_and_counts_while_it_is_owed(village: Village) -> None:
    """12/QĐ-HĐQT is confirmed: of a poor household's 100 million, 3 may mend its home."""
    village.list("poor", 0, 1)

    def plan(repair: int) -> tuple[ItemDraft, ...]:
        trade = ItemDraft(item="Bò cái", quantity="2 con", amount=(50 - repair) * MILLION)
        use = CeilingPer.HOUSE_REPAIR
        return trade, ItemDraft(item="Lợp mái", quantity="", amount=repair * MILLION, use=use)

    dear, fair = village.ask(items=plan(4)), village.ask(of=1, items=plan(3))
    assert [line.code for line in explanation_of(dear, on=TODAY).failed] == ["ceiling-house_repair"]
    with pytest.raises(ConditionNotMet):
        village.confirmed(dear)
    village.confirmed(fair)
    village.approved(fair)
    (again,) = [each for each in explained(village.households[1], on=TODAY) if each.key == "01"]
    (line,) = [each for each in again.lines if each.code == "ceiling-house_repair"]
    assert line.seen == {"most": 3 * MILLION, "owed": 3 * MILLION, "left": 0}
