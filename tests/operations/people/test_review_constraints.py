"""What may never be in the tables of a review, of imports, of united records and of questions to registries."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from dongvon.domain.people.models import (
    HamletMeeting,
    ListImport,
    Objection,
    Person,
    PublicPosting,
    SamePerson,
    Verification,
    VerificationLine,
)
from tests.operations.people.community import AT, CHECKER, MAKER, certified, draft, enter
from tests.operations.units.city import build_city

pytestmark = pytest.mark.django_db


def _tried(breaks: dict[str, Callable[[], Any]]) -> None:
    for name, attempt in breaks.items():
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            attempt()


def test_constraints_of_a_review() -> None:
    build_city()
    made = certified("poor")
    meeting = {"list_id": made, "hamlet": "Ấp 1", "held_on": date(2026, 11, 1), "recorded_by": MAKER, "recorded_at": AT}
    posting = {
        "list_id": made, "kind": "poor", "shown_at": "Nhà văn hóa ấp", "from_on": date(2026, 11, 2), "basis": "x",
        "until_on": date(2026, 11, 5), "columns": ["name"], "lines": [], "snapshot_hash": b"x", "approved_by": CHECKER,
        "approved_at": AT,
    }  # fmt: skip
    objection = {
        "list_id": made, "raised_on": date(2026, 11, 3), "raised_by": "bà Hoa", "text": "x", "received_by": MAKER,
        "received_at": AT,
    }  # fmt: skip
    HamletMeeting.objects.create(attended=30, **meeting)
    PublicPosting.objects.create(**posting)
    later = {"until_on": date(2026, 11, 2)}
    _tried(
        {
            "people_meeting_once_a_hamlet": lambda: HamletMeeting.objects.create(attended=5, **meeting),
            "people_meeting_was_attended": lambda: HamletMeeting.objects.update(attended=0),
            "people_posting_never_of_released": lambda: PublicPosting.objects.update(kind="released"),
            "people_posting_lasts": lambda: PublicPosting.objects.update(**later),
            "people_posting_one_at_a_time": lambda: PublicPosting.objects.create(**posting),
            "people_objection_answered_whole": lambda: Objection.objects.create(upheld=True, **objection),
        }
    )


def test_constraints_of_imports_and_united_records() -> None:
    build_city()
    hoa, mai = enter(draft("Nguyễn Thị Hoa"), draft("Trần Thị Mai"))
    united = {"kept_id": hoa, "reason": "x", "united_by": MAKER, "united_at": AT}
    SamePerson.objects.create(other_id=mai, **united)
    brought = {
        "list_id": certified("poor"), "file_name": "x.xlsx", "content_hash": b"x", "rows": 1, "brought_by": MAKER,
        "brought_at": AT,
    }  # fmt: skip
    _tried(
        {
            "people_import_taken_without_fault": lambda: ListImport.objects.create(
                faulty=1, taken_by=MAKER, taken_at=AT, **brought
            ),
            "people_same_person_is_two_records": lambda: SamePerson.objects.create(other_id=hoa, **united),
            "people_same_person_one_at_a_time": lambda: SamePerson.objects.create(other_id=mai, **united),
            "people_person_not_same_as_itself": lambda: Person.objects.filter(id=hoa).update(same_as=hoa),
        }
    )


def test_constraints_of_questions_to_registries() -> None:
    city = build_city()
    (hoa,) = enter(draft("Nguyễn Thị Hoa"))
    asked = {
        "registry": "population", "unit_id": city.units["ubnd-26041"], "fields": ["residence"], "asked_by": MAKER,
        "asked_at": AT, "basis": "x", "purpose": "x", "expires_on": date(2027, 5, 24),
    }  # fmt: skip
    made = Verification.objects.create(**asked)
    VerificationLine.objects.create(verification=made, person_id=hoa)
    _tried(
        {
            "people_verification_answered_whole": lambda: Verification.objects.update(answered_at=AT),
            "people_verification_expires_later": lambda: Verification.objects.update(expires_on=date(2026, 11, 24)),
            "people_verification_has_a_basis": lambda: Verification.objects.create(**{**asked, "basis": ""}),
            "people_verification_line_once": lambda: VerificationLine.objects.create(verification=made, person_id=hoa),
        }
    )
