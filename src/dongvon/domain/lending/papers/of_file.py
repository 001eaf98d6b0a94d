"""Which forms are printed of one file, when, in how many copies, filled with what."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final
from uuid import UUID

from dongvon.domain.documents.papers.form import Form
from dongvon.domain.lending.papers import authorisation, declaration, work
from dongvon.domain.lending.papers.file_values import file_values
from dongvon.domain.lending.papers.filled import FilledPaper
from dongvon.domain.lending.papers.housing import contracts, decisions
from dongvon.domain.lending.papers.housing.values import housing_list_values
from dongvon.domain.lending.papers.request import REQUEST, request_values
from dongvon.domain.lending.papers.setting import Setting, setting_of
from dongvon.domain.lending.queries.files import File, file_of
from dongvon.domain.lending.vocabulary import Stage

#: Stages at which a file lies at the bank, with an answer, or under a contract.
_AT_BANK: Final = frozenset({Stage.RECEIVED, Stage.APPRAISED, Stage.CONTROLLED})
_GRANTED: Final = frozenset({Stage.APPROVED, Stage.NOTIFIED, Stage.CONTRACTED, Stage.LENT})
_APPRAISED: Final = _GRANTED | {Stage.APPRAISED, Stage.CONTROLLED}

BUYING, BUILDING = "home_purchase", "home_build"


@dataclass(frozen=True, slots=True)
class FilePaper:
    """A form, whether a file has it at its stage, and what fills it."""

    form: Form
    fits: Callable[[File], bool]
    values: Callable[[File, Setting], dict[str, Any]]
    copies: int = 1


def _always(_file: File) -> bool:
    return True


def _home(form: Form, *, at: frozenset[Stage], kinds: tuple[str, ...] = (BUYING, BUILDING), copies: int) -> FilePaper:
    """A form of the housing set."""

    def fits(file: File) -> bool:
        return file.row.stage in at and file.undertaking is not None and file.undertaking.kind in kinds

    return FilePaper(form, fits, partial(file_values, form), copies)


def _under(form: Form, *programmes: str) -> FilePaper:
    """A form of some programmes alone."""
    return FilePaper(form, lambda file: file.row.programme_key in programmes, partial(file_values, form))


PAPERS: Final = (
    FilePaper(REQUEST, _always, request_values),
    FilePaper(
        authorisation.AUTHORISATION,
        lambda file: file.authorisation is not None,
        authorisation.authorisation_values,
        authorisation.COPIES,
    ),
    _under(work.WORK_REQUEST, "03.lao-dong"),
    _under(work.PRIORITY, "03.lao-dong", "03.co-so"),
    _under(work.PROJECT, "03.co-so"),
    FilePaper(
        work.RELEASED_PLAN,
        lambda file: file.row.programme_key == "26.co-so",
        partial(file_values, work.RELEASED_PLAN),
    ),
    FilePaper(
        work.RELEASED_LIST,
        lambda file: file.row.programme_key in ("26.dao-tao", "26.san-xuat"),
        work.released_list_values,
    ),
    FilePaper(
        declaration.CERTIFICATE,
        lambda file: file.row.programme_key == "02.stem" and file.course is not None,
        declaration.certificate_values,
    ),
    FilePaper(
        declaration.DECLARATION,
        lambda file: any(part.needs_declaration for part in file.tranches),
        declaration.declaration_values,
    ),
    FilePaper(
        decisions.HOUSING_LIST,
        lambda file: file.undertaking is not None and file.undertaking.kind == BUILDING,
        housing_list_values,
        decisions.COPIES,
    ),
    _home(decisions.HOUSING_RECEIPT, at=_AT_BANK | _GRANTED, copies=decisions.COPIES),
    _home(decisions.HOUSING_APPRAISAL, at=_APPRAISED, copies=1),
    _home(decisions.HOUSING_APPROVED, at=_GRANTED, copies=decisions.COPIES),
    _home(decisions.HOUSING_REFUSED, at=frozenset({Stage.REFUSED}), copies=decisions.COPIES),
    _home(contracts.CREDIT_PURCHASE, at=_GRANTED, kinds=(BUYING,), copies=contracts.COPIES),
    _home(contracts.CREDIT_RENT, at=_GRANTED, kinds=(BUYING,), copies=contracts.COPIES),
    _home(contracts.CREDIT_BUILD, at=_GRANTED, kinds=(BUILDING,), copies=contracts.COPIES),
    _home(contracts.TRIPARTITE, at=_GRANTED, kinds=(BUYING,), copies=contracts.COPIES),
    _home(contracts.MORTGAGE, at=_GRANTED, copies=contracts.COPIES),
    _home(contracts.HANDOVER_MINUTES, at=_GRANTED, copies=1),
)


def papers_of(file: File) -> tuple[Form, ...]:
    """The forms that a file has now."""
    return tuple(each.form for each in PAPERS if each.fits(file))


def paper_of(application: UUID, code: str, *, on: date) -> FilledPaper | None:
    """One form of one file, filled; None where the file is out of sight or has no such form now."""
    file = file_of(application, on=on)
    found = next((each for each in PAPERS if each.form.code == code and file and each.fits(file)), None)
    if file is None or found is None:
        return None
    values = found.values(file, setting_of(file.row, on=on))
    return FilledPaper(found.form, values, (file.row.borrower,), found.copies)
