"""Dated rows of law that are proposed by one person and approved by another: the earlier gives way to the later."""

from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import QuerySet

from dongvon.domain.people.models import ListLimit, Standard
from dongvon.kernel.refusals import Refusal


class ProposerMayNotApprove(Refusal):
    """Four eyes: whoever proposes does not approve."""

    text = "Người đề xuất không được tự phê duyệt. Hãy chuyển cho người có thẩm quyền khác."


def give_way(same: QuerySet[Standard] | QuerySet[ListLimit], *, from_on: date) -> None:
    """What holds on that day, begun before it, ends there."""
    for earlier in same.filter(approved_by__isnull=False, valid__contains=from_on, valid__startswith__lt=from_on):
        earlier.valid = DateRange(earlier.valid.lower, from_on)
        earlier.save(update_fields=["valid"])
