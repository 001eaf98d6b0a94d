"""The acts on a loan: for each its word, its form, what limits it by which article, and who may do it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.audit.operations.record import Operation
from dongvon.domain.lending.operations.disburse import disburse
from dongvon.domain.lending.operations.repay import repay
from dongvon.domain.lending.operations.reverse_receipt import reverse_receipt
from dongvon.domain.lending.queries.loan import LoanFacts
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.components.reading import Fact
from dongvon.interfaces.web.loans import limits
from dongvon.interfaces.web.loans.act_forms import ActForm, DisburseForm, ReceiveForm, ReverseForm


@dataclass(frozen=True, kw_only=True)
class Act:
    """One act: `fits` says for which loans it is offered, `limited` what the law allows before anything is typed."""

    name: str
    slug: str
    label: Promise | str
    text: Promise | str
    done: Promise | str
    icon: str
    operation: Operation[..., Any]
    form: type[ActForm]
    fits: Callable[[LoanFacts], bool]
    limited: Callable[[LoanFacts, date], tuple[Fact, ...]]

    @property
    def roles(self) -> frozenset[str]:
        """Who may do it: what the operation itself allows."""
        return self.operation.allowed - {Role.SYSTEM}


@dataclass(frozen=True, kw_only=True)
class Door:
    """An act as it is offered on the page of one loan."""

    label: Promise | str
    text: Promise | str
    icon: str
    href: str


def _lives(loan: LoanFacts) -> bool:
    return loan.closed_on is None and loan.lent > 0


ACTS: tuple[Act, ...] = (
    Act(
        name="receive",
        slug="thu-no",
        label=_("Thu nợ"),
        text=_("Xem trước tiền trả sẽ trừ vào đâu, rồi ghi sổ."),
        done=_("Đã thu nợ."),
        icon="cash",
        operation=repay,
        form=ReceiveForm,
        fits=_lives,
        limited=limits.of_repayment,
    ),
    Act(
        name="disburse",
        slug="giai-ngan",
        label=_("Giải ngân tiếp"),
        text=_("Phát phần vốn đã duyệt mà chưa giải ngân."),
        done=_("Đã giải ngân."),
        icon="coins",
        operation=disburse,
        form=DisburseForm,
        fits=lambda loan: loan.closed_on is None and loan.left_to_lend > 0,
        limited=lambda loan, _on: limits.of_disbursement(loan),
    ),
    Act(
        name="reverse",
        slug="huy-phieu-thu",
        label=_("Hủy phiếu thu"),
        text=_("Phiếu thu lập sai: gốc và lãi trở lại như chưa thu."),
        done=_("Đã hủy phiếu thu; sổ cái ghi bút toán đảo."),
        icon="receipt-refund",
        operation=reverse_receipt,
        form=ReverseForm,
        fits=lambda loan: loan.lent > 0,
        limited=lambda _loan, _on: limits.of_reversal(),
    ),
)


def doors(loan: LoanFacts, *, roles: Collection[str]) -> tuple[Door, ...]:
    """The acts that this loan and these roles allow."""
    return tuple(
        Door(label=act.label, text=act.text, icon=act.icon, href=reverse(f"loans:{act.name}", args=[loan.id]))
        for act in ACTS
        if act.roles & set(roles) and act.fits(loan)
    )
