"""Balances in an account's own direction."""

from dongvon.domain.ledger.vocabulary import DEBIT_KINDS, AccountKind


def in_own_direction(*, kind: AccountKind, debit: int, credit: int) -> int:
    """Debits less credits for what grows by debit, credits less debits for the rest; đồng."""
    return debit - credit if kind in DEBIT_KINDS else credit - debit
