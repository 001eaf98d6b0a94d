"""Every form of the road by its code."""

from typing import Final

from dongvon.domain.documents.papers.form import Form
from dongvon.domain.lending.papers.authorisation import AUTHORISATION
from dongvon.domain.lending.papers.balances import BALANCES
from dongvon.domain.lending.papers.request import REQUEST
from dongvon.domain.lending.papers.request_list import REQUEST_LIST
from dongvon.domain.lending.papers.result_notice import RESULT_NOTICE
from dongvon.domain.lending.papers.use_check import USE_CHECK

FORMS: Final[dict[str, Form]] = {
    form.code: form for form in (REQUEST, AUTHORISATION, REQUEST_LIST, RESULT_NOTICE, USE_CHECK, BALANCES)
}
