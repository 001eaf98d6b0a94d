"""What `dongvon manage check --deploy` asks before people rely on an installation."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as Caution
from django.db import connection

from dongvon.config.environment import ENVIRONMENT

FROM_LOGIN = "SELECT rolname FROM pg_roles WHERE rolname = session_user AND (rolsuper OR rolbypassrls)"


@register(deploy=True)
def check_database(app_configs: object, **_others: Any) -> Sequence[CheckMessage]:
    """The embedded server is for demo and tests; a login that bypasses row policies is for nobody."""
    del app_configs  # the question is about the installation, not about some packages
    if ENVIRONMENT.database_url is None:
        return [
            Error("The embedded PostgreSQL is for demo and tests only.", hint="Set DATABASE_URL.", id="dongvon.E001")
        ]
    with connection.cursor() as cursor:
        cursor.execute(FROM_LOGIN)
        found = cursor.fetchone()
    if found:
        hint = "Use a login that is a member of dongvon_owner, dongvon_web and dongvon_worker, and no superuser."
        return [Error(f"The database login {found[0]} bypasses row policies.", hint=hint, id="dongvon.E002")]
    return []


@register(deploy=True)
def check_mode(app_configs: object, **_others: Any) -> Sequence[CheckMessage]:
    """Only production mode refuses conveniences."""
    del app_configs
    if ENVIRONMENT.is_production:
        return []
    return [Caution(f"DONGVON_MODE is {ENVIRONMENT.mode}.", hint="Set DONGVON_MODE=production.", id="dongvon.W001")]
