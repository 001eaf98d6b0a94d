"""Learn an alias: from now on documents that mention a unit in this way are understood."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import NOBODY, Actor
from dongvon.domain.units.models import Alias, Unit
from dongvon.domain.units.vocabulary import BODIES, CLASSES, Role
from dongvon.kernel.ids import new_id
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import fold


class EmptyMention(Refusal):
    """Nothing to remember."""

    text = "Chưa có cách gọi nào để ghi nhớ; đề nghị nhập đúng như trong văn bản."
    field = "mention"


class UnknownTarget(Refusal):
    """The alias would stand for nothing."""

    text = "Không có cơ quan, nhóm cơ quan hay đơn vị nào mang mã “{target}”; đề nghị chọn trong danh mục."
    field = "target"


@operation(allowed={Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.ADMINISTRATOR, Role.SYSTEM})
def learn_alias(*, key: UUID, by: Actor, at: datetime, mention: str, target: str) -> UUID:
    """The alias's id; a mention learnt before now stands for the new target.

    Accents and capitals do not matter in a mention. Refuses EmptyMention, UnknownTarget.
    """
    folded = fold(mention)
    if not folded:
        raise EmptyMention
    known = {body.key for body in BODIES} | {each.key for each in CLASSES}
    if target not in known and not Unit.objects.filter(code=target).exists():
        raise UnknownTarget(target=target)
    person = None if by.person == NOBODY else by.person
    alias, _ = Alias.objects.update_or_create(
        mention=folded,
        defaults={"target": target, "learnt_by_id": person, "learnt_at": at},
        create_defaults={"id": new_id(), "target": target, "learnt_by_id": person, "learnt_at": at},
    )
    return alias.pk
