"""The official forms of groups: minutes, mandate contract, collection sheet, inspection."""

from dongvon.domain.documents.papers.form import Form
from dongvon.domain.groups.papers.inspection import INSPECTION
from dongvon.domain.groups.papers.mandate import MANDATE
from dongvon.domain.groups.papers.minutes import BOARD_MINUTES, FOUNDING_MINUTES, GROUP_MINUTES
from dongvon.domain.groups.papers.sheet import COLLECTION

FORMS: dict[str, Form] = {
    form.code: form for form in (FOUNDING_MINUTES, BOARD_MINUTES, GROUP_MINUTES, MANDATE, COLLECTION, INSPECTION)
}

__all__ = [
    "BOARD_MINUTES",
    "COLLECTION",
    "FORMS",
    "FOUNDING_MINUTES",
    "GROUP_MINUTES",
    "INSPECTION",
    "MANDATE",
]
