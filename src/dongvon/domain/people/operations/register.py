"""Register people."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Person
from dongvon.domain.people.rules.births import is_possible
from dongvon.domain.people.rules.sealing import Sealing
from dongvon.domain.people.vocabulary import PersonDraft
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.identity import read_number
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean, fold, name_sort_key

BATCH = 5_000


class BirthImpossible(Refusal):
    """Nobody was born on such a day."""

    text = "Ngày sinh không hợp lệ ở dòng {line}: hãy kiểm tra ngày, tháng, năm."
    field = "birth_year"


class NumberTaken(Refusal):
    """Somebody is registered with that personal number."""

    text = (
        "Số định danh cá nhân đã có trong hệ thống. Hãy tìm người đó thay vì đăng ký lại; "
        "nếu ở xã, phường khác, hãy đề nghị nơi đó chuyển hộ sang."
    )
    field = "personal_number"


@operation(allowed={Role.COMMUNE_OFFICER, Role.UNIT_REPORTER, Role.CREDIT_OFFICER, Role.SYSTEM})
def register(*, key: UUID, by: Actor, at: datetime, people: tuple[PersonDraft, ...]) -> int:
    """Register `people`, all or none; gives their number. Refuses BirthImpossible, NumberTaken, NotAPersonalNumber."""
    today = at.astimezone(VIETNAM).date()
    for line, draft in enumerate(people, start=1):
        if not is_possible(year=draft.birth_year, month=draft.birth_month, day=draft.birth_day, on=today):
            raise BirthImpossible(line=line)
    sealing = Sealing(settings.IDENTITY_KEY)
    rows = [_row(draft, at=at, sealing=sealing) for draft in people]
    try:
        with transaction.atomic():
            Person.objects.bulk_create(rows, batch_size=BATCH)
    except IntegrityError as fault:
        if "people_person_number_is_unique" in str(fault):
            raise NumberTaken from None
        raise
    return len(rows)


def _row(draft: PersonDraft, *, at: datetime, sealing: Sealing) -> Person:
    name = clean(draft.full_name)
    person = Person(
        id=draft.id,
        full_name=name,
        name_sort_key=name_sort_key(name),
        name_search_key=fold(name),
        birth_year=draft.birth_year,
        birth_month=draft.birth_month,
        birth_day=draft.birth_day,
        sex=draft.sex,
        place_id=draft.place,
        hamlet=clean(draft.hamlet),
        phone=draft.phone,
        registered_at=at,
    )
    if draft.personal_number:
        digits = read_number(draft.personal_number).digits
        person.number_sealed = sealing.sealed(digits)
        person.number_mark = sealing.finding_mark(digits)
        person.number_last = digits[-4:]
    return person
