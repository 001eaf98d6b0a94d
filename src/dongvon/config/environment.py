"""The one typed reader of the process environment: every variable the program obeys is read here."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit

CHECKOUT = Path(__file__).resolve().parents[3]
WEAK_SECRET = 32

#: Whoever sets one of these serves others: a forgotten DONGVON_MODE is a fault there, not a demo with open doors.
SERVES_OTHERS = ("DATABASE_URL", "DONGVON_HOSTS", "DONGVON_BEHIND_PROXY")


class Mode(StrEnum):
    """What the process is for; only `production` refuses conveniences."""

    DEMO = "demo"
    PRODUCTION = "production"
    TEST = "test"


class DatabaseRole(StrEnum):
    """The PostgreSQL role a process takes as it connects; the web, which sees least, is the default."""

    WEB = "dongvon_web"
    WORKER = "dongvon_worker"
    OWNER = "dongvon_owner"


@dataclass(frozen=True, kw_only=True)
class MailServer:
    """Where letters are handed over; `tls` is immediate, otherwise STARTTLS is used on port 587."""

    host: str
    port: int
    user: str
    password: str
    tls: bool


@dataclass(frozen=True, kw_only=True)
class Environment:
    """All that differs between two installations of the same program."""

    mode: Mode
    debug: bool
    home: Path
    secret_key: str
    identity_key: str
    database_url: str | None
    database_role: DatabaseRole
    postgres_bin: Path | None
    hosts: tuple[str, ...]
    public_address: str
    behind_proxy: bool
    mail_server: MailServer | None
    mail_from: str
    log_level: str

    @property
    def is_production(self) -> bool:
        return self.mode is Mode.PRODUCTION


class UnfitEnvironment(SystemExit):
    """Variables are missing or contradict each other; says which in both languages and ends the process."""

    def __init__(self, faults: list[str]) -> None:
        lines = "\n".join(f"  - {fault}" for fault in faults)
        super().__init__(f"Biến môi trường chưa đúng / The environment is not fit:\n{lines}")


def read_environment(source: Mapping[str, str]) -> Environment:
    """Read every variable from `source`; all faults are reported together, as `UnfitEnvironment`."""
    reader = _Reader(source)
    mode = reader.mode()
    home = Path(reader.text("DONGVON_HOME", default=str(_usual_home(mode)))).absolute()
    environment = Environment(
        mode=mode,
        debug=reader.flag("DONGVON_DEBUG"),
        home=home,
        secret_key=reader.secret("DONGVON_SECRET_KEY", mode=mode, home=home),
        identity_key=reader.secret("DONGVON_IDENTITY_KEY", mode=mode, home=home),
        database_url=reader.text("DATABASE_URL") or None,
        database_role=DatabaseRole(
            reader.choice("DONGVON_DATABASE_ROLE", tuple(DatabaseRole), default=DatabaseRole.WEB),
        ),
        postgres_bin=reader.folder("DONGVON_POSTGRES_BIN"),
        hosts=reader.hosts("DONGVON_HOSTS", mode=mode),
        public_address=reader.text("DONGVON_PUBLIC_ADDRESS", default="http://localhost:8000").rstrip("/"),
        behind_proxy=reader.flag("DONGVON_BEHIND_PROXY"),
        mail_server=reader.mail_server("DONGVON_MAIL_URL"),
        mail_from=reader.text("DONGVON_MAIL_FROM", default="Đồng Vốn <khong-tra-loi@localhost>"),
        log_level=reader.choice("DONGVON_LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"), default="INFO"),
    )
    reader.check(environment)
    return environment


class _Reader:
    """Reads one variable at a time and gathers faults instead of stopping at the first."""

    def __init__(self, source: Mapping[str, str]) -> None:
        self.source = source
        self.faults: list[str] = []

    def text(self, name: str, *, default: str = "") -> str:
        return self.source.get(name, "").strip() or default

    def choice(self, name: str, known: tuple[str, ...], *, default: str) -> str:
        value = self.text(name, default=default)
        if value in known:
            return value
        listed = ", ".join(known)
        self.faults.append(f"{name}={value!r}: chỉ nhận một trong / must be one of: {listed}")
        return default

    def mode(self) -> Mode:
        """Alone on a desk a demo; under pytest a test, which it says long before a conftest could."""
        usual = Mode.TEST if "PYTEST_VERSION" in self.source else Mode.DEMO
        telling = [name for name in SERVES_OTHERS if self.text(name)]
        if usual is Mode.DEMO and telling and not self.text("DONGVON_MODE"):
            self.faults.append(
                f"{', '.join(telling)}: đã đặt thì phải đặt cả / set together with: DONGVON_MODE=production|demo"
            )
        return Mode(self.choice("DONGVON_MODE", tuple(Mode), default=usual))

    def flag(self, name: str) -> bool:
        return self.choice(name, ("0", "1"), default="0") == "1"

    def folder(self, name: str) -> Path | None:
        value = self.text(name)
        if value and not Path(value).is_dir():
            self.faults.append(f"{name}={value!r}: không có thư mục này / no such folder")
        return Path(value).absolute() if value else None

    def hosts(self, name: str, *, mode: Mode) -> tuple[str, ...]:
        given = tuple(host.strip() for host in self.text(name).split(",") if host.strip())
        return given or (() if mode is Mode.PRODUCTION else ("localhost", "127.0.0.1", "[::1]", "testserver"))

    def secret(self, name: str, *, mode: Mode, home: Path) -> str:
        given = self.text(name)
        if given or mode is Mode.PRODUCTION:
            return given
        return "only-for-tests-" * 4 if mode is Mode.TEST else self.kept_secret(home)

    def kept_secret(self, home: Path) -> str:
        try:
            return _kept_secret(home)
        except PermissionError:
            self.faults.append(f"DONGVON_HOME={home}: không ghi được vào đây / cannot write here")
            return ""

    def mail_server(self, name: str) -> MailServer | None:
        value = self.text(name)
        if not value:
            return None
        try:
            return _mail_server(value)
        except ValueError:
            self.faults.append(f"{name}: viết dạng / write it as smtp[s]://user:password@host:port")
            return None

    def check(self, environment: Environment) -> None:
        if environment.is_production:
            self._check_production(environment)
        if self.faults:
            raise UnfitEnvironment(self.faults)

    def _check_production(self, environment: Environment) -> None:
        for name, secret in (
            ("DONGVON_SECRET_KEY", environment.secret_key),
            ("DONGVON_IDENTITY_KEY", environment.identity_key),
        ):
            if len(secret) < WEAK_SECRET:
                self.faults.append(f"{name}: cần ít nhất 32 ký tự / needs at least 32 characters")
        if not environment.hosts:
            self.faults.append("DONGVON_HOSTS: cần tên máy chủ, cách bằng dấu phẩy / needs host names")
        if not environment.database_url:
            self.faults.append("DATABASE_URL: cần máy chủ PostgreSQL thật / needs a real PostgreSQL server")
        if environment.debug:
            self.faults.append("DONGVON_DEBUG=1: không được bật khi vận hành / never in production")


def _mail_server(address: str) -> MailServer:
    parts = urlsplit(address)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ValueError(address)
    tls = parts.scheme == "smtps"
    return MailServer(
        host=parts.hostname,
        port=parts.port or (465 if tls else 587),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls=tls,
    )


def _usual_home(mode: Mode) -> Path:
    """Beside the code in a checkout, else in the user's data folder; tests keep a home of their own."""
    in_checkout = (CHECKOUT / "pyproject.toml").is_file()
    home = CHECKOUT / ".dongvon" if in_checkout else Path.home() / ".local" / "share" / "dongvon"
    return home / "test" if mode is Mode.TEST else home


def _kept_secret(home: Path) -> str:
    """The demo makes its own secret once and keeps it, so that a second run leaves nobody signed out."""
    path = home / "secret_key"
    home.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii")


ENVIRONMENT = read_environment(os.environ)
