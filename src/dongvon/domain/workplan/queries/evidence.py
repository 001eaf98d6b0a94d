"""The files that reports give as evidence."""

from uuid import UUID

from dongvon.domain.documents.queries.attachments import AttachmentRow, attachment
from dongvon.domain.workplan.models import Evidence, Submission


def evidence_file(attachment_id: UUID) -> AttachmentRow | None:
    """A file that a report names, as it stands or in a version handed in.

    None for what the asker may not see, and for every other file: a copy in a borrower's dossier is no evidence.
    """
    found = attachment(attachment_id)
    if found is None or not (_named_now(found) or _named_before(found)):
        return None
    return found


def _named_now(file: AttachmentRow) -> bool:
    return Evidence.objects.filter(attachment=file.id).exists()


def _named_before(file: AttachmentRow) -> bool:
    versions = Submission.objects.filter(report__reporter=file.unit_id, content__contains=str(file.id))
    return versions.exists()
