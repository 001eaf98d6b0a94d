"""What a filled 01/TD says, as a beginning of the request form: amounts, purpose, people, plan."""

from collections.abc import Sequence
from typing import Any

from dongvon.domain.documents.papers.filled_form import Filled
from dongvon.domain.lending.papers.wording import USES
from dongvon.domain.lending.queries.eligibility import Explanation
from dongvon.domain.lending.queries.members import MemberRow
from dongvon.interfaces.web.road.requests import LINES
from dongvon.kernel.text import NotANumber, parse_number, same_name

#: The field of the form by the mark of the paper.
NUMBERS = {"amount": "amount", "own": "own_capital", "months": "term_months"}


def known_from(filled: Filled, *, members: Sequence[MemberRow], offers: Sequence[Explanation]) -> dict[str, Any]:
    """Initial values; a name that is nobody of the household, or no programme, is left to be chosen."""
    said = filled.values
    numbers = {field: _number(said.get(mark, "")) for mark, field in NUMBERS.items()}
    signers = [name for name in said.get("signers", "").split(",") if name.strip()]
    return {
        **numbers,
        "programme": next(
            (str(each.programme) for each in offers if same_name(each.name, said.get("programme", ""))), None
        ),
        "purpose": said.get("purpose", ""),
        "borrower": next((str(one.id) for one in members if same_name(one.full_name, said.get("borrower", ""))), None),
        "signers": [str(one.id) for one in members if any(same_name(one.full_name, name) for name in signers)],
    }


def items_from(filled: Filled) -> list[dict[str, Any]]:
    """The lines of the plan, as many as the form has room for."""
    lines = filled.rows.get("items", ())[:LINES]
    return [{**row, "use": _use(row["use"]), "amount": _number(row["amount"])} for row in lines]


def _use(text: str) -> str:
    return next((use.value for use, name in USES.items() if same_name(name, text)), "")


def _number(text: str) -> int | None:
    try:
        return int(parse_number(text))
    except NotANumber:
        return None
