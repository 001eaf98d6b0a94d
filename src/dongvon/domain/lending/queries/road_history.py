"""What happened to an application, step by step, with who and when, and how the conditions stood then."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.db import connection

from dongvon.domain.lending.models import Appraisal, Evaluation
from dongvon.domain.lending.queries.eligibility import Line, as_kept

_ACTS: Final = """
SELECT act.kind, act.person, named.full_name, act.acted_at, act.amount, act.term_months, act.words, act.rule
FROM (
    SELECT 'asked' AS kind, asked_by AS person, asked_at AS acted_at, NULL::bigint AS amount, NULL::int AS term_months,
           purpose AS words, '' AS rule
    FROM lending_application WHERE id = %(id)s
    UNION ALL
    SELECT 'screened', person, acted_at, amount, term_months, in_favour || '/' || present, ''
    FROM lending_screening WHERE application_id = %(id)s
    UNION ALL
    SELECT 'confirmed', person, acted_at, NULL, NULL, array_to_string(forms, ', '), ''
    FROM lending_confirmation WHERE application_id = %(id)s
    UNION ALL
    SELECT 'received', person, acted_at, NULL, NULL, '', '' FROM lending_intake WHERE application_id = %(id)s
    UNION ALL
    SELECT 'appraised', person, acted_at, amount, term_months, opinion, ''
    FROM lending_appraisal WHERE application_id = %(id)s
    UNION ALL
    SELECT 'controlled', person, acted_at, NULL, NULL, opinion, '' FROM lending_control WHERE application_id = %(id)s
    UNION ALL
    SELECT 'approved', person, acted_at, amount, term_months, '', '' FROM lending_approval WHERE application_id = %(id)s
    UNION ALL
    SELECT 'notified', n.sent_by, n.sent_at, NULL, NULL, to_char(n.disburse_on, 'DD/MM/YYYY') || ', ' || n.venue, ''
    FROM lending_resultline l JOIN lending_resultnotice n ON n.id = l.notice_id WHERE l.application_id = %(id)s
    UNION ALL
    SELECT 'returned', person, acted_at, NULL, NULL, missing, '' FROM lending_correction WHERE application_id = %(id)s
    UNION ALL
    SELECT 'completed', person, acted_at, NULL, NULL, said, '' FROM lending_completion WHERE application_id = %(id)s
    UNION ALL
    SELECT 'refused', person, acted_at, NULL, NULL, reason, article FROM lending_decline WHERE application_id = %(id)s
    UNION ALL
    SELECT 'withdrawn', person, acted_at, NULL, NULL, reason, '' FROM lending_withdrawal WHERE application_id = %(id)s
    UNION ALL
    SELECT 'lent', d.person, d.posted_at, d.amount, NULL, '', ''
    FROM lending_tranche t JOIN lending_disbursement d ON d.id = t.disbursement_id WHERE t.application_id = %(id)s
) AS act
LEFT JOIN units_full_names(ARRAY[act.person]) AS named ON named.person = act.person
ORDER BY act.acted_at
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRow:
    """One step: what it was, who took it, when; the amount and the words that belong to it."""

    kind: str
    person: UUID
    name: str
    at: datetime
    amount: int | None
    term_months: int | None
    words: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptEvaluation:
    """How the conditions stood when a step was taken."""

    stage: str
    on: date
    verdict: str
    lines: tuple[Line, ...]


def acts_of(application: UUID) -> list[ActRow]:
    """Every step of one application, the first first."""
    with connection.cursor() as cursor:
        cursor.execute(_ACTS, {"id": application})
        return [_act(row) for row in cursor.fetchall()]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRow:
    """What the credit officer would lend, the last time he said so."""

    amount: int
    term_months: int
    opinion: str


def proposals(applications: Iterable[UUID]) -> dict[UUID, ProposalRow]:
    """The last appraisal of each application."""
    rows = Appraisal.objects.filter(application__in=list(applications)).order_by("application", "-acted_at", "-id")
    return {
        row.application_id: ProposalRow(amount=row.amount, term_months=row.term_months, opinion=row.opinion)
        for row in rows.distinct("application")
    }


def evaluations_of(application: UUID) -> list[KeptEvaluation]:
    """The explanations that its steps rested on, the latest first."""
    rows = Evaluation.objects.filter(application=application).order_by("-acted_at", "-id")
    return [
        KeptEvaluation(stage=row.stage, on=row.evaluated_on, verdict=row.verdict, lines=as_kept(row.lines))
        for row in rows
    ]


def _act(row: tuple[Any, ...]) -> ActRow:
    kind, person, name, at, amount, term_months, words, rule = row
    return ActRow(
        kind=kind,
        person=person,
        name=name or "",
        at=at,
        amount=amount,
        term_months=term_months,
        words=words or "",
        rule=rule or "",
    )
