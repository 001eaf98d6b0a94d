"""The form of the step that is in somebody's hand."""

from datetime import date
from typing import Any

from django import forms

from dongvon.domain.lending.queries.applications import FileRow
from dongvon.domain.lending.queries.road_history import ProposalRow
from dongvon.domain.lending.vocabulary import Step
from dongvon.interfaces.web.road.forms import (
    AppraiseForm,
    ApproveForm,
    ControlForm,
    DeclareForm,
    NoticeForm,
    PaperForm,
    ReasonForm,
    SaidForm,
    SignForm,
)

FORMS: dict[str, type[forms.Form]] = {
    Step.APPRAISE: AppraiseForm,
    Step.CONTROL: ControlForm,
    Step.APPROVE: ApproveForm,
    Step.SIGN: SignForm,
    Step.NOTIFY: NoticeForm,
}


def form_in_hand(
    step: str, row: FileRow, *, proposal: ProposalRow | None, on: date, bound: Any = None
) -> dict[str, forms.Form]:
    """Forms by name, filled with what is known; one that came back takes the place of its kind."""
    made: dict[str, forms.Form] = {
        "reason": ReasonForm(),
        "said": SaidForm(),
        "paper": PaperForm(),
        "declare": DeclareForm(initial={"declared_on": on}),
    }
    if step in FORMS:
        made["step"] = FORMS[step](initial=_known(row, proposal, on=on))
    for name, form in made.items():
        if bound is not None and type(bound) is type(form):
            made[name] = bound
    return made


def _known(row: FileRow, proposal: ProposalRow | None, *, on: date) -> dict[str, Any]:
    amount = proposal.amount if proposal else row.amount
    months = proposal.term_months if proposal else row.term_months
    return {"amount": amount, "term_months": months, "signed_on": on, "disburse_on": on}
