"""The nouns of lending."""

from dongvon.domain.lending.models.account_set import AccountSet
from dongvon.domain.lending.models.allocation_order import AllocationOrder
from dongvon.domain.lending.models.carried_interest import CarriedInterest
from dongvon.domain.lending.models.close_run import CloseRun
from dongvon.domain.lending.models.close_step import CloseStep
from dongvon.domain.lending.models.disbursement import Disbursement
from dongvon.domain.lending.models.extension_limit import ExtensionLimit
from dongvon.domain.lending.models.freeze import Freeze
from dongvon.domain.lending.models.freeze_band import FreezeBand
from dongvon.domain.lending.models.freeze_end import FreezeEnd
from dongvon.domain.lending.models.instalment import Instalment
from dongvon.domain.lending.models.instalment_period import InstalmentPeriod
from dongvon.domain.lending.models.loan import Loan
from dongvon.domain.lending.models.loan_extension import LoanExtension
from dongvon.domain.lending.models.movement import Movement
from dongvon.domain.lending.models.notice import Notice
from dongvon.domain.lending.models.notice_period import NoticePeriod
from dongvon.domain.lending.models.overdue_transfer import OverdueTransfer
from dongvon.domain.lending.models.receipt import Receipt
from dongvon.domain.lending.models.receipt_line import ReceiptLine
from dongvon.domain.lending.models.receipt_reversal import ReceiptReversal
from dongvon.domain.lending.models.recovery import Recovery
from dongvon.domain.lending.models.reduction import Reduction
from dongvon.domain.lending.models.rescheduling import Rescheduling
from dongvon.domain.lending.models.rollover import Rollover
from dongvon.domain.lending.models.snapshot import Snapshot
from dongvon.domain.lending.models.suspension import Suspension
from dongvon.domain.lending.models.unpaid_regime import UnpaidRegime
from dongvon.domain.lending.models.write_off import WriteOff

__all__ = [
    "AccountSet",
    "AllocationOrder",
    "CarriedInterest",
    "CloseRun",
    "CloseStep",
    "Disbursement",
    "ExtensionLimit",
    "Freeze",
    "FreezeBand",
    "FreezeEnd",
    "Instalment",
    "InstalmentPeriod",
    "Loan",
    "LoanExtension",
    "Movement",
    "Notice",
    "NoticePeriod",
    "OverdueTransfer",
    "Receipt",
    "ReceiptLine",
    "ReceiptReversal",
    "Recovery",
    "Reduction",
    "Rescheduling",
    "Rollover",
    "Snapshot",
    "Suspension",
    "UnpaidRegime",
    "WriteOff",
]
