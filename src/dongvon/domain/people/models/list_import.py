"""ListImport: a workbook given for a list, kept sealed from its check until it is taken or thrown away."""

from django.db import models
from django.db.models import Q

from dongvon.domain.people.models.beneficiary_list import BeneficiaryList
from dongvon.kernel.ids import new_id


class ListImport(models.Model):
    """Known by the hash of its bytes; `sealed` is empty once the rows are on the list."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    list = models.ForeignKey(BeneficiaryList, on_delete=models.PROTECT, related_name="imports")
    file_name = models.CharField(max_length=200)
    sheet = models.CharField(max_length=100, blank=True)
    content_hash = models.BinaryField()
    sealed = models.BinaryField(null=True)
    rows = models.PositiveIntegerField()
    faulty = models.PositiveIntegerField()
    brought_by = models.UUIDField()
    brought_at = models.DateTimeField()
    taken_by = models.UUIDField(null=True)
    taken_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(taken_at__isnull=True, taken_by__isnull=True)
                | Q(taken_at__isnull=False, taken_by__isnull=False, faulty=0, sealed__isnull=True),
                name="people_import_taken_without_fault",
            ),
        )
