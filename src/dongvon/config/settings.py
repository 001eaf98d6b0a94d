"""Django's settings: the wiring, and nothing an official could want to change."""

from pathlib import Path

from dongvon.config.database.connection import database_settings
from dongvon.config.environment import ENVIRONMENT, Mode

SOURCE = Path(__file__).resolve().parents[1]
WEB = SOURCE / "interfaces" / "web"
#: The typeface of printed forms, as wide as Times New Roman; an npm package like the rest of the look.
PAPER_FONTS = SOURCE.parents[1] / "node_modules" / "@expo-google-fonts" / "tinos"

SECRET_KEY = ENVIRONMENT.secret_key
IDENTITY_KEY = ENVIRONMENT.identity_key.encode()
DEBUG = ENVIRONMENT.debug
DEMO = ENVIRONMENT.mode is Mode.DEMO
PUBLIC_ADDRESS = ENVIRONMENT.public_address
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
CSRF_TRUSTED_ORIGINS = [PUBLIC_ADDRESS]

ROOT_URLCONF = "dongvon.config.urls"
WSGI_APPLICATION = "dongvon.config.wsgi.application"
AUTH_USER_MODEL = "units.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SITE_ID = None

#: Lowest floor first: the order in which sql/install.sql files are applied.
DOMAIN = [
    "dongvon.domain.audit",
    "dongvon.domain.documents",
    "dongvon.domain.units",
    "dongvon.domain.people",
    "dongvon.domain.ledger",
    "dongvon.domain.workplan",
    "dongvon.domain.programmes",
    "dongvon.domain.groups",
    "dongvon.domain.capital",
    "dongvon.domain.lending",
    "dongvon.domain.insight",
]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "template_partials",
    "pgtrigger",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    *DOMAIN,
    "dongvon.interfaces.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    *(["whitenoise.middleware.WhiteNoiseMiddleware"] if ENVIRONMENT.mode is not Mode.TEST else []),
    "dongvon.interfaces.web.shell.headers.SecurityHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "dongvon.interfaces.web.shell.language.VietnameseFirst",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "dongvon.interfaces.web.shell.gate.Gate",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted(WEB.glob("**/templates")),
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dongvon.interfaces.web.shell.context.shell",
            ],
            # Known in every template without {% load %}.
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.l10n",
                "django.templatetags.static",
                "dongvon.interfaces.web.components.tags",
                "dongvon.interfaces.web.shell.tags",
            ],
        },
    }
]

DATABASES = {"default": database_settings(ENVIRONMENT)}

# A request may be served by any process: what they share lives in the database.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "django_cache",
    }
}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [WEB / "locale"]
FORMAT_MODULE_PATH = "dongvon.interfaces.web.formats"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "static/"
STATIC_ROOT = ENVIRONMENT.home / "static"
STATICFILES_DIRS = sorted(WEB.glob("**/static"))
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",  # the passkey script of the sign-in library
    "dongvon.interfaces.web.shell.finder.PackageFinder",
]
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": ENVIRONMENT.home / "attachments", "file_permissions_mode": 0o600},
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if ENVIRONMENT.mode is not Mode.TEST
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# Sign-in: e-mail and password, then a second factor for whoever may approve.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
SILENCED_SYSTEM_CHECKS = ["auth.W004"]  # addresses are unique, by a constraint that ignores capitals
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/tai-khoan/vao/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_ADAPTER = "dongvon.interfaces.web.account.adapter.ClosedDoor"
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are opened by the administrator, who knows the address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Đồng Vốn] "
ACCOUNT_SESSION_REMEMBER = False  # officials share machines
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
# Behind a proxy, and more so on its socket, the peer says nothing of who knocks: the proxy's own header does.
ALLAUTH_TRUSTED_PROXY_COUNT = int(ENVIRONMENT.behind_proxy)
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Đồng Vốn"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not ENVIRONMENT.is_production  # localhost without a certificate

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.is_production
SECURE_SSL_REDIRECT = ENVIRONMENT.is_production
SECURE_HSTS_SECONDS = 31_536_000 if ENVIRONMENT.is_production else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.behind_proxy else None
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "dongvon.interfaces.web.shell.errors.csrf_failure"

# Without a mail server letters are kept as files, which the demo shows in its pages.
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if ENVIRONMENT.mail_server else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = ENVIRONMENT.home / "letters"
if ENVIRONMENT.mail_server:
    EMAIL_HOST = ENVIRONMENT.mail_server.host
    EMAIL_PORT = ENVIRONMENT.mail_server.port
    EMAIL_HOST_USER = ENVIRONMENT.mail_server.user
    EMAIL_HOST_PASSWORD = ENVIRONMENT.mail_server.password
    EMAIL_USE_SSL = ENVIRONMENT.mail_server.tls
    EMAIL_USE_TLS = not ENVIRONMENT.mail_server.tls
DEFAULT_FROM_EMAIL = ENVIRONMENT.mail_from

# Jobs are told in one place; one that was missed while the machine slept still runs within a day.
PROCRASTINATE_ON_APP_READY = "dongvon.config.jobs.register"
PROCRASTINATE_PERIODIC_DEFAULTS = {"max_delay": 86_400}

FILE_UPLOAD_HANDLERS = [
    "dongvon.interfaces.web.shell.uploads.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024**2
DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 1024**2
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": ENVIRONMENT.log_level},
    "loggers": {"procrastinate": {"level": "WARNING"}},
}
