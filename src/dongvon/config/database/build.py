"""Gives a new database its tables straight from the models; migrations are for databases that were there before.

Replaying a package's history draws every model anew for each constraint and index: half a minute on an empty
database. See docs/decisions/0010.
"""

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

USERS = settings.AUTH_USER_MODEL.partition(".")[0]


def build_new_packages() -> None:
    """Each of our packages that this database has never seen, lowest floor first; each wholly or not at all."""
    ours = [package.rpartition(".")[2] for package in settings.DOMAIN]
    known = {label for label, _ in MigrationExecutor(connection).loader.applied_migrations}
    for label in ours:
        if label not in known:
            _build(label)
        if label == USERS:
            _migrate_all_but(ours)


def _build(label: str) -> None:
    """The tables of one package with all that belongs to them, and the note that its migrations need not be run."""
    executor = MigrationExecutor(connection)
    executor.recorder.ensure_schema()
    with connection.schema_editor() as editor:
        for model in apps.get_app_config(label).get_models():
            editor.create_model(model)
        for migration in executor.loader.graph.nodes:
            if migration[0] == label:
                executor.recorder.record_applied(*migration)


def _migrate_all_but(ours: list[str]) -> None:
    """The libraries' tables, once there are users to point to: later, each step would draw ours too."""
    executor = MigrationExecutor(connection)
    executor.migrate([leaf for leaf in executor.loader.graph.leaf_nodes() if leaf[0] not in ours])
