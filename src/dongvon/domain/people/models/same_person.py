"""SamePerson: somebody decided that two records are of one person; undone, it stays readable."""

from django.db import models
from django.db.models import F, Q

from dongvon.domain.people.models.person import Person
from dongvon.kernel.ids import new_id


class SamePerson(models.Model):
    """`kept` goes on, `other` points to it; neither loses a row."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kept = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    united_by = models.UUIDField()
    united_at = models.DateTimeField()
    separated_by = models.UUIDField(null=True)
    separated_at = models.DateTimeField(null=True)
    separation_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(kept=F("other")), name="people_same_person_is_two_records"),
            models.UniqueConstraint(
                fields=["other"], condition=Q(separated_at__isnull=True), name="people_same_person_one_at_a_time"
            ),
        )
