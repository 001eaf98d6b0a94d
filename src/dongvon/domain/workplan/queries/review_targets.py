"""Which draft something under review belongs to."""

from uuid import UUID

from dongvon.domain.workplan.models import Assignment, Clause, Doubt, Duty


def draft_of_clause(clause: UUID) -> UUID | None:
    """The plan of a clause in review, or None where there is none for the asker."""
    return Clause.objects.filter(pk=clause, plan__state="draft").values_list("plan", flat=True).first()


def draft_of_assignment(assignment: UUID) -> UUID | None:
    """The plan of a clause's assignment in review."""
    found = Assignment.objects.filter(pk=assignment, clause__isnull=False, plan__state="draft")
    return found.values_list("plan", flat=True).first()


def clause_of_assignment(assignment: UUID) -> UUID | None:
    """The clause of an assignment in review."""
    return Assignment.objects.filter(pk=assignment, plan__state="draft").values_list("clause", flat=True).first()


def draft_of_doubt(doubt: UUID) -> UUID | None:
    """The plan of a doubt in review."""
    return Doubt.objects.filter(pk=doubt, plan__state="draft").values_list("plan", flat=True).first()


def draft_of_duty(duty: UUID) -> UUID | None:
    """The plan of a duty in review."""
    return Duty.objects.filter(pk=duty, plan__state="draft").values_list("plan", flat=True).first()
