"""What forms about one file are filled with: one set of marks for all of them."""

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Final

from dongvon.domain.documents.papers.filled_form import to_fill_in
from dongvon.domain.documents.papers.form import Form
from dongvon.domain.lending.papers.setting import Setting
from dongvon.domain.lending.papers.wording import FAMILIES, KINDS, dong, long_day, percent, sex_of, short_day
from dongvon.domain.lending.queries.eligibility import Line, explanation_of
from dongvon.domain.lending.queries.files import File
from dongvon.domain.lending.queries.offered_terms import OfferedTerms
from dongvon.domain.lending.queries.road_history import proposals
from dongvon.domain.lending.queries.road_papers import decided
from dongvon.domain.lending.queries.routes import grounds
from dongvon.domain.lending.vocabulary import Check, Outcome
from dongvon.kernel.money import amount_in_words

_OUTCOMES: Final = {
    Outcome.MET: "Đạt",
    Outcome.FAILED: "Không đạt",
    Outcome.MISSING: "Còn thiếu",
    Outcome.DOUBTFUL: "Cán bộ xác nhận",
}


def file_values(form: Form, file: File, setting: Setting) -> dict[str, Any]:
    """The marks of any form about one file, dots where nothing is known yet."""
    told = explanation_of(file.row.id, on=setting.on)
    lines = told.lines if told else ()
    known = {
        **person_marks(file, setting),
        **_undertaking(file),
        **_terms(file, setting.terms),
        **_decided(file),
        "evaluated_on": f"{setting.on:%d/%m/%Y}",
        "dossier": "; ".join(line.title for line in lines if line.check == Check.PAPER and line.outcome == Outcome.MET),
    }
    lists = {"conditions": [_condition(line) for line in lines], "handed": _handed(file, lines)}
    return {**to_fill_in(form, known={name: said for name, said in known.items() if said}), **lists}


def person_marks(file: File, setting: Setting) -> dict[str, str]:
    """Who asks, where, on which day."""
    person = file.borrower
    return {
        "programme": file.row.programme_name,
        "office": setting.office,
        "commune": setting.commune,
        "place": setting.commune,
        "day": long_day(setting.on),
        "borrower": file.row.borrower_name,
        "sex": sex_of(person),
        "purpose": file.row.purpose,
        "own": dong(file.row.own_capital),
        "needed": dong(file.row.amount + file.row.own_capital),
        "birth": person.birth if person else "",
        "identity": person.masked_number if person else "",
        "hamlet": file.row.hamlet,
        "family": FAMILIES.get(file.family, ""),
        "income": dong(file.monthly_income),
        "grounds": named(file.grounds, titles_of(file, setting.on)) or "không",
    }


def _undertaking(file: File) -> dict[str, str]:
    home = file.undertaking
    if home is None:
        return {}
    return {
        "kind": KINDS.get(home.kind, ""),
        "project": home.project,
        "partner": home.partner,
        "reference": home.reference,
        "worth": dong(home.value),
        "paid": dong(home.paid),
        "workers": str(home.workers),
        "meant_workers": str(home.meant_workers),
        "meant_share": percent(round(Decimal(home.meant_workers * 100) / home.workers, 1)),
        "collateral": dong(home.collateral),
        "contract_until": short_day(home.ends_on),
    }


def _terms(file: File, terms: OfferedTerms | None) -> dict[str, str]:
    row = file.row
    wished = {
        "amount": dong(row.amount),
        "amount_in_words": amount_in_words(row.amount),
        "months": str(row.term_months),
        "approved": dong(row.approved),
        "approved_in_words": amount_in_words(row.approved) if row.approved else "",
    }
    if terms is None:
        return wished
    return wished | {
        "every": str(terms.every_months),
        "part": dong(terms.part),
        "final_on": short_day(terms.final_on),
        "percent": percent(terms.percent),
        "overdue_percent": percent(terms.overdue_percent),
    }


def _decided(file: File) -> dict[str, str]:
    row, found, proposed = file.row, decided(file.row.id), proposals([file.row.id]).get(file.row.id)
    drawn = {None: "chưa bốc thăm", True: "được chọn", False: "chưa được chọn, chờ lần sau"}
    told = {
        "received_on": short_day(found.received_on),
        "answer_by": short_day(row.due_on),
        "refused_for": found.refused_for,
        "refused_by": found.refused_by,
        "contract": found.contract_number,
        "selection": drawn[found.selected],
    }
    if proposed is None:
        return told
    return told | {
        "opinion": proposed.opinion,
        "proposed": dong(proposed.amount),
        "proposed_in_words": amount_in_words(proposed.amount),
        "proposed_months": str(proposed.term_months),
    }


def _condition(line: Line) -> dict[str, str]:
    titles = {
        Check.CEILING: "Số tiền trong mức cho vay tối đa",
        Check.COLLATERAL: f"Tài sản bảo đảm khi vay trên {dong(int(line.number or 0))} đồng",
        Check.LONGEST: f"Thời hạn vay tối đa {line.number} tháng",
        Check.BARRED: f"Không còn nợ chương trình: {line.title}",
    }
    return {
        "title": titles.get(Check(line.check), line.title),
        "law": f"{line.article} {line.basis}".strip(),
        "outcome": _OUTCOMES[Outcome(line.outcome)],
    }


def _handed(file: File, lines: Iterable[Line]) -> list[dict[str, str]]:
    """The papers of the file, and the two contracts."""
    names = {code: line.title for line in lines if line.check == Check.PAPER for code in line.values}
    kept = [
        {"name": names.get(each.code, each.code), "told": " ".join((each.number, short_day(each.issued_on))).strip()}
        for each in file.papers
    ]
    return [*kept, {"name": "Hợp đồng tín dụng", "told": ""}, {"name": "Hợp đồng thế chấp", "told": ""}]


def titles_of(file: File, on: date) -> dict[str, str]:
    """What the reasons to come first are called."""
    return {ground.code: ground.title for ground in grounds(programme=file.row.programme, on=on)}


def named(codes: Collection[str], titles: dict[str, str]) -> str:
    """Some of them in words."""
    return "; ".join(titles.get(code, code) for code in codes)
