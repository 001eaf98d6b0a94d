"""The nouns of paper."""

from dongvon.domain.documents.models.attachment import Attachment

__all__ = ["Attachment"]
