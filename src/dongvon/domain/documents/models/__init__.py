"""The nouns of paper."""

from dongvon.domain.documents.models.attachment import Attachment
from dongvon.domain.documents.models.template import Template

__all__ = ["Attachment", "Template"]
