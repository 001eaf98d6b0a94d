"""What was done to a row: the events that mention it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from dongvon.domain.audit.models import Event


@dataclass(frozen=True)
class EventRow:
    """One event as shown in a history: `person` and `unit` are identifiers for upper floors to name."""

    id: int
    verb: str
    person: UUID
    unit: UUID | None
    at: datetime
    contents: dict[str, Any]


def history_of(row: UUID, *, limit: int = 200) -> list[EventRow]:
    """Events about `row`, newest first, as far as the asker may see them."""
    events = Event.objects.filter(about__contains=[row]).order_by("-id")[:limit]
    return [
        EventRow(event.id, event.verb, event.person, event.unit, event.at or event.recorded_at, event.contents)
        for event in events
    ]
