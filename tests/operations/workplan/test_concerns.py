"""The branch's inbox: concerns are grouped, answered, sent up and decided."""

from uuid import UUID

import pytest

from dongvon.domain.audit.operations.record import NotAllowed
from dongvon.domain.workplan.models import Answer, Concern, ConcernGroup, Decision
from dongvon.domain.workplan.operations.answer import AnswerNeeded, answer
from dongvon.domain.workplan.operations.decide import ClauseNeeded, DecidedAlready, decide
from dongvon.domain.workplan.operations.escalate import EscalatedAlready, escalate
from dongvon.domain.workplan.operations.gathering import HandledAlready, NothingChosen
from dongvon.domain.workplan.operations.group_concerns import group_concerns
from dongvon.domain.workplan.operations.raise_concern import raise_concern
from dongvon.kernel.ids import new_id
from tests.reporting import LONG_BINH, TRANG_BOM, Reporting


def raised(world: Reporting, name: str = "hoa", *, text: str = "Thiếu vốn ủy thác") -> UUID:
    unit = world.city.units[LONG_BINH if name == "hoa" else TRANG_BOM]
    said = {"plan": world.plan, "unit": unit, "kind": "difficulty", "text": text}
    return raise_concern(**world.envelope(name), **said, clause=world.clauses["3d"])


def test_a_concern_answered_alone_is_a_group_of_one(world: Reporting) -> None:
    concern = raised(world)
    answer(**world.envelope("nam"), concerns=(concern,), text="Đã báo cáo Sở Tài chính.")
    answer(**world.envelope("nam"), concerns=(concern,), text="Vốn bổ sung về trong quý I.")
    group = ConcernGroup.objects.get()
    assert (group.title, group.clause_id) == ("Thiếu vốn ủy thác", world.clauses["3d"])
    assert list(Answer.objects.filter(group=group).order_by("pk").values_list("text", flat=True)) == [
        "Đã báo cáo Sở Tài chính.",
        "Vốn bổ sung về trong quý I.",
    ]


def test_concerns_that_say_the_same_are_answered_together(world: Reporting) -> None:
    both = (raised(world), raised(world, "mai"))
    group = group_concerns(**world.envelope("nam"), concerns=both, title="Thiếu vốn", clause=world.clauses["3d"])
    answer(**world.envelope("nam"), concerns=both, text="Sẽ bổ sung.")
    assert set(Concern.objects.values_list("group", flat=True)) == {group}
    assert Answer.objects.get().group_id == group


def test_one_of_an_answered_group_is_not_taken_away(world: Reporting) -> None:
    first, second = raised(world), raised(world, "mai")
    group_concerns(**world.envelope("nam"), concerns=(first, second), title="Thiếu vốn")
    group_concerns(**world.envelope("nam"), concerns=(first,), title="Riêng một xã")
    group_concerns(**world.envelope("nam"), concerns=(first, second), title="Gộp lại")
    answer(**world.envelope("nam"), concerns=(first, second), text="Sẽ bổ sung.")
    with pytest.raises(HandledAlready):
        group_concerns(**world.envelope("nam"), concerns=(first,), title="Riêng")


def test_only_what_is_in_the_inbox_can_be_chosen(world: Reporting) -> None:
    own = world.city.units[LONG_BINH]
    said = {"plan": world.plan, "unit": own, "kind": "difficulty", "text": "Chưa gửi"}
    draft = raise_concern(**world.envelope("hoa"), **said, report=world.report())
    for chosen in ((), (new_id(),), (draft,)):
        with pytest.raises(NothingChosen):
            answer(**world.envelope("nam"), concerns=chosen, text="…")
    with pytest.raises(AnswerNeeded):
        answer(**world.envelope("nam"), concerns=(raised(world),), text="  ")


def test_a_decision_is_linked_to_the_clause(world: Reporting) -> None:
    concern = raised(world)
    asked = {"concerns": (concern,), "question": "Đề nghị bổ sung 10 tỷ đồng"}
    escalation = escalate(**world.envelope("nam"), **asked, advice="Trích từ nguồn tăng thu")
    with pytest.raises(EscalatedAlready):
        escalate(**world.envelope("lan"), **asked)
    said = {"escalation": escalation, "text": "Đồng ý bổ sung", "document_number": "Thông báo 12/TB-UBND"}
    with pytest.raises(NotAllowed):
        decide(**world.envelope("lan"), **said, clause=world.clauses["3d"])
    with pytest.raises(ClauseNeeded):
        decide(**world.envelope("binh"), **said, clause=new_id())
    decide(**world.envelope("binh"), **said, clause=world.clauses["3d"])
    with pytest.raises(DecidedAlready):
        decide(**world.envelope("binh"), **said, clause=world.clauses["3d"])
    decision = Decision.objects.get(clause=world.clauses["3d"])
    assert decision.escalation.group.concerns.get().pk == concern
