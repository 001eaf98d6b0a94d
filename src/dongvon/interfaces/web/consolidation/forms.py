"""What is asked on the pages of the city report."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FormUpload(forms.Form):
    """A form edited in Word, and what was changed in it."""

    file = forms.FileField(label=_("Tệp mẫu (.docx)"))
    note = forms.CharField(label=_("Nội dung thay đổi"), max_length=300)
