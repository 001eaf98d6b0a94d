"""The fields of a request, and which of them belong together."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.lending.queries.eligibility import Explanation
from dongvon.domain.lending.queries.members import MemberRow
from dongvon.domain.lending.queries.routes import GroundRow
from dongvon.domain.lending.vocabulary import Verdict
from dongvon.domain.programmes.vocabulary import CeilingPer, Fund, PriorityClass
from dongvon.interfaces.web.catalogue.words import CLASSES, FUNDS, USES
from dongvon.interfaces.web.components.forms import offer
from dongvon.interfaces.web.road.words import KINDS

#: As many as 01/TD has lines for.
LINES = 6

FAMILIES = (("single", _("Độc thân")), ("parent", _("Độc thân nuôi con")), ("married", _("Đã kết hôn")))


def _money(label: Any, *, required: bool = True) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, localize=True, required=required)


def _word(label: Any, *, required: bool = False, most: int = 200) -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=most)


def _count(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, required=False)


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, required=False, localize=True)


class RequestForm(forms.Form):
    """What 01/TD asks for; course and undertaking where the programme needs them."""

    programme = forms.TypedChoiceField(label=_("Chương trình vay"), coerce=UUID)
    borrower = forms.TypedChoiceField(label=_("Người đứng tên vay"), coerce=UUID)
    fund = forms.TypedChoiceField(
        label=_("Nguồn vốn"),
        choices=list(FUNDS.items()),
        coerce=Fund,
        initial=Fund.CENTRAL,
        required=False,
        empty_value=Fund.CENTRAL,
    )
    priority_class = forms.TypedChoiceField(
        label=_("Lãi suất theo đối tượng"),
        choices=list(CLASSES.items()),
        coerce=PriorityClass,
        initial=PriorityClass.ORDINARY,
        required=False,
        empty_value=PriorityClass.ORDINARY,
    )
    amount = _money(_("Số tiền vay (đồng)"))
    own_capital = _money(_("Vốn tự có (đồng)"), required=False)
    term_months = forms.IntegerField(label=_("Thời hạn (tháng)"), min_value=1, max_value=600)
    purpose = _word(_("Mục đích vay"), required=True, most=300)
    signed_on = _day(_("Ngày ký giấy ủy quyền 01/UQ"))
    witness = _word(_("Trưởng ấp chứng kiến"), most=120)
    signers = forms.TypedMultipleChoiceField(
        label=_("Thành viên ký ủy quyền"), coerce=UUID, required=False, widget=forms.CheckboxSelectMultiple
    )
    student = forms.TypedChoiceField(label=_("Người học"), coerce=UUID, required=False, empty_value=None)
    school = _word(_("Trường"))
    field = _word(_("Ngành học"))
    level = _word(_("Trình độ"), most=40)
    starts_on = _day(_("Ngày nhập học"))
    ends_on = _day(_("Ngày kết thúc khóa học"))
    months = forms.IntegerField(label=_("Số tháng học"), min_value=1, max_value=120, required=False)
    tuition = _money(_("Học phí cả khóa (đồng)"), required=False)
    kind = forms.ChoiceField(label=_("Được vay để"), required=False, choices=[("", "–"), *KINDS.items()])
    partner = _word(_("Chủ đầu tư, doanh nghiệp"))
    reference = _word(_("Số hợp đồng, dự toán"), most=120)
    project = _word(_("Tên dự án"))
    value = _money(_("Giá trị hợp đồng, dự toán (đồng)"), required=False)
    contract_until = _day(_("Hợp đồng có thời hạn đến"))
    workers = _count(_("Số lao động của cơ sở"))
    meant_workers = _count(_("Trong đó thuộc diện chương trình ưu tiên"))
    works = forms.IntegerField(
        label=_("Số loại công trình nước sạch, vệ sinh"), min_value=1, max_value=2, required=False
    )
    paid = _money(_("Đã trả (đồng)"), required=False)
    collateral = _money(_("Giá trị tài sản bảo đảm (đồng)"), required=False)
    monthly_income = _money(_("Thu nhập một tháng (đồng)"), required=False)
    family = forms.ChoiceField(label=_("Hoàn cảnh gia đình"), choices=FAMILIES, initial="single")
    grounds = forms.MultipleChoiceField(
        label=_("Diện ưu tiên"), choices=(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        *args: Any,
        members: Sequence[MemberRow],
        offers: Sequence[Explanation],
        grounds: Sequence[GroundRow],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        people = [(str(one.id), one.full_name) for one in members]
        possible = [(str(each.programme), each.name) for each in offers if each.verdict != Verdict.INELIGIBLE]
        others = [(str(each.programme), each.name) for each in offers if each.verdict == Verdict.INELIGIBLE]
        self._choose("programme", [(_("Có thể vay"), possible), (_("Chưa đủ điều kiện"), others)])
        self._choose("borrower", people)
        self._choose("signers", people)
        self._choose("grounds", [(each.code, each.title) for each in grounds])
        self._choose("student", [("", "–"), *people])

    def clean(self) -> dict[str, Any]:
        """What belongs together is given together."""
        given = super().clean() or {}
        if given.get("signed_on") and not (given.get("witness") and given.get("signers")):
            self.add_error("witness", _("Giấy ủy quyền cần người chứng kiến và ít nhất một người ký."))
        needed = ("student", "field", "level", "starts_on", "ends_on", "months")
        if given.get("school") and not all(given.get(name) for name in needed):
            self.add_error("school", _("Hãy ghi đủ người học, ngành, trình độ, ngày học và số tháng học."))
        if (given.get("meant_workers") or 0) > (given.get("workers") or 1):
            self.add_error("meant_workers", _("Không thể nhiều hơn số lao động của cơ sở."))
        if given.get("kind") and not (given.get("partner") and given.get("value")):
            self.add_error("value", _("Hãy ghi đối tác và giá trị của hợp đồng, dự toán."))
        return given

    def _choose(self, name: str, choices: list[Any]) -> None:
        offer(self, name, choices)


class ItemForm(forms.Form):
    """One line of the plan; an empty one is no line."""

    item = _word(_("Mục chi"), most=200)
    use = forms.TypedChoiceField(
        label=_("Việc có mức vay riêng"),
        required=False,
        coerce=CeilingPer,
        empty_value=None,
        choices=[("", _("Không")), *USES.items()],
    )
    quantity = _word(_("Số lượng"), most=60)
    amount = _money(_("Thành tiền (đồng)"), required=False)

    def __init__(self, *args: Any, number: int, **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": f"item{number}", **kwargs})
        for field in self.fields.values():
            look = "form-select" if isinstance(field, forms.ChoiceField) else "form-control"
            field.widget.attrs |= {"class": look, "aria-label": f"{field.label}, {_('dòng')} {number}"}

    def clean(self) -> dict[str, Any]:
        """What it is for and what it costs are said together."""
        given = super().clean() or {}
        if not self.errors and bool(given.get("item")) != bool(given.get("amount")):
            self.add_error("item", _("Mỗi mục chi cần cả tên và số tiền."))
        return given


def plan_forms(sent: Mapping[str, Any] | None = None, *, known: Sequence[Mapping[str, Any]] = ()) -> list[ItemForm]:
    """The lines of the plan as they were sent, or as they are known; always a few empty ones to write in."""
    rows = [*known, *({} for _ in range(LINES - len(known)))]
    return [ItemForm(sent, number=number, initial=row) for number, row in enumerate(rows, start=1)]


class NeedForm(forms.Form):
    """What a household would borrow in a year."""

    year = forms.IntegerField(label=_("Năm"), min_value=2020, max_value=2100)
    programme = forms.TypedChoiceField(label=_("Chương trình vay"), coerce=UUID)
    amount = forms.IntegerField(label=_("Số tiền (đồng)"), min_value=1, localize=True)
    purpose = _word(_("Mục đích vay"), required=True, most=300)

    def __init__(self, *args: Any, offers: Sequence[Explanation], year: int, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"year": year}, **kwargs})
        offer(self, "programme", [(str(each.programme), each.name) for each in offers])
