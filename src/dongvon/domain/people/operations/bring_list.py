"""Bring a workbook for a list that is being drawn up; nothing is on the list yet."""

import hashlib
from datetime import datetime
from uuid import UUID

from django.conf import settings

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import BeneficiaryList, ListImport
from dongvon.domain.people.operations.drafting import demand_draft
from dongvon.domain.people.queries.list_workbook import check_workbook
from dongvon.domain.people.rules.sealing import Sealing
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM


@operation(allowed={Role.COMMUNE_OFFICER, Role.COMMUNE_CHAIR, Role.CREDIT_OFFICER, Role.SYSTEM})
def bring_list(
    *, key: UUID, by: Actor, at: datetime, list_id: UUID, file_name: str, content: bytes, sheet: str = ""
) -> UUID:
    """Check every row of the sheet and keep the workbook sealed, for a preview; gives the import's id.

    Refuses NotADraft, and what cannot be read as a list.
    """
    demand_draft(BeneficiaryList.objects.get(id=list_id))
    on = at.astimezone(VIETNAM).date()
    checked = check_workbook(content, file_name=file_name, list_id=list_id, on=on, sheet=sheet)
    return ListImport.objects.create(
        list_id=list_id,
        file_name=file_name[-200:],
        sheet=sheet,
        content_hash=hashlib.sha256(content).digest(),
        sealed=Sealing(settings.IDENTITY_KEY).sealed_bytes(content),
        rows=checked.given,
        faulty=checked.faulty,
        brought_by=by.person,
        brought_at=at,
    ).id
