"""Publish a programme in the catalogue."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.programmes.models import Programme
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class AlreadyPublished(Refusal):
    """The code and variant are taken."""

    text = "Chương trình mã {code} {variant} đã có trong danh mục ({name})."
    field = "code"


@operation(allowed={Role.CREDIT_CONTROLLER, Role.BRANCH_OFFICER, Role.SYSTEM})
def publish(*, key: UUID, by: Actor, at: datetime, code: str, variant: str, name: str, who: str) -> UUID:
    """Add a programme; it lends nothing until a term and a rate are approved. Refuses AlreadyPublished."""
    taken = Programme.objects.filter(code=code, variant=variant).first()
    if taken is not None:
        raise AlreadyPublished(code=code, variant=variant, name=taken.name)
    return Programme.objects.create(code=code, variant=variant, name=name, who=who).id
