"""What limits an act on a loan, and by which article, shown before anything is typed."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from dongvon.domain.lending.queries.decision_rules import (
    BandRow,
    asking_day,
    extension_room,
    freeze_band_rows,
    payment_order,
    rollover_basis,
    unpaid_rule_basis,
)
from dongvon.domain.lending.queries.explained import interest_explained
from dongvon.domain.lending.queries.loan import LoanFacts
from dongvon.domain.lending.vocabulary import PetitionKind
from dongvon.interfaces.web.catalogue.words import CONFIDENCES, percent_shown
from dongvon.interfaces.web.components.reading import Fact
from dongvon.interfaces.web.components.values import date_shown, money_shown, number_shown
from dongvon.interfaces.web.loans.words import CAUSES, CLAIMS, STORES


def of_repayment(loan: LoanFacts, on: date) -> tuple[Fact, ...]:
    """All that is owed on the day: no more than that can be received."""
    explained = interest_explained(loan, until=on)
    due = sum(part.open for part in loan.instalments if part.due_on <= on) if loan.in_term else 0
    return (
        Fact(_("Gốc quá hạn"), money_shown(loan.overdue)),
        Fact(_("Gốc trong hạn đã đến kỳ"), money_shown(due)),
        *(Fact(STORES[each.store], money_shown(each.owed)) for each in explained.stores if each.owed),
        Fact(_("Tất toán hôm nay"), money_shown(loan.principal + explained.owed)),
        *_order(loan, on),
    )


def _order(loan: LoanFacts, on: date) -> tuple[Fact, ...]:
    """What the money meets first, by which document."""
    order = payment_order(loan, on=on)
    if order is None:
        return ()
    claims = ", ".join(str(CLAIMS[kind]) for kind in order.kinds)
    return (Fact(_("Tiền trả trừ lần lượt vào"), claims), _basis(order.basis, order.confidence))


def of_disbursement(loan: LoanFacts) -> tuple[Fact, ...]:
    """What was approved and is still to be handed out."""
    return (
        Fact(_("Mức được duyệt"), money_shown(loan.approved)),
        Fact(_("Đã giải ngân"), money_shown(loan.lent)),
        Fact(_("Còn được giải ngân"), money_shown(loan.left_to_lend)),
    )


def of_reversal() -> tuple[Fact, ...]:
    """A receipt before a freeze, a suspension or a write-off stays."""
    return (
        Fact(_("Điều kiện"), _("Sau phiếu thu chưa có khoanh nợ, tạm hoãn, lưu vụ hay xóa nợ; mỗi phiếu hủy một lần.")),
    )


def of_petition() -> tuple[Fact, ...]:
    """Who asks and who decides are two people."""
    return (
        Fact(_("Điều kiện"), _("Mỗi loại một đề nghị chờ quyết định; người lập không được tự quyết định.")),
        Fact(_("Giấy tờ"), _("08/TD điều chỉnh kỳ hạn, 09/TD gia hạn, 01/XLN khoanh hoặc xóa nợ.")),
    )


def of_extension(loan: LoanFacts, on: date) -> tuple[Fact, ...]:
    """How many months are left of the limit, and which document says so."""
    room = extension_room(loan, on=on)
    if room is None:
        return (Fact(_("Được gia hạn tối đa"), _("Chưa có quy định cho thời hạn này")),)
    left = {"left": room.left, "day": date_shown(room.latest_on)}
    return (
        Fact(_("Được gia hạn tối đa"), _("%d tháng") % room.most),
        Fact(_("Còn được gia hạn"), _("%(left)s tháng, đến %(day)s") % left),
        _basis(room.basis, room.confidence),
        *_asked_by(loan, PetitionKind.EXTEND, due_on=loan.final_on, on=on),
    )


def _asked_by(loan: LoanFacts, kind: PetitionKind, *, due_on: date, on: date) -> tuple[Fact, ...]:
    """By when the paper must be in, where a row says so."""
    day = asking_day(kind, series=loan.series, due_on=due_on, session_day=loan.session_day, on=on)
    if day is None:
        return ()
    told = {"day": date_shown(day.latest_on), "basis": _basis_told(day.basis, day.confidence)}
    return (Fact(_("Nhận giấy đề nghị chậm nhất"), _("%(day)s, theo %(basis)s") % told),)


def of_rescheduling(loan: LoanFacts, on: date) -> tuple[Fact, ...]:
    """Each open part with the latest day to which it may be moved."""
    open_parts = [part for part in loan.instalments if part.open]
    ends = [*(part.due_on for part in open_parts[1:]), loan.final_on]
    words = "; ".join(
        _("kỳ %(number)s đến hạn %(due)s: chậm nhất %(latest)s")
        % {"number": part.number, "due": date_shown(part.due_on), "latest": date_shown(min(latest, loan.final_on))}
        for part, latest in zip(open_parts, ends, strict=True)
    )
    return (
        Fact(_("Ngày trả mới"), words),
        Fact(_("Hạn cuối"), _("%s, không đổi") % date_shown(loan.final_on)),
        *(_basis(*each) for each in unpaid_rule_basis(loan)),
        *(_asked_by(loan, PetitionKind.RESCHEDULE, due_on=open_parts[0].due_on, on=on) if open_parts else ()),
    )


def of_rollover(loan: LoanFacts, on: date) -> tuple[Fact, ...]:
    """Short-term crop loans with their interest paid up, at the rate of the day."""
    reason = loan.reason_on(on)
    return (
        Fact(_("Điều kiện"), _("Khoản vay ngắn hạn của chương trình được lưu vụ, chưa quá hạn, đã trả hết lãi.")),
        Fact(_("Gốc chuyển sang khoản mới"), money_shown(loan.in_term)),
        Fact(_("Lãi phải trả trước"), money_shown(interest_explained(loan, until=on).owed)),
        Fact(_("Lãi suất khoản mới"), percent_shown(reason.percent if reason else None)),
        *(
            [_basis(*each) for each in rollover_basis(loan, on=on)]
            or [Fact(_("Lưu ý"), _("Chương trình này không cho vay lưu vụ."))]
        ),
    )


def of_freeze(on: date) -> tuple[Fact, ...]:
    """The longest freeze by cause and damage, as the rows in force say."""
    bands = freeze_band_rows(on=on)
    by_cause: dict[str, list[BandRow]] = {}
    for band in bands:
        by_cause.setdefault(band.cause_code, []).append(band)
    facts = [Fact(f"{cause} {CAUSES.get(cause, '')}", _bands_shown(rows)) for cause, rows in by_cause.items()]
    further = Fact(f"110 {CAUSES['110']}", _("Khoanh bổ sung: không dài hơn lần khoanh trước"))
    return (*facts, further, *_bases(bands))


def of_thaw(loan: LoanFacts) -> tuple[Fact, ...]:
    """What is frozen runs again from today."""
    return (
        Fact(_("Gốc đang khoanh"), money_shown(loan.frozen)),
        Fact(_("Hiệu lực"), _("Từ hôm nay nợ lại sinh lãi và trở về trong hạn hoặc quá hạn như trước khi khoanh.")),
    )


def of_write_off(loan: LoanFacts, on: date) -> tuple[Fact, ...]:
    """What leaves the books, and when that may be."""
    return (
        Fact(_("Gốc sẽ xóa"), money_shown(loan.principal)),
        Fact(_("Lãi sẽ xóa"), money_shown(interest_explained(loan, until=on).owed)),
        Fact(
            _("Điều kiện"),
            _("Hết khoanh mà vẫn không trả được (110); phá sản (104); chết, mất tích không còn người trả (109)."),
        ),
        *_bases(freeze_band_rows(on=on)),
    )


def of_reduction(loan: LoanFacts, on: date) -> tuple[Fact, ...]:
    """No more than is owed in the store."""
    stores = interest_explained(loan, until=on).stores
    most = (Fact(STORES[each.store], _("tối đa %s") % money_shown(each.owed)) for each in stores)
    return (*most, Fact(_("Căn cứ"), _("Quyết định của Chính phủ, Thủ tướng Chính phủ: ghi số văn bản dưới đây.")))


def of_suspension(loan: LoanFacts) -> tuple[Fact, ...]:
    """Nothing is earned or due while the borrower serves."""
    months = (
        _("được, tối đa bằng thời gian tại ngũ") if loan.grace_until else _("không, chỉ dành cho học sinh, sinh viên")
    )
    return (
        Fact(_("Trong thời gian tại ngũ"), _("Không tính lãi, không đến hạn.")),
        Fact(_("Cộng vào thời hạn vay"), months),
        Fact(_("Căn cứ"), _("Pháp luật về nghĩa vụ quân sự")),
    )


def of_recovery() -> tuple[Fact, ...]:
    """Goes to interest income."""
    return (Fact(_("Hạch toán"), _("Thu lãi cho vay; giảm nợ đã xóa theo dõi ngoại bảng.")),)


def of_declining() -> tuple[Fact, ...]:
    """Said to the borrower."""
    return (Fact(_("Lưu ý"), _("Lý do được báo lại người vay qua tổ trưởng.")),)


def _bases(bands: list[BandRow]) -> tuple[Fact, ...]:
    return tuple(_basis(*each) for each in sorted({(band.basis, band.confidence) for band in bands}))


def _basis(number: str, confidence: str) -> Fact:
    return Fact(_("Căn cứ"), _basis_told(number, confidence))


def _basis_told(number: str, confidence: str) -> str:
    return f"{number} ({str(CONFIDENCES[confidence][0]).lower()})"


def _bands_shown(rows: list[BandRow]) -> str:
    """`thiệt hại dưới 40 %: chỉ gia hạn; từ 40 % đến dưới 80 %: 36 tháng; từ 80 %: 60 tháng`."""
    ends = [*(row.from_percent for row in rows[1:]), None]
    return "; ".join(_band_shown(row, end) for row, end in zip(rows, ends, strict=True))


def _band_shown(row: BandRow, end: Decimal | None) -> str:
    most = _("%d tháng") % row.most_months if row.most_months else _("chỉ gia hạn")
    values = {"from": _percent(row.from_percent), "end": _percent(end or Decimal(0)), "most": most}
    if end is None:
        return _("từ %(from)s %%: %(most)s") % values if row.from_percent else most
    if not row.from_percent:
        return _("thiệt hại dưới %(end)s %%: %(most)s") % values
    return _("từ %(from)s %% đến dưới %(end)s %%: %(most)s") % values


def _percent(percent: Decimal) -> str:
    return number_shown(percent.normalize())
