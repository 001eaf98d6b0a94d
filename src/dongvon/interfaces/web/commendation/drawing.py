"""Papers of commendation with the names that stand on them."""

from datetime import date
from typing import NamedTuple

from dongvon.domain.units.queries.directory import units
from dongvon.domain.units.queries.people import holders
from dongvon.domain.units.vocabulary import Level, Role
from dongvon.domain.workplan.papers.commendation import minutes_paper, submission_paper
from dongvon.domain.workplan.queries.commendations import RoundToHonour, SessionPage, proposals


class _Issuer(NamedTuple):
    full_name: str
    director: str
    place: str


def submission_file(round_: RoundToHonour, *, on: date) -> bytes:
    """The submission (tờ trình) of a round's proposals."""
    issuer = _issuer(on)
    return submission_paper(
        proposals(round_.id, on=on),
        round_title=round_.title,
        issuer=issuer.full_name,
        signer=issuer.director,
        place=issuer.place,
        on=on,
    )


def minutes_file(page: SessionPage, *, on: date) -> bytes:
    """The minutes (biên bản) of a session."""
    issuer = _issuer(on)
    return minutes_paper(page, issuer=issuer.full_name, place=issuer.place)


def _issuer(on: date) -> _Issuer:
    branch = next(iter(units(on=on, bodies=["nhcsxh-chi-nhanh"])), None)
    city = next(iter(units(on=on, bodies=["ubnd"], level=Level.CITY)), None)
    directors = holders(on=on, units=[branch.id], roles=[Role.BRANCH_DIRECTOR]) if branch else []
    return _Issuer(
        full_name=branch.full_name if branch else "",
        director=directors[0].full_name if directors else "",
        place=city.full_name.removeprefix("UBND ").removeprefix("thành phố ").removeprefix("tỉnh ") if city else "",
    )
