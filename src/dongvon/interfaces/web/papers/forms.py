"""What is asked on the pages of forms."""

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.lending.papers.request import REQUEST
from dongvon.domain.lending.papers.shelf import FORMS


class FilledUpload(forms.Form):
    """A form that somebody filled in."""

    file = forms.FileField(label=_("Mẫu đã điền (Word hoặc PDF)"))


class AnyUpload(FilledUpload):
    """Which form it is, too."""

    code = forms.ChoiceField(
        label=_("Mẫu"),
        choices=[(code, f"{form.number}: {form.title}" if form.number else form.title) for code, form in FORMS.items()],
        initial=REQUEST.code,
    )

    field_order = ("code", "file")


class TemplateUpload(forms.Form):
    """A form edited in Word, what was changed in it, and from when it is used."""

    file = forms.FileField(label=_("Tệp mẫu (.docx)"))
    note = forms.CharField(label=_("Nội dung thay đổi"), max_length=300)
    from_on = forms.DateField(label=_("Dùng từ ngày"), localize=True)
    drops = forms.BooleanField(label=_("Chủ ý bỏ các trường còn thiếu"), required=False)
