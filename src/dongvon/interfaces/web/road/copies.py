"""The copy of a paper that lies in a file."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from dongvon.domain.documents.queries.attachments import attachment, content_of
from dongvon.interfaces.web.road.pages import found_file
from dongvon.interfaces.web.road.roles import READERS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.LENDING, roles=READERS)
def copy(request: Asked, application: UUID, paper: UUID) -> HttpResponse:
    """The bytes of one copy of this file, always as a download."""
    found = found_file(request, application)
    row = attachment(paper) if paper in {each.attachment for each in found.papers} else None
    if row is None:
        raise Http404
    named = content_disposition_header(as_attachment=True, filename=row.file_name) or "attachment"
    headers = {"Content-Disposition": named, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content_of(row.id), content_type=row.media_type, headers=headers)
