"""The nouns of the audit trail."""

from dongvon.domain.audit.models.event import Event
from dongvon.domain.audit.models.seal import Seal

__all__ = ["Event", "Seal"]
