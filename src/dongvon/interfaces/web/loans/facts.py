"""What a loan is, in facts and figures."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.lending.queries.explained import InterestExplained
from dongvon.domain.lending.queries.loan import InstalmentRow, LoanFacts
from dongvon.domain.lending.queries.origins import OriginFacts
from dongvon.interfaces.web.catalogue.words import FUNDS, key_shown, percent_shown, reason_facts
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.figures import Stat
from dongvon.interfaces.web.components.reading import Fact
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.values import date_shown, money_shown, number_shown, shown
from dongvon.interfaces.web.loans.tables import standing_badge
from dongvon.interfaces.web.loans.words import ORGANISATIONS, STORES


def heading(loan: LoanFacts) -> str:
    """Whose loan it is."""
    return loan.person.full_name if loan.person else _("Khoản vay %s") % loan.contract_number


def badge(loan: LoanFacts) -> Badge:
    """How it stands."""
    if loan.written_off:
        return Badge(_("Đã xóa nợ"), tone="back")
    return standing_badge(overdue=loan.overdue, frozen=loan.frozen, closed_on=loan.closed_on, lent=loan.lent)


def instead(loan: LoanFacts) -> str:
    """What became of the parts that nobody paid, where they are no longer in term."""
    if loan.written_off:
        return _("Đã xóa nợ")
    return _("Đang khoanh") if loan.frozen else ""


def stats(loan: LoanFacts, explained: InterestExplained) -> tuple[Stat, ...]:
    """Principal by state, interest owed, the next part."""
    parts = [f"{STORES[each.store]} {money_shown(each.owed)}" for each in explained.stores if each.owed]
    coming = next_part(loan)
    return (
        Stat(_("Gốc trong hạn (đồng)"), value=loan.in_term, note=_("đã giải ngân %s") % money_shown(loan.lent)),
        Stat(_("Gốc quá hạn (đồng)"), value=loan.overdue, tone="bad" if loan.overdue else "plain"),
        Stat(_("Gốc khoanh (đồng)"), value=loan.frozen, tone="warn" if loan.frozen else "plain"),
        Stat(_("Lãi còn phải thu (đồng)"), value=explained.owed, note=", ".join(parts)),
        Stat(
            _("Kỳ trả gốc tới"),
            value=date_shown(coming.due_on) if coming else "–",
            note=money_shown(coming.open) if coming else "",
        ),
    )


def next_part(loan: LoanFacts) -> InstalmentRow | None:
    """The first part still open in term."""
    return next((part for part in loan.instalments if part.open and loan.in_term), None)


def borrower(loan: LoanFacts, *, office: str) -> tuple[Fact, ...]:
    """Who owes, through which group and organisation, to which office."""
    person, group = loan.person, loan.group
    hamlet = person.hamlet if person else ""
    led = _("%(code)s, tổ trưởng %(leader)s") % {"code": group.code, "leader": group.leader_name} if group else ""
    return (
        Fact(_("Người vay"), person.full_name if person else ""),
        Fact(_("Sinh"), person.birth if person else ""),
        Fact(_("Số định danh"), person.masked_number if person else ""),
        Fact(_("Thôn, ấp, khu phố"), hamlet),
        Fact(_("Tổ tiết kiệm và vay vốn"), led),
        Fact(_("Tổ chức nhận ủy thác"), ORGANISATIONS[loan.organisation]),
        Fact(_("Nơi cho vay"), office),
    )


def origin(found: OriginFacts) -> tuple[Fact, ...]:
    """The file that the loan came in, and what else its record says."""
    came = _("%(file)s, dòng %(line)s, tiếp nhận ngày %(day)s")
    values = {"file": found.file_name, "line": found.line, "day": date_shown(found.taken_on)}
    return (
        Fact(_("Tệp tiếp nhận"), came % values),
        Fact(_("Mã khách hàng"), found.customer_code),
        *(Fact(head, shown(value)) for head, value in found.record),
    )


def contract(loan: LoanFacts, *, on: date) -> tuple[Fact, ...]:
    """What was agreed, and the rate with its legal basis now."""
    session = _("ngày %d hằng tháng") % loan.session_day if loan.session_day else _("tại trụ sở")
    programme = Link(loan.programme_name, href=reverse("catalogue:programme", args=[loan.programme]))
    extended = loan.extended_on if loan.extended_on != loan.contractual_on else None
    return (
        Fact(_("Chương trình"), programme),
        Fact(_("Nguồn vốn"), FUNDS[loan.fund]),
        Fact(_("Ngày ký"), loan.signed_on),
        Fact(_("Mức được duyệt"), money_shown(loan.approved)),
        Fact(_("Thời hạn"), _("%d tháng") % loan.term_months),
        Fact(_("Hạn cuối theo hợp đồng"), loan.contractual_on),
        *((Fact(_("Hạn cuối sau gia hạn"), extended),) if extended else ()),
        Fact(_("Hạn cuối theo phiên giao dịch"), loan.final_on),
        *((Fact(_("Ân hạn đến trước ngày"), loan.grace_until),) if loan.grace_until else ()),
        *_rest(loan, on=on),
        Fact(_("Phiên giao dịch"), session),
        Fact(_("Lãi suất hiện nay"), rate_now(loan, on=on)),
        Fact(_("Căn cứ lãi suất"), basis_now(loan, on=on)),
        Fact(_("Lãi suất nợ quá hạn"), overdue_rate(loan, on=on)),
    )


def _rest(loan: LoanFacts, *, on: date) -> tuple[Fact, ...]:
    """Until when a frozen or a suspended loan bears no interest; one that came in frozen may not know."""
    if loan.frozen_until:
        return (Fact(_("Khoanh nợ đến trước ngày"), loan.frozen_until),)
    if loan.closed_on is None and loan.rests_until is not None and loan.rests_until > on:
        return (Fact(_("Tạm hoãn trả nợ đến trước ngày"), loan.rests_until),)
    return ()


def rate_now(loan: LoanFacts, *, on: date) -> str:
    """The rate of a day."""
    reason = loan.reason_on(on)
    return percent_shown(reason.percent if reason else None)


def basis_now(loan: LoanFacts, *, on: date) -> Link | str:
    """The decision behind the rate of a day, and where it is explained on this page."""
    reason = loan.reason_on(on)
    return Link(reason.basis, href="#lai-suat") if reason else ""


def overdue_rate(loan: LoanFacts, *, on: date) -> str:
    """What overdue principal bears: a multiple of the lending rate, or a rate of its own."""
    reason = loan.reason_on(on)
    if loan.overdue_percent is None:
        return percent_shown(loan.overdue_rate)
    if reason is None:
        return ""
    values = {
        "rate": percent_shown(reason.percent * loan.overdue_percent / 100),
        "percent": number_shown(loan.overdue_percent.normalize()),
    }
    return _("%(rate)s (%(percent)s %% lãi suất cho vay)") % values


def rate_of_the_day(loan: LoanFacts, *, day: date) -> tuple[Fact, ...]:
    """What the rate meant for this loan on that day; nothing where the catalogue has no rate."""
    reason = loan.reason_on(day)
    if reason is None:
        return ()
    key = key_shown(programme=loan.programme_name, fund=loan.fund, priority_class=loan.priority_class, area=loan.area)
    return reason_facts(reason, key=key, signed_on=loan.signed_on)
