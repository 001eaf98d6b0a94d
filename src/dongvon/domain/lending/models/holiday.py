"""Holiday: a weekday on which offices rest, or a weekend day on which they work in exchange."""

from django.db import models

from dongvon.domain.programmes.vocabulary import Confidence


class Holiday(models.Model):
    """By law or by the yearly decision; clocks in working days read these."""

    day = models.DateField(primary_key=True)
    worked = models.BooleanField(default=False)
    title = models.CharField(max_length=120)
    confidence = models.CharField(max_length=20, choices=[(level.value, level.value) for level in Confidence])
