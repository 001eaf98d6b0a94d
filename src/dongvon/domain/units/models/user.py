"""User: a person who can sign in."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from dongvon.kernel.ids import new_id


class User(AbstractBaseUser):
    """Known by e-mail; what a user may do comes from posts alone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(max_length=200)
    full_name = models.CharField(max_length=120)
    name_sort_key = models.CharField(max_length=300, editable=False)
    phone = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()

    objects = BaseUserManager["User"]()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        constraints = (models.UniqueConstraint(models.functions.Lower("email"), name="units_user_email_is_unique"),)
