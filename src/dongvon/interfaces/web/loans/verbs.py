"""The acts on a loan: for each its word, its form, what limits it by which article, and who may do it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.audit.operations.record import Operation
from dongvon.domain.lending.operations.decline_petition import decline_petition
from dongvon.domain.lending.operations.disburse import disburse
from dongvon.domain.lending.operations.end_freeze import end_freeze
from dongvon.domain.lending.operations.extend import extend
from dongvon.domain.lending.operations.file_petition import file_petition
from dongvon.domain.lending.operations.freeze import freeze
from dongvon.domain.lending.operations.recover import recover
from dongvon.domain.lending.operations.reduce_interest import reduce_interest
from dongvon.domain.lending.operations.repay import repay
from dongvon.domain.lending.operations.reschedule import reschedule
from dongvon.domain.lending.operations.reverse_receipt import reverse_receipt
from dongvon.domain.lending.operations.roll_over import roll_over
from dongvon.domain.lending.operations.suspend import suspend
from dongvon.domain.lending.operations.write_off import write_off
from dongvon.domain.lending.queries.loan import LoanFacts
from dongvon.domain.lending.queries.petitions import PetitionRow
from dongvon.domain.lending.vocabulary import PetitionKind
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.components.reading import Fact
from dongvon.interfaces.web.loans import limits
from dongvon.interfaces.web.loans.act_forms import ActForm, DisburseForm, ReceiveForm, ReverseForm
from dongvon.interfaces.web.loans.decision_forms import (
    DeclineForm,
    EndFreezeForm,
    ExtendForm,
    FreezeForm,
    PetitionForm,
    RecoverForm,
    ReduceForm,
    RescheduleForm,
    RollOverForm,
    SuspendForm,
    WriteOffForm,
)


@dataclass(frozen=True, kw_only=True)
class Act:
    """One act: `fits` says for which loans it is offered, `limited` what the law allows before anything is typed;
    an act with a `kind` decides the open petition of that kind."""

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
    kind: PetitionKind | None = None

    @property
    def roles(self) -> frozenset[str]:
        """Who may do it: what the operation itself allows."""
        return self.operation.allowed - {Role.SYSTEM}

    def is_asked_for(self, waiting: Collection[PetitionKind]) -> bool:
        """A decision answers a petition of its kind, a refusal any; other acts are asked for by nobody."""
        return bool(waiting) if self.name == "decline" else self.kind is None or self.kind in waiting


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
    Act(
        name="recover",
        slug="thu-hoi",
        label=_("Thu hồi nợ đã xóa"),
        text=_("Tiền thu được của khoản nợ đã xóa."),
        done=_("Đã ghi thu hồi nợ đã xóa."),
        icon="cash",
        operation=recover,
        form=RecoverForm,
        fits=lambda loan: loan.closed_on is not None,
        limited=lambda _loan, _on: limits.of_recovery(),
    ),
    Act(
        name="ask",
        slug="de-nghi",
        label=_("Lập đề nghị"),
        text=_("Trình đề nghị của người vay để người có thẩm quyền quyết định."),
        done=_("Đã trình đề nghị."),
        icon="send",
        operation=file_petition,
        form=PetitionForm,
        fits=lambda loan: loan.closed_on is None,
        limited=lambda _loan, _on: limits.of_petition(),
    ),
    Act(
        name="extend",
        slug="gia-han",
        label=_("Gia hạn nợ"),
        text=_("Lùi hạn cuối của khoản vay; lãi vẫn tính."),
        done=_("Đã gia hạn nợ."),
        icon="calendar-plus",
        operation=extend,
        form=ExtendForm,
        fits=_lives,
        limited=limits.of_extension,
        kind=PetitionKind.EXTEND,
    ),
    Act(
        name="reschedule",
        slug="dieu-chinh-ky-han",
        label=_("Điều chỉnh kỳ hạn trả nợ"),
        text=_("Lùi một kỳ trả nợ; hạn cuối không đổi."),
        done=_("Đã điều chỉnh kỳ hạn trả nợ."),
        icon="calendar-time",
        operation=reschedule,
        form=RescheduleForm,
        fits=_lives,
        limited=limits.of_rescheduling,
        kind=PetitionKind.RESCHEDULE,
    ),
    Act(
        name="roll_over",
        slug="luu-vu",
        label=_("Cho vay lưu vụ"),
        text=_("Chuyển gốc sang một khoản vay mới cho vụ tiếp theo."),
        done=_("Đã cho vay lưu vụ."),
        icon="repeat",
        operation=roll_over,
        form=RollOverForm,
        fits=_lives,
        limited=limits.of_rollover,
        kind=PetitionKind.ROLL_OVER,
    ),
    Act(
        name="freeze",
        slug="khoanh-no",
        label=_("Khoanh nợ"),
        text=_("Nợ rủi ro do nguyên nhân khách quan tạm nghỉ, không tính lãi."),
        done=_("Đã khoanh nợ."),
        icon="snowflake",
        operation=freeze,
        form=FreezeForm,
        fits=_lives,
        limited=lambda _loan, on: limits.of_freeze(on),
        kind=PetitionKind.FREEZE,
    ),
    Act(
        name="end_freeze",
        slug="thoi-khoanh",
        label=_("Thôi khoanh nợ"),
        text=_("Nợ đang khoanh chạy lại trước hạn."),
        done=_("Đã thôi khoanh nợ."),
        icon="player-pause",
        operation=end_freeze,
        form=EndFreezeForm,
        fits=_lives,
        limited=lambda loan, _on: limits.of_thaw(loan),
        kind=PetitionKind.END_FREEZE,
    ),
    Act(
        name="write_off",
        slug="xoa-no",
        label=_("Xóa nợ"),
        text=_("Nợ ra khỏi bảng cân đối, tiếp tục theo dõi ngoại bảng."),
        done=_("Đã xóa nợ."),
        icon="eraser",
        operation=write_off,
        form=WriteOffForm,
        fits=_lives,
        limited=limits.of_write_off,
        kind=PetitionKind.WRITE_OFF,
    ),
    Act(
        name="reduce_interest",
        slug="giam-lai",
        label=_("Giảm lãi"),
        text=_("Giảm hoặc miễn lãi còn nợ theo quyết định."),
        done=_("Đã giảm lãi."),
        icon="discount",
        operation=reduce_interest,
        form=ReduceForm,
        fits=_lives,
        limited=limits.of_reduction,
        kind=PetitionKind.REDUCE_INTEREST,
    ),
    Act(
        name="suspend",
        slug="tam-hoan",
        label=_("Tạm hoãn trả nợ"),
        text=_("Người vay nhập ngũ: không tính lãi, không đến hạn."),
        done=_("Đã tạm hoãn trả nợ."),
        icon="hand-stop",
        operation=suspend,
        form=SuspendForm,
        fits=_lives,
        limited=lambda loan, _on: limits.of_suspension(loan),
        kind=PetitionKind.SUSPEND,
    ),
    Act(
        name="decline",
        slug="khong-chap-thuan",
        label=_("Không chấp thuận"),
        text=_("Trả lời đề nghị của người vay kèm lý do."),
        done=_("Đã trả lời không chấp thuận."),
        icon="x",
        operation=decline_petition,
        form=DeclineForm,
        fits=_lives,
        limited=lambda _loan, _on: limits.of_declining(),
    ),
)


def doors(loan: LoanFacts, *, asked: Collection[PetitionRow], roles: Collection[str]) -> tuple[Door, ...]:
    """The acts that this loan, what waits for a decision and these roles allow."""
    waiting = {row.kind for row in asked if row.granted is None}
    return tuple(
        Door(label=act.label, text=act.text, icon=act.icon, href=reverse(f"loans:{act.name}", args=[loan.id]))
        for act in ACTS
        if act.roles & set(roles) and act.fits(loan) and act.is_asked_for(waiting)
    )
