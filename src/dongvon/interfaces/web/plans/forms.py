"""Forms about plans: upload, first page, clause, assignment, doubt, yearly day."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.workplan.queries.mentions import Choice
from dongvon.domain.workplan.queries.review import ReviewedClause
from dongvon.domain.workplan.vocabulary import ClauseCorrection, ClauseTiming
from dongvon.interfaces.web.plans.words import LEVELS, ROLES, TIMINGS

NUMBERS = ("day", "month", "quarter", "year", "from_year", "to_year")


class UploadForm(forms.Form):
    """A plan document; the conversion is asked for once a legacy encoding was found."""

    file = forms.FileField(
        label=_("Tệp kế hoạch"),
        help_text=_("Word (.docx), PDF có lớp chữ, trang web, Markdown hoặc văn bản thuần."),
        allow_empty_file=True,  # the reader says so in its own words
    )
    convert_legacy = forms.BooleanField(
        label=_("Chuyển chữ TCVN3 (ABC) hoặc VNI sang Unicode"), required=False, widget=forms.CheckboxInput
    )


class DescribeForm(forms.Form):
    """What the first page of a plan says."""

    number = forms.CharField(label=_("Số, ký hiệu"), max_length=60, required=False)
    title = forms.CharField(label=_("Trích yếu"), widget=forms.Textarea(attrs={"rows": 3}))
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=200, required=False)
    issued_on = forms.DateField(label=_("Ngày ban hành"), required=False, localize=True)
    first_year = forms.IntegerField(label=_("Từ năm"), min_value=2000, max_value=2100)
    last_year = forms.IntegerField(label=_("Đến năm"), min_value=2000, max_value=2100)


class ActivateForm(forms.Form):
    """What activation needs to know besides the plan."""

    own_plans_by = forms.DateField(
        label=_("Hạn gửi kế hoạch của từng đơn vị"),
        required=False,
        localize=True,
        help_text=_("Hết ngày này; để trống nếu không đặt hạn."),
    )


class NewClauseForm(forms.Form):
    """A task that the reading missed."""

    code = forms.CharField(label=_("Mã nhiệm vụ"), max_length=20, help_text=_("Như trong văn bản, ví dụ 3d."))
    text = forms.CharField(label=_("Nội dung nhiệm vụ"), widget=forms.Textarea(attrs={"rows": 8}))


class ClauseForm(forms.Form):
    """What a clause says and when it is to be done."""

    text = forms.CharField(label=_("Nội dung nhiệm vụ"), widget=forms.Textarea(attrs={"rows": 8}))
    product = forms.CharField(label=_("Sản phẩm"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    timing_kind = forms.ChoiceField(label=_("Thời gian thực hiện"), choices=list(TIMINGS.items()))
    timing_text = forms.CharField(label=_("Thời gian theo văn bản"), required=False)
    day = forms.IntegerField(label=_("Ngày"), required=False, min_value=1, max_value=31)
    month = forms.IntegerField(label=_("Tháng"), required=False, min_value=1, max_value=12)
    quarter = forms.IntegerField(label=_("Quý"), required=False, min_value=1, max_value=4)
    year = forms.IntegerField(label=_("Năm"), required=False, min_value=2000, max_value=2100)
    from_year = forms.IntegerField(label=_("Từ năm"), required=False, min_value=2000, max_value=2100)
    to_year = forms.IntegerField(label=_("Đến năm"), required=False, min_value=2000, max_value=2100)
    before = forms.BooleanField(label=_("“Trước ngày”: đúng ngày đó là đã muộn"), required=False)

    @staticmethod
    def filled(clause: ReviewedClause) -> dict[str, Any]:
        """The values of a clause as they stand."""
        return {
            "text": clause.text,
            "product": clause.product,
            "timing_kind": clause.timing_kind,
            "timing_text": clause.timing_text,
            "day": clause.due_day,
            "month": clause.due_month,
            "quarter": clause.due_quarter,
            "year": clause.due_year,
            "from_year": clause.from_year,
            "to_year": clause.to_year,
            "before": clause.before,
        }

    @property
    def correction(self) -> ClauseCorrection:
        """What the reviewer makes of the clause."""
        given = self.cleaned_data
        numbers = {name: given[name] for name in NUMBERS}
        timing = ClauseTiming(kind=given["timing_kind"], before=given["before"], **numbers)
        return ClauseCorrection(
            text=given["text"], product=given["product"], timing_text=given["timing_text"], timing=timing
        )


class AssignmentForm(forms.Form):
    """Whom a mention means; the unit is typed or picked from the list by its name."""

    role = forms.ChoiceField(label=_("Vai trò"), choices=list(ROLES.items()))
    target = forms.CharField(label=_("Đơn vị"), widget=forms.TextInput(attrs={"list": "units", "autocomplete": "off"}))
    level = forms.ChoiceField(label=_("Cấp"), choices=list(LEVELS.items()), required=False)

    def __init__(self, *args: Any, choices: list[Choice], **others: Any) -> None:
        super().__init__(*args, **others)
        self.choices = choices

    def clean_target(self) -> str:
        """The key behind what was typed: a name in the list, or a key itself."""
        typed = " ".join(self.cleaned_data["target"].split())
        for choice in self.choices:
            if typed.casefold() in (choice.name.casefold(), choice.key):
                return choice.key
        unknown = _("Không có đơn vị “%(name)s” trong danh mục; hãy chọn trong danh sách gợi ý.")
        raise forms.ValidationError(unknown, params={"name": typed})


class ResolveForm(AssignmentForm):
    """The same for a mention the plan wrote, which may be remembered."""

    learn = forms.BooleanField(label=_("Ghi nhớ cách gọi này cho các kế hoạch sau"), required=False)


class AddForm(AssignmentForm):
    """The same for a unit the reading missed."""

    mention = forms.CharField(label=_("Cách gọi trong văn bản"), max_length=300)


class SettleForm(forms.Form):
    """Why a doubt is none."""

    how = forms.CharField(label=_("Kết luận"), max_length=300)


class YearlyForm(forms.Form):
    """The day by which a duty wants yearly results."""

    day = forms.IntegerField(label=_("Ngày"), min_value=1, max_value=31)
    month = forms.IntegerField(label=_("Tháng"), min_value=1, max_value=12)
    before = forms.BooleanField(label=_("“Trước ngày”: đúng ngày đó là đã muộn"), required=False)
