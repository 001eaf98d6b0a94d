"""The nouns of lending."""

from dongvon.domain.lending.models.account_set import AccountSet
from dongvon.domain.lending.models.allocation_order import AllocationOrder
from dongvon.domain.lending.models.application import Application
from dongvon.domain.lending.models.appraisal import Appraisal
from dongvon.domain.lending.models.approval import Approval
from dongvon.domain.lending.models.asking_period import AskingPeriod
from dongvon.domain.lending.models.authorisation import Authorisation
from dongvon.domain.lending.models.balance_check import BalanceCheck
from dongvon.domain.lending.models.check_period import CheckPeriod
from dongvon.domain.lending.models.close_run import CloseRun
from dongvon.domain.lending.models.close_step import CloseStep
from dongvon.domain.lending.models.condition import Condition
from dongvon.domain.lending.models.confirmation import Confirmation
from dongvon.domain.lending.models.control import Control
from dongvon.domain.lending.models.correction import Completion, Correction
from dongvon.domain.lending.models.course import Course
from dongvon.domain.lending.models.decline import Decline
from dongvon.domain.lending.models.disbursement import Disbursement
from dongvon.domain.lending.models.dossier_paper import DossierPaper
from dongvon.domain.lending.models.evaluation import Evaluation
from dongvon.domain.lending.models.extension_limit import ExtensionLimit
from dongvon.domain.lending.models.freeze import Freeze
from dongvon.domain.lending.models.freeze_band import FreezeBand
from dongvon.domain.lending.models.freeze_end import FreezeEnd
from dongvon.domain.lending.models.handover import Handover, HandoverState
from dongvon.domain.lending.models.handover_problem import HandoverProblem
from dongvon.domain.lending.models.handover_row import HandoverRow
from dongvon.domain.lending.models.holiday import Holiday
from dongvon.domain.lending.models.instalment import Instalment
from dongvon.domain.lending.models.instalment_period import InstalmentPeriod
from dongvon.domain.lending.models.intake import Intake
from dongvon.domain.lending.models.loan import Loan
from dongvon.domain.lending.models.loan_extension import LoanExtension
from dongvon.domain.lending.models.lottery import Lot, Lottery
from dongvon.domain.lending.models.movement import Movement
from dongvon.domain.lending.models.need import Need
from dongvon.domain.lending.models.notice import Notice
from dongvon.domain.lending.models.notice_period import NoticePeriod
from dongvon.domain.lending.models.origin import Origin
from dongvon.domain.lending.models.overdue_transfer import OverdueTransfer
from dongvon.domain.lending.models.petition import Petition
from dongvon.domain.lending.models.plan_item import PlanItem
from dongvon.domain.lending.models.receipt import Receipt
from dongvon.domain.lending.models.receipt_line import ReceiptLine
from dongvon.domain.lending.models.receipt_reversal import ReceiptReversal
from dongvon.domain.lending.models.recovery import Recovery
from dongvon.domain.lending.models.reduction import Reduction
from dongvon.domain.lending.models.request_list import RequestList
from dongvon.domain.lending.models.rescheduling import Rescheduling
from dongvon.domain.lending.models.result_notice import ResultLine, ResultNotice
from dongvon.domain.lending.models.rollover import Rollover
from dongvon.domain.lending.models.route import PriorityGround, Route, StepDeadline
from dongvon.domain.lending.models.screening import Screening
from dongvon.domain.lending.models.snapshot import Snapshot
from dongvon.domain.lending.models.special_area import SpecialArea
from dongvon.domain.lending.models.suspension import Suspension
from dongvon.domain.lending.models.tranche import Tranche
from dongvon.domain.lending.models.undertaking import Undertaking
from dongvon.domain.lending.models.unpaid_regime import UnpaidRegime
from dongvon.domain.lending.models.use_check import UseCheck
from dongvon.domain.lending.models.withdrawal import Withdrawal
from dongvon.domain.lending.models.write_off import WriteOff

__all__ = [
    "AccountSet",
    "AllocationOrder",
    "Application",
    "Appraisal",
    "Approval",
    "AskingPeriod",
    "Authorisation",
    "BalanceCheck",
    "CheckPeriod",
    "CloseRun",
    "CloseStep",
    "Completion",
    "Condition",
    "Confirmation",
    "Control",
    "Correction",
    "Course",
    "Decline",
    "Disbursement",
    "DossierPaper",
    "Evaluation",
    "ExtensionLimit",
    "Freeze",
    "FreezeBand",
    "FreezeEnd",
    "Handover",
    "HandoverProblem",
    "HandoverRow",
    "HandoverState",
    "Holiday",
    "Instalment",
    "InstalmentPeriod",
    "Intake",
    "Loan",
    "LoanExtension",
    "Lot",
    "Lottery",
    "Movement",
    "Need",
    "Notice",
    "NoticePeriod",
    "Origin",
    "OverdueTransfer",
    "Petition",
    "PlanItem",
    "PriorityGround",
    "Receipt",
    "ReceiptLine",
    "ReceiptReversal",
    "Recovery",
    "Reduction",
    "RequestList",
    "Rescheduling",
    "ResultLine",
    "ResultNotice",
    "Rollover",
    "Route",
    "Screening",
    "Snapshot",
    "SpecialArea",
    "StepDeadline",
    "Suspension",
    "Tranche",
    "Undertaking",
    "UnpaidRegime",
    "UseCheck",
    "Withdrawal",
    "WriteOff",
]
