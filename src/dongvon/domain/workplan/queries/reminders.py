"""The log of reminder letters, and the rules they follow."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Count, Min, Q

from dongvon.domain.units.queries.names import names_of
from dongvon.domain.workplan.models import DeadlineRule, Digest, LadderStep, QuietHours


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestRow:
    """One letter: to whom, when, and how many lines; `step` is the most urgent step in it."""

    id: UUID
    on: date
    person: UUID
    full_name: str
    address: str
    subject: str
    text: str
    made_at: datetime
    sent_at: datetime | None
    lines: int
    step: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """A rung of the ladder in force."""

    days: int
    audience: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRow:
    """When letters may leave."""

    letters_from: time
    letters_until: time
    weekdays: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRuleRow:
    """How named days become moments, for one kind of round."""

    kind: str
    valid_from: date
    named_day_counts: bool
    opens_days_before: int
    grace_days: int
    locks_days_after: int
    basis: str


_LETTER = ("id", "on", "person", "address", "subject", "text", "made_at", "sent_at", "lines", "step")


def digests(*, page: int = 1, size: int = 50) -> tuple[list[DigestRow], int]:
    """A page of letters the asker may see, the latest first, and how many there are."""
    found = Digest.objects.annotate(lines=Count("reminders"), step=Min("reminders__step"))
    total = Digest.objects.count()
    chosen = list(found.order_by("-made_at", "address").values(*_LETTER)[(page - 1) * size : page * size])
    names = names_of({row["person"] for row in chosen})
    return [DigestRow(full_name=names.get(row["person"], ""), **row) for row in chosen], total


def digest(letter: UUID) -> DigestRow | None:
    """One letter, or None where there is none for the asker."""
    found = Digest.objects.filter(pk=letter).annotate(lines=Count("reminders"), step=Min("reminders__step"))
    row = found.values(*_LETTER).first()
    return DigestRow(full_name=names_of([row["person"]]).get(row["person"], ""), **row) if row else None


def ladder(*, on: date) -> list[StepRow]:
    """The ladder in force on a day, from the first letter to the last."""
    in_force = Q(valid_until=None) | Q(valid_until__gt=on)
    found = LadderStep.objects.filter(in_force, valid_from__lte=on).order_by("days", "audience")
    return [StepRow(**row) for row in found.values("days", "audience")]


def letter_hours(*, on: date) -> HoursRow | None:
    """When letters may leave on a day; None when always."""
    in_force = Q(valid_until=None) | Q(valid_until__gt=on)
    row = QuietHours.objects.filter(in_force, valid_from__lte=on).order_by("-valid_from").first()
    if row is None:
        return None
    return HoursRow(letters_from=row.letters_from, letters_until=row.letters_until, weekdays=tuple(row.weekdays))


def deadline_rules(*, on: date) -> list[DeadlineRuleRow]:
    """The deadline rules in force on a day."""
    in_force = Q(valid_until=None) | Q(valid_until__gt=on)
    found = DeadlineRule.objects.filter(in_force, valid_from__lte=on).order_by("kind", "-valid_from").distinct("kind")
    return [DeadlineRuleRow(**row) for row in found.values(*DeadlineRuleRow.__slots__)]
