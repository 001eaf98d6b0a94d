"""What is asked on the pages of forms."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FilledUpload(forms.Form):
    """A request that somebody filled in."""

    file = forms.FileField(label=_("Giấy đề nghị vay 01/TD đã điền"))


class TemplateUpload(forms.Form):
    """A form edited in Word, and what was changed in it."""

    file = forms.FileField(label=_("Tệp mẫu (.docx)"))
    note = forms.CharField(label=_("Nội dung thay đổi"), max_length=300)
