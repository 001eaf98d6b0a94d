"""Hand work over to the background, in the transaction of whoever asks for it."""

from typing import Any, Final

#: The one task of the job library, which runs a function of a package's `jobs.py` by its short name.
RUN: Final = "dongvon.run"


def defer(job: str, **arguments: Any) -> None:
    """Work that starts only when the caller's transaction commits.

    `job` is the short name of a function in a package's `jobs.py` ("audit.seal_yesterday"), its
    arguments are plain JSON values.
    """
    from procrastinate.contrib.django import app  # ready only once Django is

    app.configure_task(RUN, lock=job).defer(job=job, arguments=arguments)
