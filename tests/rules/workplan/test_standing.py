"""One word for a unit in a round."""

import pytest

from dongvon.domain.workplan.rules.standing import Owed, stands


@pytest.mark.parametrize(
    ("word", "changes"),
    [
        ("open", {}),
        ("ahead", {"ahead": True}),
        ("draft", {"report": "draft"}),
        ("overdue", {"overdue": True}),
        ("overdue", {"overdue": True, "report": "draft"}),
        ("submitted", {"unmet": 0, "report": "submitted"}),
        ("returned", {"unmet": 0, "report": "returned", "late": True}),
        ("accepted", {"unmet": 0, "report": "accepted"}),
        ("accepted_late", {"unmet": 0, "report": "accepted", "late": True}),
        ("waived", {"unmet": 0, "waived": 4}),
    ],
)
def test_the_word(word: str, changes: dict[str, object]) -> None:
    plain = {"owed": 4, "unmet": 4, "waived": 0, "late": False, "overdue": False, "ahead": False, "report": ""}
    assert stands(Owed(**(plain | changes))) == word  # type: ignore[arg-type] # the table above is typed by eye
