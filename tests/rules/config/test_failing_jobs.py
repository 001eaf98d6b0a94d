"""A job that fails says so at once, not only when its last attempt is over."""

import logging

import pytest

from dongvon.config import jobs


def test_each_failure_is_logged(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> None:
        raise RuntimeError("đứt dây")

    monkeypatch.setattr(jobs, "find_job", lambda _name: broken)
    monkeypatch.setattr(jobs, "close_old_connections", lambda: None)
    with caplog.at_level(logging.ERROR), pytest.raises(RuntimeError):
        jobs.run(job="lending.read_handover", arguments={})
    assert "Job lending.read_handover failed." in caplog.text
