"""Words of the books that upper floors use."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class AccountKind(StrEnum):
    """What an account tells; `DEBIT_KINDS` grow by debit, the others by credit."""

    ASSET = "asset"  # tài sản
    LIABILITY = "liability"  # nợ phải trả
    INCOME = "income"  # thu nhập
    EXPENSE = "expense"  # chi phí
    BOTH = "both"  # lưỡng tính: settled with others, so it may stand on either side
    OFF_BALANCE = "off_balance"  # ngoại bảng: nhập (debit), xuất (credit)


#: Kinds whose balance is debits less credits.
DEBIT_KINDS = frozenset({AccountKind.ASSET, AccountKind.EXPENSE, AccountKind.BOTH, AccountKind.OFF_BALANCE})


@dataclass(frozen=True, kw_only=True)
class Posting:
    """One định khoản to be posted: debit account, credit account, positive whole đồng, and what it is about."""

    id: UUID
    debit: str
    credit: str
    amount: int
    code: str
    about: UUID
    unit: UUID
    place: str


@dataclass(frozen=True, kw_only=True)
class AccountRow:
    """An account as the chart shows it."""

    number: str
    name: str
    kind: AccountKind
    confirmed: bool


@dataclass(frozen=True, kw_only=True)
class BalanceRow:
    """One account's line of a trial balance, in đồng; opening and closing are in the account's own direction."""

    number: str
    name: str
    kind: AccountKind
    opening: int
    debit: int
    credit: int
    closing: int

    @property
    def in_six_columns(self) -> tuple[int, int, int, int, int, int]:
        """Opening, turnover and closing as an accountant reads them: each first Nợ, then Có."""
        return (*self._sides(self.opening), self.debit, self.credit, *self._sides(self.closing))

    def _sides(self, balance: int) -> tuple[int, int]:
        debit = balance if self.kind in DEBIT_KINDS else -balance
        return (max(debit, 0), max(-debit, 0))


@dataclass(frozen=True, kw_only=True)
class JournalRow:
    """One transfer as an accountant reads it: Nợ, Có, số tiền, diễn giải."""

    id: UUID
    day: date
    debit: str
    debit_name: str
    credit: str
    credit_name: str
    amount: int
    code: str
    about: UUID
    reverses: UUID | None
