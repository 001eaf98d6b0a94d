"""Bà Hoa is told how her data is used, agrees, takes it back and agrees again; nothing of it is lost."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from dongvon.domain.people.models import Consent
from dongvon.domain.people.operations.record_consent import ConsentInFuture, ConsentThere, record_consent
from dongvon.domain.people.operations.withdraw_consent import NothingToWithdraw, withdraw_consent
from dongvon.domain.people.queries.consents import consents_of
from dongvon.domain.people.vocabulary import Limit
from dongvon.kernel.ids import new_id
from tests.operations.people.community import ENVELOPE, TODAY, draft, enter, state_limit
from tests.operations.units.city import build_city

pytestmark = pytest.mark.django_db

GIVEN, LATER = date(2026, 11, 1), date(2026, 11, 25)


def test_a_consent_is_kept_with_its_words_and_ends_when_it_is_withdrawn() -> None:
    """NĐ 356/2025 art. 5: what rests on it stops within 15 days."""
    build_city()
    state_limit(Limit.STOP_DAYS, 15, on=date(2026, 1, 1))
    (hoa,) = enter(draft("Nguyễn Thị Hoa"))
    told = {"person": hoa, "kept_at": "Tủ hồ sơ 2"}
    with pytest.raises(ConsentInFuture):
        record_consent(key=new_id(), on=LATER, **told, **ENVELOPE)
    record_consent(key=new_id(), on=GIVEN, **told, **ENVELOPE)
    with pytest.raises(ConsentThere):
        record_consent(key=new_id(), on=TODAY, **told, **ENVELOPE)
    for day in (date(2026, 10, 31), LATER):
        with pytest.raises(NothingToWithdraw):
            withdraw_consent(key=new_id(), on=day, person=hoa, **ENVELOPE)
    withdraw_consent(key=new_id(), on=date(2026, 11, 20), person=hoa, **ENVELOPE)
    record_consent(key=new_id(), on=TODAY, **told, **ENVELOPE)
    now, before = consents_of(hoa)
    assert (now.given_on, now.withdrawn_on, now.kept_at) == (TODAY, None, "Tủ hồ sơ 2")
    assert "nhạy cảm" in now.told
    assert (before.withdrawn_on, before.stops_on) == (date(2026, 11, 20), date(2026, 12, 5))


def test_constraints_of_consents_hold_without_the_operations() -> None:
    build_city()
    (hoa,) = enter(draft("Nguyễn Thị Hoa"))
    record_consent(key=new_id(), on=GIVEN, person=hoa, kept_at="x", **ENVELOPE)
    row = Consent.objects.get()
    row.id = new_id()
    breaks = {
        "people_consent_one_at_a_time": lambda: row.save(force_insert=True),
        "people_consent_withdrawn_whole": lambda: Consent.objects.update(withdrawn_on=TODAY),
    }
    for name, attempt in breaks.items():
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            attempt()
