"""Alias: another way in which documents mention a body, a class or a unit, learnt in review."""

from django.db import models

from dongvon.domain.units.models.user import User
from dongvon.kernel.ids import new_id


class Alias(models.Model):
    """`mention` is kept folded; `target` is a key of the vocabulary or a unit's code."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    mention = models.CharField(max_length=300)
    target = models.CharField(max_length=80)
    learnt_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True)  # nobody: it came with the program
    learnt_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["mention"], name="units_alias_mention_is_unique"),)
