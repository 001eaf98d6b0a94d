"""Every form of groups."""

from typing import Final

from dongvon.domain.documents.papers.form import Form
from dongvon.domain.groups.papers.inspection import INSPECTION
from dongvon.domain.groups.papers.mandate import MANDATE
from dongvon.domain.groups.papers.minutes import BOARD_MINUTES, FOUNDING_MINUTES, GROUP_MINUTES
from dongvon.domain.groups.papers.sheet import COLLECTION
from dongvon.domain.groups.papers.yearly import CITY_MINUTES, COMMUNE_MINUTES, PLAN, SUMMARY

FORMS: Final[tuple[Form, ...]] = (
    *(FOUNDING_MINUTES, BOARD_MINUTES, GROUP_MINUTES, MANDATE, COLLECTION, INSPECTION),
    *(PLAN, CITY_MINUTES, COMMUNE_MINUTES, SUMMARY),
)
