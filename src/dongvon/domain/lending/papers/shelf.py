"""Every form of credit by its code: of the road, of a loan's life, of groups."""

from typing import Final

from dongvon.domain.documents.papers.form import Form
from dongvon.domain.groups.papers.shelf import FORMS as OF_GROUPS
from dongvon.domain.lending.papers import of_file, of_loan, risk_round
from dongvon.domain.lending.papers.balances import BALANCES
from dongvon.domain.lending.papers.housing.decisions import DRAW_MINUTES
from dongvon.domain.lending.papers.plan_notice import PLAN_NOTICE
from dongvon.domain.lending.papers.request_list import REQUEST_LIST
from dongvon.domain.lending.papers.result_notice import RESULT_NOTICE
from dongvon.domain.lending.papers.session_sheet import SESSION_SHEET
from dongvon.domain.lending.papers.use_check import USE_CHECK

FORMS: Final[dict[str, Form]] = {
    form.code: form
    for form in sorted(
        (
            *(paper.form for paper in of_file.PAPERS),
            *(REQUEST_LIST, RESULT_NOTICE, USE_CHECK, BALANCES, DRAW_MINUTES),
            *(PLAN_NOTICE, SESSION_SHEET),
            *(paper.form for paper in of_loan.PAPERS),
            *risk_round.FORMS,
            *OF_GROUPS,
        ),
        key=lambda form: (form.number.partition("/")[2], form.number),
    )
}
