"""Programme: a purpose for which the State lends, under the bank's code."""

from django.db import models

from dongvon.kernel.ids import new_id


class Programme(models.Model):
    """`code` is the bank's; `variant` tells apart products that share it (buying and building a social home)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=10)
    variant = models.CharField(max_length=30, blank=True)
    name = models.CharField(max_length=200)
    who = models.CharField(max_length=400)
    retired_on = models.DateField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["code", "variant"], name="programmes_programme_code_is_unique"),)
