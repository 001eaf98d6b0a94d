"""The nouns of insight."""

from dongvon.domain.insight.models.boundary import Boundary
from dongvon.domain.insight.models.summary import Summary

__all__ = ["Boundary", "Summary"]
