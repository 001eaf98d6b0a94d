"""The handwritten SQL stands: policies and functions exist and answer."""

import pytest
from django.db import transaction

from dongvon.domain.units.queries.names import names_of
from dongvon.domain.units.queries.scope import enter_door, enter_scope
from dongvon.domain.units.queries.standing import standing_of
from dongvon.kernel.ids import new_id
from dongvon.kernel.scope import Scope


@pytest.mark.django_db
def test_a_stranger_has_no_standing(as_role, at):  # type: ignore[no-untyped-def]
    stranger = new_id()
    with transaction.atomic(), as_role("dongvon_web"):
        enter_scope(Scope(person=stranger))
        assert standing_of(stranger, on=at.date()) is None
        enter_door()
        assert names_of([stranger]) == {}
