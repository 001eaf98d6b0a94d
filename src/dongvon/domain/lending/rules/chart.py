"""The accounts that loans are booked on.

The bank's own chart is not published: the numbers are ours, and marked so, until it is known.
"""

from dataclasses import dataclass

from dongvon.domain.ledger.vocabulary import AccountKind, AccountRow
from dongvon.domain.lending.vocabulary import Means

CONTRA = "9999"

#: What written-off principal is met from (QĐ 62/QĐ-HĐQT 2021: within the risk fund).
RISK_FUND = "4391"

#: Against which debts are booked that another system lent.
TAKEOVERS = "4591"

#: Where money passes, by how it changes hands. They are settled with the bank's treasury, whose books are elsewhere, so
#: they stand on either side: Có when more was lent than repaid.
CASH = {Means.CASH: "1011", Means.SESSION: "1012", Means.ACCOUNT: "1111"}

COMMON = (
    ("1011", "Quyết toán tiền mặt tại quầy", AccountKind.BOTH),
    ("1012", "Quyết toán tiền mặt tại điểm giao dịch xã", AccountKind.BOTH),
    ("1111", "Quyết toán chuyển khoản", AccountKind.BOTH),
    (RISK_FUND, "Quỹ dự phòng rủi ro tín dụng", AccountKind.LIABILITY),
    (TAKEOVERS, "Đối ứng tiếp nhận dư nợ cho vay", AccountKind.LIABILITY),
    (CONTRA, "Đối ứng ngoại bảng", AccountKind.OFF_BALANCE),
)

FUNDS = {"1": "vốn trung ương", "2": "vốn địa phương"}

#: Column of an account set, heading, name, kind.
HEADINGS = (
    ("in_term", "2111", "Cho vay trong hạn", AccountKind.ASSET),
    ("overdue", "2112", "Nợ quá hạn", AccountKind.ASSET),
    ("frozen", "2113", "Nợ khoanh", AccountKind.ASSET),
    ("income", "7020", "Thu lãi cho vay", AccountKind.INCOME),
    ("owed_in_term", "9411", "Lãi cho vay trong hạn chưa thu", AccountKind.OFF_BALANCE),
    ("owed_overdue", "9412", "Lãi cho vay quá hạn chưa thu", AccountKind.OFF_BALANCE),
    ("owed_grace", "9413", "Lãi cho vay ân hạn chưa thu", AccountKind.OFF_BALANCE),
    ("written_off", "9711", "Nợ đã xóa theo dõi ngoại bảng", AccountKind.OFF_BALANCE),
)


@dataclass(frozen=True, slots=True)
class Chart:
    """Account numbers by column of the account set, and the rows to be added."""

    numbers: dict[str, str]
    rows: tuple[AccountRow, ...]


def chart_of(*, code: str, fund: str) -> Chart:
    """The accounts of one programme's loans from one fund; variants of a code share them."""
    tail = f"{code}.{fund}"
    words = f"chương trình {code}, {FUNDS[fund]}"
    own = tuple(_row(f"{head}.{tail}", f"{name}: {words}", kind) for _, head, name, kind in HEADINGS)
    common = tuple(_row(*each) for each in COMMON)
    return Chart({column: f"{head}.{tail}" for column, head, _, _ in HEADINGS}, common + own)


def _row(number: str, name: str, kind: AccountKind) -> AccountRow:
    return AccountRow(number=number, name=name, kind=kind, confirmed=False)
