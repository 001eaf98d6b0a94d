"""What is asked on the pages of commendation."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.workplan.queries.commendations import ProposalRow
from dongvon.interfaces.web.commendation.words import CHOICES, FORMS
from dongvon.interfaces.web.components.forms import offer


class ProposalForm(forms.Form):
    """Who is put forward, for what, in which form."""

    unit = forms.ChoiceField(label=_("Đơn vị"))
    certificate = forms.ChoiceField(label=_("Hình thức khen thưởng"), choices=list(FORMS.items()))
    full_name = forms.CharField(
        label=_("Họ và tên cá nhân"), max_length=120, required=False, help_text=_("Để trống nếu đề nghị cho tập thể.")
    )
    post_title = forms.CharField(label=_("Chức vụ"), max_length=120, required=False)
    achievement = forms.CharField(label=_("Thành tích"), widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, units: Iterable[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", [(str(id_), name) for id_, name in units])


class ConveneForm(forms.Form):
    """When and where the council meets, who chairs it, who is called."""

    held_on = forms.DateField(label=_("Ngày họp"), localize=True)
    venue = forms.CharField(label=_("Địa điểm"), max_length=200)
    chair = forms.ChoiceField(label=_("Chủ trì"))
    members = forms.MultipleChoiceField(label=_("Thành viên"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, people: Iterable[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(str(id_), name) for id_, name in people]
        offer(self, "chair", offered)
        offer(self, "members", offered)


class BallotForm(forms.Form):
    """One choice for each proposal that is open to the voter."""

    def __init__(self, *args: Any, proposals: Iterable[ProposalRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for proposal in proposals:
            self.fields[proposal.id.hex] = forms.ChoiceField(
                label=proposal.recipient,
                help_text=proposal.achievement,
                choices=list(CHOICES.items()),
                widget=forms.RadioSelect,
            )


class AwardForm(forms.Form):
    """The decision that awards one proposal."""

    proposal = forms.ChoiceField(label=_("Đề nghị được khen thưởng"))
    document_number = forms.CharField(label=_("Số, ký hiệu quyết định"), max_length=120)
    decided_on = forms.DateField(label=_("Ngày quyết định"), localize=True)
    amount = forms.IntegerField(label=_("Tiền thưởng (đồng)"), min_value=0, initial=0, localize=True)

    def __init__(self, *args: Any, proposals: Iterable[ProposalRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "proposal", [(str(each.id), each.recipient) for each in proposals])
