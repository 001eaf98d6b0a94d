"""Forget an alias that was learnt in error."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.models import Alias
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class AliasUnknown(Refusal):
    """It is not there, or no longer."""

    text = "Cách gọi này không còn trong danh sách; đề nghị tải lại trang."


@operation(allowed={Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.ADMINISTRATOR, Role.SYSTEM})
def forget_alias(*, key: UUID, by: Actor, at: datetime, alias: UUID) -> None:
    """Documents that mention it are again left unresolved. Refuses AliasUnknown."""
    deleted, _ = Alias.objects.filter(pk=alias).delete()
    if not deleted:
        raise AliasUnknown
