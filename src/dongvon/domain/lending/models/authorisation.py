"""Authorisation: the adults of a household choose who borrows for all of them (01/UQ)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.application import Application


class Authorisation(models.Model):
    """Signed before the head of the hamlet; `signers` are people of the household."""

    application = models.OneToOneField(
        Application, on_delete=models.PROTECT, primary_key=True, related_name="authorisation"
    )
    signed_on = models.DateField()
    witness = models.CharField(max_length=120)
    signers = ArrayField(models.UUIDField())

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(signers__len__gt=0), name="lending_authorisation_is_signed"),
            models.CheckConstraint(condition=~Q(witness=""), name="lending_authorisation_is_witnessed"),
        )
