"""The branch's report to the city: made for each year, and the last one laid on disk under a plain name."""

from datetime import timedelta
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from dongvon.demo.city.loaded import key_of
from dongvon.demo.story.people import Cast
from dongvon.demo.story.years import Years
from dongvon.domain.documents.queries.attachments import content_of
from dongvon.domain.workplan.operations.consolidate import consolidate
from dongvon.domain.workplan.queries.consolidations import consolidation_page
from dongvon.domain.workplan.queries.plans import RoundRow
from dongvon.kernel.refusals import Refusal

FOLDER = "bao-cao-tong-hop"


def report_to_city(round_: RoundRow, *, cast: Cast, years: Years) -> None:
    """At the end of January for a year that is over, otherwise now, from what was accepted so far."""
    at = min(round_.locks_at - timedelta(days=2, hours=14), years.now)
    try:
        with transaction.atomic():
            made = consolidate(key=key_of(f"consolidate {round_.id}"), by=cast.called("bao"), at=at, round=round_.id)
    except Refusal:
        return
    _lay_out(made, year=round_.year)


def _lay_out(consolidation: UUID, *, year: int) -> None:
    page = consolidation_page(consolidation)
    assert page is not None, "It was made a moment ago."
    for attachment, suffix in ((page.paper, "docx"), (page.workbook, "xlsx")):
        name = f"{FOLDER}/bao-cao-tong-hop-{year}.{suffix}"
        if not default_storage.exists(name):
            default_storage.save(name, ContentFile(content_of(attachment)))
