"""How sure a fact of law is."""

from enum import StrEnum


class Confidence(StrEnum):
    """Everything but CONFIRMED is shown as such wherever it is used."""

    CONFIRMED = "confirmed"  # read in the legal text or the bank's own paper
    SECOND_HAND = "second_hand"  # concrete, but from somebody else's telling
    REMEMBERED = "remembered"  # from memory, to be verified
    INFERRED = "inferred"  # concluded from other facts

    @property
    def binds(self) -> bool:
        """Whether somebody may be refused on it alone (record 0011): memory and inference are for people to confirm."""
        return self in {Confidence.CONFIRMED, Confidence.SECOND_HAND}
