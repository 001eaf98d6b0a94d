"""The nouns of plans, the work they give, and the reports they ask for."""

from dongvon.domain.workplan.models.acceptance import Acceptance
from dongvon.domain.workplan.models.answer import Answer
from dongvon.domain.workplan.models.assignment import Assignment
from dongvon.domain.workplan.models.citation import Citation
from dongvon.domain.workplan.models.clause import Clause
from dongvon.domain.workplan.models.commendation_decision import CommendationDecision
from dongvon.domain.workplan.models.commendation_proposal import CommendationProposal
from dongvon.domain.workplan.models.computation import Computation
from dongvon.domain.workplan.models.computation_row import ComputationRow
from dongvon.domain.workplan.models.concern import Concern
from dongvon.domain.workplan.models.concern_group import ConcernGroup
from dongvon.domain.workplan.models.consolidation import Consolidation
from dongvon.domain.workplan.models.council_rule import CouncilRule
from dongvon.domain.workplan.models.council_seat import CouncilSeat
from dongvon.domain.workplan.models.council_session import CouncilSession
from dongvon.domain.workplan.models.deadline_rule import DeadlineRule
from dongvon.domain.workplan.models.decision import Decision
from dongvon.domain.workplan.models.delegation import Delegation
from dongvon.domain.workplan.models.digest import Digest
from dongvon.domain.workplan.models.doubt import Doubt
from dongvon.domain.workplan.models.duty import Duty
from dongvon.domain.workplan.models.entry import Entry
from dongvon.domain.workplan.models.escalation import Escalation
from dongvon.domain.workplan.models.evidence import Evidence
from dongvon.domain.workplan.models.extension import Extension
from dongvon.domain.workplan.models.figure import Figure
from dongvon.domain.workplan.models.implementation_plan import ImplementationPlan
from dongvon.domain.workplan.models.ladder_step import LadderStep
from dongvon.domain.workplan.models.obligation import Obligation
from dongvon.domain.workplan.models.own_task import OwnTask
from dongvon.domain.workplan.models.part import Part
from dongvon.domain.workplan.models.plan import Plan
from dongvon.domain.workplan.models.quiet_hours import QuietHours
from dongvon.domain.workplan.models.remark import Remark
from dongvon.domain.workplan.models.reminder import Reminder
from dongvon.domain.workplan.models.reopening import Reopening
from dongvon.domain.workplan.models.report import Report
from dongvon.domain.workplan.models.return_ import Return
from dongvon.domain.workplan.models.round import Round
from dongvon.domain.workplan.models.score import Score
from dongvon.domain.workplan.models.score_rule import ScoreRule
from dongvon.domain.workplan.models.scoring import Scoring
from dongvon.domain.workplan.models.slot import Slot
from dongvon.domain.workplan.models.source import Source
from dongvon.domain.workplan.models.submission import Submission
from dongvon.domain.workplan.models.target import Target
from dongvon.domain.workplan.models.task_group import TaskGroup
from dongvon.domain.workplan.models.vote import Vote
from dongvon.domain.workplan.models.waiver import Waiver

__all__ = [
    "Acceptance",
    "Answer",
    "Assignment",
    "Citation",
    "Clause",
    "CommendationDecision",
    "CommendationProposal",
    "Computation",
    "ComputationRow",
    "Concern",
    "ConcernGroup",
    "Consolidation",
    "CouncilRule",
    "CouncilSeat",
    "CouncilSession",
    "DeadlineRule",
    "Decision",
    "Delegation",
    "Digest",
    "Doubt",
    "Duty",
    "Entry",
    "Escalation",
    "Evidence",
    "Extension",
    "Figure",
    "ImplementationPlan",
    "LadderStep",
    "Obligation",
    "OwnTask",
    "Part",
    "Plan",
    "QuietHours",
    "Remark",
    "Reminder",
    "Reopening",
    "Report",
    "Return",
    "Round",
    "Score",
    "ScoreRule",
    "Scoring",
    "Slot",
    "Source",
    "Submission",
    "Target",
    "TaskGroup",
    "Vote",
    "Waiver",
]
