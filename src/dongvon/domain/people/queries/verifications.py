"""Questions put to national databases: the log of them, and the file that carries one."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q

from dongvon.domain.people.models import Verification, VerificationLine
from dongvon.domain.people.rules.births import shown
from dongvon.domain.people.rules.registry_files import request_file
from dongvon.domain.people.rules.sealing import Sealing
from dongvon.domain.people.vocabulary import RegistryField, RegistryLine


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationRow:
    """One request with its basis and how it was answered."""

    id: UUID
    registry: str
    basis: str
    purpose: str
    fields: tuple[str, ...]
    asked_by: UUID
    asked_at: datetime
    expires_on: date
    answered_at: datetime | None
    people: int
    matched: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """What one request told about one person."""

    person: UUID
    full_name: str
    answer: str
    told: dict[str, str]


def verifications(*, only: UUID | None = None, limit: int = 100) -> list[VerificationRow]:
    """The newest requests of the asker's units, or one of them."""
    asked = Verification.objects.filter(id=only) if only else Verification.objects.all()
    found = asked.annotate(people=Count("lines"), matched=Count("lines", filter=Q(lines__answer="match"))).order_by(
        "-asked_at"
    )[:limit]
    return [
        VerificationRow(
            id=row.id,
            registry=row.registry,
            basis=row.basis,
            purpose=row.purpose,
            fields=tuple(row.fields),
            asked_by=row.asked_by,
            asked_at=row.asked_at,
            expires_on=row.expires_on,
            answered_at=row.answered_at,
            people=row.people,
            matched=row.matched,
        )
        for row in found
    ]


def answers(verification: UUID, *, on: date) -> list[AnswerRow]:
    """The lines of one request; once expired the answers are no longer shown."""
    found = VerificationLine.objects.filter(verification=verification).select_related("person", "verification")
    return [
        AnswerRow(
            person=line.person_id,
            full_name=line.person.full_name,
            answer=line.answer if line.verification.expires_on >= on else "",
            told=line.told if line.verification.expires_on >= on else {},
        )
        for line in found.order_by("id")
    ]


def request_of(verification: UUID) -> bytes:
    """The file that goes to the registry, with whole numbers: whoever fetches it is logged."""
    found = Verification.objects.get(id=verification)
    sealing = Sealing(settings.IDENTITY_KEY)
    lines = VerificationLine.objects.filter(verification=found).select_related("person").order_by("id")
    told = [
        RegistryLine(
            line=at,
            number=sealing.unsealed(bytes(line.person.number_sealed or b"")),
            full_name=line.person.full_name,
            birth=shown(year=line.person.birth_year, month=line.person.birth_month, day=line.person.birth_day),
        )
        for at, line in enumerate(lines, start=1)
    ]
    return request_file(found.id, told, [RegistryField(field) for field in found.fields])
