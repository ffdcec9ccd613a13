"""Django's settings. What may differ between installations is read from the environment; see docs/installing.md."""

import os
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from connecting_people.config import keys, tiles

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DEMO = os.environ.get("CP_DEMO") == "1"
DEBUG = os.environ.get("CP_DEBUG") == "1"
SECURE = os.environ.get("CP_INSECURE") != "1" and not DEMO
DATA = Path(os.environ.get("CP_DATA", BASE_DIR / "data"))
SECRET_KEY = keys.secret_key(Path(os.environ.get("CP_SECRET_KEY_FILE", DATA / "secret_key")), demo=DEMO)
FIELD_KEYS = keys.field_keys(Path(os.environ.get("CP_FIELD_KEYS_FILE", DATA / "field_keys")), demo=DEMO)
ALLOWED_HOSTS = os.environ.get("CP_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("CP_ORIGINS", "").split(",") if o]
AUDIT_CHECKPOINTS = Path(os.environ.get("CP_CHECKPOINTS", DATA / "checkpoints"))
# An operator's own map below ours, off unless given: every reader's browser asks that server (docs/installing.md).
TILES = os.environ.get("CP_TILES", "")
TILES_BY = os.environ.get("CP_TILES_BY", "")
QUICK_EXIT_URL = os.environ.get("CP_QUICK_EXIT_URL", "https://www.bbc.co.uk/weather")

INSTALLED_APPS = [
    "connecting_people.api",
    "connecting_people.training",
    "connecting_people.home",
    "connecting_people.review",
    "connecting_people.culture",
    "connecting_people.taking_stock",
    "connecting_people.barriers",
    "connecting_people.stepping_out",
    "connecting_people.introductions",
    "connecting_people.plans",
    "connecting_people.measures",
    "connecting_people.connections",
    "connecting_people.getting_started",
    "connecting_people.journey",
    "connecting_people.partnership",
    "connecting_people.community",
    "connecting_people.people",
    "connecting_people.audit",
    "connecting_people.guide",
    "connecting_people.ui",
    "connecting_people.core",
    "connecting_people.config",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "connecting_people.api.middleware.OpenFeed",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "connecting_people.people.middleware.StillSignedIn",
    "connecting_people.people.drafts.KeepDrafts",
    "connecting_people.people.middleware.SignedIn",
    "connecting_people.core.once.Once",
]
ROOT_URLCONF = "connecting_people.config.urls"
WSGI_APPLICATION = "connecting_people.config.wsgi.application"
_CONTEXT = [
    "django.template.context_processors.request",
    "django.contrib.messages.context_processors.messages",
    "connecting_people.people.context.shell",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "connecting_people.ui.jinja.environment",
            "context_processors": _CONTEXT,
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": _CONTEXT},
    },
]

if os.environ.get("CP_DATABASE") == "postgres":
    DATABASES: dict[str, Any] = {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": os.environ.get("PGDATABASE", "connecting_people"),
            "USER": os.environ.get("PGUSER", ""),
            "PASSWORD": os.environ.get("PGPASSWORD", ""),
            "HOST": os.environ.get("PGHOST", ""),
            "PORT": os.environ.get("PGPORT", ""),
            "OPTIONS": {"pool": True},
        }
    }
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": os.environ.get("CP_DATABASE", DATA / "connecting_people.sqlite3"),
            # Opening the file and its PRAGMAs cost more than most queries.
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                # FULL: with NORMAL a power cut loses what people were told is kept.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=268435456;",
            },
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Sign-in limits must count across processes, so they live in the database. With the usual room for 300 entries,
# whoever tries enough addresses would push out the limit that stops them.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English")), ("cy", _("Welsh"))]
LOCALE_PATHS = [BASE_DIR / "connecting_people" / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "build" / "static"
STATICFILES_DIRS = [("vendor", BASE_DIR / "build" / "vendor")]
DOCUMENT_FONTS = [BASE_DIR / "build" / "fonts", *(Path(f) for f in [os.environ.get("CP_FONTS")] if f)]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "connecting_people.config.storage.Static"},
}

SESSION_ENGINE = "connecting_people.people.signed_in"
SESSION_COOKIE_NAME = "__Host-session" if SECURE else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 63_072_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if os.environ.get("CP_BEHIND_PROXY") == "1" else None
# "no-referrer" would make browsers send "Origin: null", which the check against forged forms turns away.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:", *tiles.origins(TILES)],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
        "require-trusted-types-for": ["'script'"],
    }
}
CSRF_FAILURE_VIEW = "connecting_people.ui.views.csrf_failure"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["connecting_people.people.signed_in.Backend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:first"
LOGOUT_REDIRECT_URL = "home:first"
from connecting_people.config.open_pages import *  # noqa: E402, F403
from connecting_people.config.sign_in import *  # noqa: E402, F403

EMAIL_HOST = os.environ.get("CP_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("CP_SMTP_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("CP_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("CP_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("CP_SMTP_TLS", "1") == "1"
EMAIL_TIMEOUT = 10
EMAIL_FILE_PATH = DATA / "outbox"
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if EMAIL_HOST else "connecting_people.people.outbox.Outbox"
)
DEFAULT_FROM_EMAIL = os.environ.get("CP_FROM", "Connecting People <no-reply@localhost>")
EMAIL_SUBJECT_PREFIX = ""

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # An address that leads nowhere may hold a secret of a feed or an invitation, mistyped or taken back.
    "loggers": {"django.request": {"level": "ERROR"}},
}
