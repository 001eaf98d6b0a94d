"""Which forms are printed about one loan, in how many copies, filled with what."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from dongvon.domain.documents.papers.filled_form import to_fill_in
from dongvon.domain.documents.papers.form import Form
from dongvon.domain.lending.papers import petitions, risk
from dongvon.domain.lending.papers.filled import FilledPaper
from dongvon.domain.lending.papers.overdue_notice import OVERDUE_NOTICE
from dongvon.domain.lending.papers.use_check import COPIES as OF_USE_CHECK
from dongvon.domain.lending.papers.use_check import USE_CHECK_OF_ONE, use_check_of_one
from dongvon.domain.lending.papers.wording import (
    commune_of,
    dong,
    long_day,
    managed_by,
    office_of,
    percent,
    sex_of,
    short_day,
)
from dongvon.domain.lending.queries.applications import purpose_of_loan
from dongvon.domain.lending.queries.balance_sheets import kept_on
from dongvon.domain.lending.queries.loan import LoanFacts, loan_facts
from dongvon.domain.lending.queries.petitions import PetitionRow, petitions_of
from dongvon.domain.lending.queries.use_checks import latest_use
from dongvon.domain.lending.vocabulary import PetitionKind
from dongvon.domain.units.queries.directory import units_by_id
from dongvon.kernel.money import amount_in_words

#: The programme whose loans have papers of their own.
HOUSING: Final = "12"
_MEASURES: Final = {
    PetitionKind.EXTEND: "gia hạn nợ",
    PetitionKind.FREEZE: "khoanh nợ",
    PetitionKind.WRITE_OFF: "xóa nợ",
}


@dataclass(frozen=True, slots=True)
class LoanPaper:
    """A form, the petitions it puts on paper, and whether a loan has it."""

    form: Form
    kinds: tuple[PetitionKind, ...]
    fits: Callable[[LoanFacts], bool]
    copies: int = 1


def _living(loan: LoanFacts) -> bool:
    return loan.principal > 0


def _for_a_home(loan: LoanFacts) -> bool:
    return _living(loan) and loan.programme_code == HOUSING


PAPERS: Final = (
    LoanPaper(petitions.RESCHEDULING, (PetitionKind.RESCHEDULE,), lambda loan: loan.in_term > 0),
    LoanPaper(petitions.EXTENSION, (PetitionKind.EXTEND,), lambda loan: _living(loan) and not _for_a_home(loan)),
    LoanPaper(petitions.HOUSING_EXTENSION, (PetitionKind.EXTEND,), _for_a_home),
    LoanPaper(risk.RISK_REQUEST, tuple(_MEASURES), _living),
    LoanPaper(risk.RISK_MINUTES, tuple(_MEASURES), _living, risk.COPIES),
    LoanPaper(OVERDUE_NOTICE, (), lambda loan: loan.overdue > 0),
    LoanPaper(USE_CHECK_OF_ONE, (), lambda loan: loan.lent > 0, OF_USE_CHECK),
)


def papers_of_loan(loan: LoanFacts) -> tuple[Form, ...]:
    """The forms that a loan has now."""
    return tuple(each.form for each in PAPERS if each.fits(loan))


def paper_of_loan(loan: UUID, code: str, *, on: date) -> FilledPaper | None:
    """One form about one loan, filled; None where the loan is out of sight or has no such form now."""
    facts = loan_facts(loan)
    found = next((each for each in PAPERS if each.form.code == code and facts and each.fits(facts)), None)
    if facts is None or found is None:
        return None
    asked = next((row for row in petitions_of(loan) if row.kind in found.kinds), None)
    return FilledPaper(found.form, _values(found.form, facts, asked, on=on), (facts.borrower,), found.copies)


def _values(form: Form, loan: LoanFacts, asked: PetitionRow | None, *, on: date) -> dict[str, Any]:
    """Dots where nothing is known: damage and plans are written where they are looked at."""
    known = {**_parties(loan, on=on), **_debt(loan, on=on), **_asked(asked)}
    if form is USE_CHECK_OF_ONE:
        known |= use_check_of_one(latest_use(loan.id, on=on))
    lists = {"present": [{"name": "", "office": ""}] * 7}
    return {**to_fill_in(form, known={name: said for name, said in known.items() if said}), **lists}


def _parties(loan: LoanFacts, *, on: date) -> dict[str, str]:
    person, group, commune = loan.person, loan.group, commune_of(loan.place, on=on)
    leader = group.leader_name if group else ""
    return {
        "office": office_of(units_by_id([loan.unit], on=on)[loan.unit]),
        "commune": commune,
        "place": commune,
        "day": long_day(on),
        "borrower": person.full_name if person else "",
        "birth": person.birth if person else "",
        "sex": sex_of(person),
        "identity": person.masked_number if person else "",
        "hamlet": person.hamlet if person else "",
        "group": group.code if group else "",
        "leader": leader,
        "leader_signs": leader or " ",
        "organisation": managed_by(loan.organisation) or "khách hàng vay trực tiếp",
    }


def _debt(loan: LoanFacts, *, on: date) -> dict[str, str]:
    kept, coming = (
        kept_on([loan.id], as_of=on).get(loan.id),
        next((part for part in loan.instalments if part.open), None),
    )
    late = next((part for part in loan.instalments if part.overdue_on), None)
    reason = loan.reason_on(on)
    multiple = loan.overdue_percent
    return {
        "contract": loan.contract_number,
        "signed_on": short_day(loan.signed_on),
        "programme": loan.programme_name,
        "purpose": purpose_of_loan(loan.id),
        "lent": dong(loan.lent),
        "lent_in_words": amount_in_words(loan.lent),
        "final_on": short_day(loan.final_on),
        "due_principal": dong(coming.principal) if coming else "",
        "due_on": short_day(coming.due_on) if coming else "",
        "unpaid": dong(coming.open) if coming else "",
        "principal": dong(loan.principal),
        "interest": dong(kept.interest) if kept else "",
        "overdue": dong(loan.overdue),
        "overdue_in_words": amount_in_words(loan.overdue),
        "overdue_on": short_day(late.overdue_on if late else loan.final_on),
        "overdue_percent": percent(
            loan.overdue_rate if multiple is None or reason is None else reason.percent * multiple / 100
        ),
    }


def _asked(row: PetitionRow | None) -> dict[str, str]:
    """What was put in, and the answer once there is one."""
    if row is None:
        return {}
    decided = {
        None: "",
        True: f"Chấp thuận theo quyết định {row.answer}.",
        False: f"Không chấp thuận. Lý do: {row.answer}.",
    }
    return {"asked": row.asked, "measure": _MEASURES.get(row.kind, ""), "answer": decided[row.granted]}
