"""Rows for the pages of signing in and of the own account."""

from allauth.mfa.models import Authenticator

from dongvon.domain.units.vocabulary import Role
from tests.interfaces.doors.world import Row, World


def somebody_elses_key(world: World) -> list[Row]:
    """A security key of the city's leader; to all others it does not exist."""
    owner = world.standings[Role.CITY_LEADER].person
    key = Authenticator.objects.create(
        user_id=owner, type=Authenticator.Type.WEBAUTHN, data={"name": "Khóa", "credential": {}}
    )
    return [Row(pk=key.pk)]


DOORS = {
    "account_reset_password_from_key": lambda _: [Row(uidb36="0", key="khong-dung")],
    "mfa_edit_webauthn": somebody_elses_key,
    "mfa_remove_webauthn": somebody_elses_key,
}
