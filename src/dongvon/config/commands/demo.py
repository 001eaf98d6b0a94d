"""`dongvon demo`: the whole program on one machine, with a believable city in it."""

import os
from pathlib import Path

import click


@click.command()
@click.option(
    "--plan",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Văn bản kế hoạch thay cho kế hoạch mẫu.",
)
@click.option(
    "--port", type=click.IntRange(1, 65_535), help="Cổng của trang web (mặc định 8000 hoặc cổng trống kế tiếp)."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ lắng nghe.")
@click.option(
    "--scale",
    type=click.Choice(("commune", "city", "full")),
    help="Danh mục cho vay mẫu: một phường (commune), một phần hai mươi thành phố (city, sẵn) hay tất cả (full).",
)
@click.option("--reset", is_flag=True, help="Xóa dữ liệu demo cũ và làm lại từ đầu.")
def demo(*, plan: Path | None, port: int | None, host: str, scale: str | None, reset: bool) -> None:
    """Dựng thành phố mẫu, mở trang web và việc nền; Ctrl-C dừng tất cả."""
    from dongvon.config.run.ports import PortTaken, choose_port

    try:
        chosen = choose_port(host, asked=port, usual=8000)
    except PortTaken as taken:
        raise click.ClickException(str(taken)) from taken
    os.environ["DONGVON_DATABASE_ROLE"] = "dongvon_worker"
    os.environ.setdefault("DONGVON_PUBLIC_ADDRESS", f"http://localhost:{chosen}")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dongvon.config.settings")
    from dongvon.config.run.demo import Demo

    Demo(plan=plan, scale=scale, host=host, port=chosen).run(reset=reset)
