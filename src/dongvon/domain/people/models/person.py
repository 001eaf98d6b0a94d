"""Person: somebody who lives here, may borrow, or belongs to a household that does."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Q

from dongvon.domain.units.models import Place
from dongvon.kernel.ids import new_id


class Person(models.Model):
    """The personal number is kept sealed, found by its keyed mark, and shown by its last digits."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    full_name = models.CharField(max_length=120)
    name_sort_key = models.CharField(max_length=300, editable=False, db_collation="C")
    name_search_key = models.CharField(max_length=120, editable=False)
    birth_year = models.SmallIntegerField()
    birth_month = models.SmallIntegerField(null=True)
    birth_day = models.SmallIntegerField(null=True)
    sex = models.CharField(max_length=6, choices=[("male", "male"), ("female", "female")])
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    hamlet = models.CharField(max_length=80)
    phone = models.CharField(max_length=20, blank=True)
    number_sealed = models.BinaryField(null=True)
    number_mark = models.BinaryField(null=True)
    number_last = models.CharField(max_length=4, blank=True)
    registered_at = models.DateTimeField()
    died_on = models.DateField(null=True)
    same_as = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="others")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["number_mark"], name="people_person_number_is_unique"),
            models.CheckConstraint(
                condition=Q(birth_day__isnull=True) | Q(birth_month__isnull=False), name="people_person_day_needs_month"
            ),
            models.CheckConstraint(
                condition=Q(number_mark__isnull=True, number_sealed__isnull=True, number_last="")
                | Q(number_mark__isnull=False, number_sealed__isnull=False, number_last__regex=r"^\d{4}$"),
                name="people_person_number_whole_or_none",
            ),
            models.CheckConstraint(
                condition=Q(same_as__isnull=True) | ~Q(same_as=F("id")), name="people_person_not_same_as_itself"
            ),
        )
        indexes = (
            GinIndex(SearchVector("name_search_key", "place_id", config="simple"), name="people_person_name_words"),
            models.Index(fields=["place", "name_sort_key"], name="people_person_of_place"),
        )
