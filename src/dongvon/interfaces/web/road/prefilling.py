"""What a filled 01/TD says, as a beginning of the request form: amounts, purpose, people, plan."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from dongvon.domain.lending.papers.wording import USES
from dongvon.domain.lending.queries.eligibility import Explanation
from dongvon.domain.lending.queries.members import MemberRow
from dongvon.interfaces.web.papers.reading import Reading
from dongvon.interfaces.web.road.requests import LINES
from dongvon.kernel.text import same_name

#: The field of the form, with its label, by the mark of the paper.
NUMBERS = {
    "amount": ("amount", _("Số tiền vay (đồng)")),
    "own": ("own_capital", _("Vốn tự có (đồng)")),
    "months": ("term_months", _("Thời hạn (tháng)")),
}


def known_from(reading: Reading, *, members: Sequence[MemberRow], offers: Sequence[Explanation]) -> dict[str, Any]:
    """Initial values; a name that is nobody of the household, or no programme, is left to be chosen, and told."""
    programme = next((each for each in offers if same_name(each.name, reading.said("programme"))), None)
    borrower = _member(members, reading.said("borrower"))
    if programme is None:
        reading.doubt(_("Chương trình vay"), reading.said("programme"), _("Không phải tên một chương trình"))
    if borrower is None:
        reading.doubt(_("Người đứng tên vay"), reading.said("borrower"), _("Không phải thành viên của hộ này"))
    return {
        **{field: reading.amount(label, reading.said(mark)) for mark, (field, label) in NUMBERS.items()},
        "programme": str(programme.programme) if programme else None,
        "purpose": reading.said("purpose"),
        "borrower": borrower,
        "signers": _signers(reading, members),
    }


def items_from(reading: Reading) -> list[dict[str, Any]]:
    """The lines of the plan, as many as the form has room for."""
    rows = reading.rows("items")
    for row in rows[LINES:]:
        reading.doubt(_("Phương án sử dụng vốn"), row["item"], _("Trang này không còn chỗ cho dòng này"))
    return [
        {**row, "use": _use(row["use"]), "amount": reading.amount(row["item"], row["amount"])} for row in rows[:LINES]
    ]


def _use(text: str) -> str:
    return next((use.value for use, name in USES.items() if same_name(name, text)), "")


def _signers(reading: Reading, members: Sequence[MemberRow]) -> list[str]:
    found: list[str] = []
    for name in filter(None, (each.strip() for each in reading.said("signers").split(","))):
        member = _member(members, name)
        if member is None:
            reading.doubt(_("Thành viên ký ủy quyền"), name, _("Không phải thành viên của hộ này"))
        else:
            found.append(member)
    return found


def _member(members: Sequence[MemberRow], name: str) -> str | None:
    return next((str(one.id) for one in members if same_name(one.full_name, name)), None)
