"""The nouns of capital."""

from dongvon.domain.capital.models.draw import Draw
from dongvon.domain.capital.models.fund_limit import FundLimit

__all__ = ["Draw", "FundLimit"]
