"""`dongvon database …`: start, stop, prepare and look at the database."""

import subprocess
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dongvon.config.database.cluster import Cluster


@click.group()
def database() -> None:
    """Cơ sở dữ liệu: khởi động, dừng, chuẩn bị, xem tình trạng."""


@database.command()
def start() -> None:
    """Khởi động PostgreSQL kèm theo và để nó chạy cho đến khi `stop`."""
    from dongvon.config.database.lease import start_and_stay

    started = start_and_stay(_cluster())
    click.echo("PostgreSQL đã khởi động." if started else "PostgreSQL đang chạy sẵn.")


@database.command()
def stop() -> None:
    """Dừng PostgreSQL kèm theo, dù ai đang dùng."""
    from dongvon.config.database.lease import stop_for_all

    stop_for_all(_cluster())
    click.echo("PostgreSQL đã dừng.")


@database.command()
def status() -> None:
    """Cho biết chương trình dùng PostgreSQL nào và nó có trả lời không; mã thoát 1 khi không."""
    from dongvon.config.database.connection import administrator_connection
    from dongvon.config.environment import ENVIRONMENT

    try:
        with administrator_connection(ENVIRONMENT) as connection:
            click.echo(f"PostgreSQL {connection.info.server_version // 10_000}: {connection.info.host}")
    except Exception as error:
        raise click.ClickException(f"PostgreSQL không trả lời: {error}") from error


@database.command()
def prepare() -> None:
    """Tạo vai trò, cập nhật cấu trúc và quyền xem; chạy lại nhiều lần không hại gì."""
    from dongvon.config.opening import open_as_owner

    with open_as_owner():
        from dongvon.config.database.install import install

        install(progress=click.echo)


@database.command()
def shell() -> None:
    """Mở psql với vai trò người làm nền (chỉ khi máy có psql)."""
    from psycopg.conninfo import make_conninfo

    from dongvon.config.database.binaries import find_binaries
    from dongvon.config.database.connection import connection_parameters, role_option
    from dongvon.config.environment import ENVIRONMENT, DatabaseRole
    from dongvon.config.opening import open_as_worker

    with open_as_worker():
        options = role_option(DatabaseRole.WORKER)
        psql = find_binaries(ENVIRONMENT.postgres_bin).program("psql")
        address = make_conninfo(**connection_parameters(ENVIRONMENT), options=options)
        subprocess.run([psql, address], check=False)


def _cluster() -> "Cluster":
    from dongvon.config.database.cluster import locate_cluster
    from dongvon.config.environment import ENVIRONMENT

    if ENVIRONMENT.database_url:
        raise click.ClickException("DATABASE_URL trỏ tới máy chủ riêng; hãy quản lý nó ở đó.")
    return locate_cluster(ENVIRONMENT)
