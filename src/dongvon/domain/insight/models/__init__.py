"""The nouns of insight."""

from dongvon.domain.insight.models.boundary import Boundary
from dongvon.domain.insight.models.summary import Summary
from dongvon.domain.insight.models.total import Total

__all__ = ["Boundary", "Summary", "Total"]
