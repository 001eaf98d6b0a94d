"""The nouns of the catalogue."""

from dongvon.domain.programmes.models.ceiling import Ceiling
from dongvon.domain.programmes.models.exclusion import Exclusion
from dongvon.domain.programmes.models.legal_basis import LegalBasis
from dongvon.domain.programmes.models.programme import Programme
from dongvon.domain.programmes.models.rate_period import RatePeriod
from dongvon.domain.programmes.models.rate_segment import RateCohort, RateSegment
from dongvon.domain.programmes.models.rate_series import RateSeries
from dongvon.domain.programmes.models.term import Term

__all__ = [
    "Ceiling",
    "Exclusion",
    "LegalBasis",
    "Programme",
    "RateCohort",
    "RatePeriod",
    "RateSegment",
    "RateSeries",
    "Term",
]
