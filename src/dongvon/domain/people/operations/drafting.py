"""What the verbs that draw up a list have in common."""

from dongvon.domain.people.models import BeneficiaryList
from dongvon.domain.people.vocabulary import ListState
from dongvon.kernel.refusals import Refusal


class NotADraft(Refusal):
    """The list has gone on: it hangs in public, lies before the chair, or is certified."""

    text = "Danh sách không còn ở bước dự thảo nên không sửa được. Hãy trả về dự thảo, hoặc lập danh sách bổ sung."


def demand_draft(listed: BeneficiaryList) -> None:
    """Refuses NotADraft."""
    if listed.state != ListState.DRAFT:
        raise NotADraft
