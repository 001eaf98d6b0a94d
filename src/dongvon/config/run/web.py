"""The web server: gunicorn with our choices, loaded once before its workers are made."""

import gc
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gunicorn.app.base import BaseApplication

MEMORY = Path("/dev/shm")  # noqa: S108 - only heartbeat files without a name


class WebServer(BaseApplication):
    """Threads serve slow readers; a worker that hangs for a minute is replaced."""

    def __init__(self, *, bind: str, workers: int, threads: int) -> None:
        self.choices = {
            "bind": bind,
            "workers": workers,
            "threads": threads,
            "worker_class": "gthread",
            "preload_app": True,
            "timeout": 60,
            "graceful_timeout": 15,
            "keepalive": 5,
            "max_requests": 10_000,
            "max_requests_jitter": 1_000,
            "control_socket_disable": True,
            "worker_tmp_dir": str(MEMORY) if os.access(MEMORY, os.W_OK) else None,
        }
        super().__init__()

    def run(self) -> None:
        """Serve until a signal says stop."""
        super().run()

    def load_config(self) -> None:
        assert self.cfg is not None
        for name, value in self.choices.items():
            self.cfg.set(name, value)

    def load(self) -> Callable[..., Any]:
        from dongvon.config.wsgi import application

        _keep_what_is_loaded()
        return application


def _keep_what_is_loaded() -> None:
    """Workers share it, and no collection of garbage walks through it for a tenth of a second while somebody waits."""
    from django.urls import get_resolver

    assert get_resolver().url_patterns, "The pages are loaded now, not by the first visitor."
    gc.collect()
    gc.freeze()
