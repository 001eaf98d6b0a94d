"""Personal numbers as they are kept, for whoever brings in many people at once."""

from collections.abc import Callable

from django.conf import settings

from dongvon.domain.people.rules.sealing import Sealing


def number_sealer() -> Callable[[str], tuple[bytes, bytes, str]]:
    """Gives of twelve digits: the number sealed, the mark it is found by, and the last four that are shown."""
    sealing = Sealing(settings.IDENTITY_KEY)

    def seal(digits: str) -> tuple[bytes, bytes, str]:
        return sealing.sealed(digits), sealing.finding_mark(digits), digits[-4:]

    return seal
