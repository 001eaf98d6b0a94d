"""The letter by which a new person sets a password."""

from uuid import UUID

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _


def invite(person: UUID) -> None:
    """Send the letter once the account is on disk; its link lives as long as any password link."""
    user = get_user_model().objects.get(pk=person)
    path = reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)},
    )
    values = {"name": user.full_name, "email": user.email, "link": f"{settings.PUBLIC_ADDRESS}{path}"}
    subject = settings.ACCOUNT_EMAIL_SUBJECT_PREFIX + _("Mời sử dụng Đồng Vốn")
    body = render_to_string("people/invitation.txt", values)
    transaction.on_commit(lambda: send_mail(subject, body, None, [user.email]))
