"""Counts, for every reporter of a round, what the scoring formula looks at."""

from uuid import UUID

from dongvon.domain.workplan.queries.statements import rows
from dongvon.domain.workplan.rules.scoring import Counts

_NAMES = tuple(Counts.__dataclass_fields__)


def counts_of(round_: UUID) -> list[Counts]:
    """One row for each reporter that was not let off altogether."""
    return [Counts(**dict(zip(_NAMES, row, strict=True))) for row in rows("score_counts", round=round_)]
