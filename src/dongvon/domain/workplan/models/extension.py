"""Extension: an obligation is given longer."""

from django.db import models

from dongvon.domain.workplan.models.relief import Relief


class Extension(Relief):
    """The unit may report until a later day; lateness already recorded stays."""

    due_on = models.DateField()  # the last day, counted in
