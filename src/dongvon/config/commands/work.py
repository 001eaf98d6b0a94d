"""`dongvon work`: the background worker."""

import click

from dongvon.config.opening import open_as_worker


@click.command()
def work() -> None:
    """Chạy việc nền và việc theo lịch cho đến khi bị dừng."""
    with open_as_worker():
        from dongvon.config.database.install import require_prepared
        from dongvon.config.jobs import run_worker

        require_prepared()
        run_worker()
