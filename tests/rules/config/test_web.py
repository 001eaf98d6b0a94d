"""The web server before its first visitor."""

import gc

from dongvon.config.run.web import WebServer


def test_what_is_loaded_is_kept_from_the_collector() -> None:
    server = WebServer(bind="127.0.0.1:0", workers=1, threads=1)
    assert gc.get_freeze_count() < 100_000
    server.load()
    try:
        assert gc.get_freeze_count() > 100_000
    finally:
        gc.unfreeze()
