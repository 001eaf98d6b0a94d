"""`dongvon serve`: the web server."""

import click

from dongvon.config.opening import open_as_web


@click.command()
@click.option("--bind", default="127.0.0.1:8000", show_default=True, help="Địa chỉ:cổng, hoặc unix:/đường/dẫn.")
@click.option("--workers", default=2, show_default=True, help="Số tiến trình.")
@click.option("--threads", default=4, show_default=True, help="Số luồng mỗi tiến trình.")
def serve(bind: str, workers: int, threads: int) -> None:
    """Chạy máy chủ web (đặt sau một proxy khi vận hành thật)."""
    with open_as_web():
        from dongvon.config.database.install import require_prepared
        from dongvon.config.run.web import WebServer

        require_prepared()
        WebServer(bind=bind, workers=workers, threads=threads).run()
