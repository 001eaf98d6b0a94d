"""Note that named people were shown or taken away: not an operation, but one insert in the asker's transaction.

Nothing is changed by looking, so there is nothing to make idempotent; see docs/decisions.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Final
from uuid import UUID

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Viewing

#: Of longer lists the scope is kept (the list, the household) and the number, not each person.
KEPT: Final = 200


def note_viewing(
    *,
    by: Actor,
    at: datetime,
    purpose: str,
    shown: Collection[UUID],
    of: UUID | None = None,
    count: int | None = None,
    exported: bool = False,
) -> None:
    """`of` is the list or the household whose people were shown; nothing is noted when nobody was.

    `count` says how many where nobody is told one by one, as of a whole portfolio.
    """
    count = len(shown) if count is None else count
    if not count:
        return
    kept = list(shown) if len(shown) <= KEPT else []
    Viewing.objects.bulk_create(
        [
            Viewing(
                at=at,
                person=by.person,
                unit=by.unit,
                purpose=purpose,
                exported=exported,
                count=count,
                shown=[*([of] if of else []), *kept],
            )
        ]
    )
