"""DossierPaper: a paper that lies in the file, seen as original or kept as a copy."""

from django.db import models

from dongvon.domain.documents.models import Attachment
from dongvon.domain.lending.models.application import Application
from dongvon.kernel.ids import new_id


class DossierPaper(models.Model):
    """`code` says which paper a condition asks for ("school_certificate"); `number` and `issued_on` are its own."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="papers")
    code = models.CharField(max_length=40)
    number = models.CharField(max_length=120, blank=True)
    issued_on = models.DateField(null=True)
    attachment = models.ForeignKey(Attachment, on_delete=models.PROTECT, null=True, related_name="+")
    added_by = models.UUIDField()
    added_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["application", "code"], name="lending_dossier_paper_once_of_a_kind"),
        )
