"""Waiver: an obligation is let off."""

from dongvon.domain.workplan.models.relief import Relief


class Waiver(Relief):
    """The unit need not report; its obligations leave the count."""
