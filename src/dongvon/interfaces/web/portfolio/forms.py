"""What is asked when a portfolio is brought in."""

from django import forms
from django.utils.translation import gettext_lazy as _

#: What a request may bring, its files together.
LARGEST_MEGABYTES = 500


class UploadForm(forms.Form):
    """The file, and the first day that runs in our books."""

    file = forms.FileField(
        label=_("Tệp danh mục khoản vay"),
        help_text=_("Excel (.xlsx, .xls), CSV hoặc Parquet, không quá 500 MB; thứ tự cột tùy ý, tên cột như tệp mẫu."),
        allow_empty_file=True,  # the reader says so in its own words
    )
    on = forms.DateField(
        label=_("Ngày tiếp nhận"),
        help_text=_("Số liệu trong tệp là số cuối ngày hôm trước; từ ngày này chương trình tự tính lãi và quá hạn."),
        localize=True,
    )


class OrderForm(forms.Form):
    """Whether bad lines are left behind."""

    leaving_bad = forms.BooleanField(label=_("Bỏ qua các dòng lỗi, chỉ tiếp nhận các dòng đạt"), required=False)


class ExportForm(forms.Form):
    """As what the portfolio goes out."""

    form = forms.ChoiceField(
        label=_("Dạng tệp"), choices=[("xlsx", _("Excel (.xlsx)")), ("parquet", _("Parquet, cho phần mềm phân tích"))]
    )
    named = forms.BooleanField(label=_("Kèm họ tên và thông tin cá nhân của khách hàng"), required=False)


class CompareForm(forms.Form):
    """An extract, the day it is of, and how the answer is wanted."""

    file = forms.FileField(label=_("Tệp số dư"), allow_empty_file=True)
    events = forms.FileField(label=_("Tệp giao dịch"), required=False, allow_empty_file=True)
    on = forms.DateField(label=_("Số liệu đầu ngày"), localize=True)
    form = forms.ChoiceField(label=_("Kết quả"), choices=[("page", _("Trang này")), ("xlsx", _("Excel (.xlsx)"))])
