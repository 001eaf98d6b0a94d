"""The two tables of an outside system's extract: what each loan owes, and what happened to it."""

from typing import Final

from dongvon.domain.lending.rules.portfolio.fields import BY_KEY, FIELDS, Field, Kind
from dongvon.domain.lending.rules.portfolio.headers import Table

EVENT_FIELDS: Final = (
    BY_KEY["contract_number"],
    Field(
        key="on",
        header="Ngày",
        kind=Kind.DATE,
        about="Ngày có hiệu lực",
        example="10/12/2025",
        aliases=("Ngày giao dịch", "Ngày hạch toán", "Ngày hiệu lực"),
    ),
    Field(
        key="kind",
        header="Loại giao dịch",
        kind=Kind.EVENT,
        about="Giải ngân, Thu gốc, Thu lãi, Thu lãi quá hạn, Thu lãi ân hạn, Chuyển quá hạn, Khoanh, Hết khoanh",
        example="Thu lãi",
        aliases=("Loại", "Nghiệp vụ"),
    ),
    Field(
        key="amount", header="Số tiền", kind=Kind.MONEY, about="Đồng", example="266.795", aliases=("Số tiền giao dịch",)
    ),
)

_FIGURES: Final = ("in_term", "overdue", "frozen", "owed_in_term", "owed_overdue", "owed_grace")

#: Columns of the loans that are read, in the order in which they are copied.
STATED: Final = (
    "contract_number",
    *_FIGURES,
    "rate",
    "programme",
    "variant",
    "fund",
    "signed_on",
    "contractual_on",
    "extended_on",
    "session_on",
    "session_day",
    "grace_until",
)
HAPPENED: Final = ("contract_number", "on", "kind", "amount")

LOANS: Final = Table(FIELDS, needed=[["contract_number"], ["in_term"]], enough=3)
EVENTS: Final = Table(EVENT_FIELDS, needed=[[each.key] for each in EVENT_FIELDS], enough=4)
