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
        ("submitted", {"report": "submitted"}),
        ("returned", {"report": "returned", "late": True}),
        ("accepted", {"report": "accepted"}),
        ("accepted_late", {"report": "accepted", "late": True}),
        ("waived", {"waived": True}),
    ],
)
def test_the_word(word: str, changes: dict[str, object]) -> None:
    plain = {"waived": False, "late": False, "overdue": False, "ahead": False, "report": ""}
    assert stands(Owed(**(plain | changes))) == word  # type: ignore[arg-type] # the table above is typed by eye
