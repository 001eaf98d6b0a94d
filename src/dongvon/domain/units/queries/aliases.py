"""How else documents mention bodies, classes and units."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dongvon.domain.units.models import Alias


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasRow:
    """A learnt mention (folded) and what it stands for; `learnt_by` is nobody where the program knew it."""

    id: UUID
    mention: str
    target: str
    learnt_by: UUID | None
    learnt_at: datetime


def aliases() -> list[AliasRow]:
    """Every learnt mention, in alphabetical order."""
    rows = Alias.objects.order_by("mention").values("id", "mention", "target", "learnt_by", "learnt_at")
    return [AliasRow(**row) for row in rows]


def known_mentions() -> dict[str, str]:
    """Folded mention to target, for whoever reads documents."""
    return dict(Alias.objects.values_list("mention", "target"))
