"""Rows for the pages of loans: one of the office of Trảng Bom, one of another office."""

from datetime import date

from tests.interfaces.doors.world import Row, World
from tests.operations.lending.bank import Bank, found_bank


def loans(world: World) -> list[Row]:
    """In a commune that none of the knockers works in, so that the office alone decides."""
    other = found_bank()
    own = Bank(office=world.city.units["pgd-trang-bom"], numbers=other.numbers)
    return [_lent(own), _lent(other)]


def _lent(bank: Bank) -> Row:
    loan = bank.lend(on=date(2026, 1, 10), amount=50_000_000, approved=60_000_000, place="99999")
    return Row(unit=bank.office, loan=loan.id)


DOORS = dict.fromkeys(
    (
        "loans:loan",
        "loans:statement_file",
        "loans:receive",
        "loans:disburse",
        "loans:reverse",
        "loans:recover",
        "loans:ask",
        "loans:extend",
        "loans:reschedule",
        "loans:roll_over",
        "loans:freeze",
        "loans:end_freeze",
        "loans:write_off",
        "loans:reduce_interest",
        "loans:suspend",
        "loans:decline",
        "books:about",
    ),
    loans,
)
