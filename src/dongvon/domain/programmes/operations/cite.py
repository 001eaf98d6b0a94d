"""Cite legal documents, so that rates and terms can rest on them."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.programmes.models import LegalBasis
from dongvon.domain.programmes.vocabulary import LegalBasisDraft
from dongvon.domain.units.vocabulary import Role


@operation(allowed={Role.CREDIT_CONTROLLER, Role.BRANCH_OFFICER, Role.SYSTEM})
def cite(*, key: UUID, by: Actor, at: datetime, documents: tuple[LegalBasisDraft, ...]) -> dict[str, UUID]:
    """Add the documents that are not known yet; gives the identifier of each, by number."""
    LegalBasis.objects.bulk_create(
        [
            LegalBasis(number=draft.number, title=draft.title, issued_on=draft.issued_on, confidence=draft.confidence)
            for draft in documents
        ],
        ignore_conflicts=True,
    )
    numbers = [draft.number for draft in documents]
    return dict(LegalBasis.objects.filter(number__in=numbers).values_list("number", "id"))
