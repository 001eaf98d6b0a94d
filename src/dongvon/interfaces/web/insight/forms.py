"""What is asked on the page of boundaries."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dongvon.domain.insight.queries.outlines import read_outlines
from dongvon.interfaces.web.shell.acts import told
from dongvon.kernel.refusals import Refusal

MOST_BYTES = 20_000_000


class BoundaryForm(forms.Form):
    """A GeoJSON file and where it comes from."""

    file = forms.FileField(label=_("Tệp ranh giới (.geojson)"))
    source = forms.CharField(label=_("Nguồn của tệp"), max_length=200)

    def clean_file(self) -> Any:
        """The outlines of the file rather than the file."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("Tệp lớn hơn 20 MB. Hãy giản lược đường ranh giới rồi tải lại."))
        try:
            return read_outlines(file.read())
        except Refusal as refusal:
            raise forms.ValidationError(told(refusal)) from refusal
