"""The nouns of the books."""

from dongvon.domain.ledger.models.account import Account
from dongvon.domain.ledger.models.closing import Closing
from dongvon.domain.ledger.models.day import Day
from dongvon.domain.ledger.models.transfer import Transfer

__all__ = ["Account", "Closing", "Day", "Transfer"]
