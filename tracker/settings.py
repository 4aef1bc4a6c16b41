"""The whole configuration: one file, read from the environment, failing loudly by name."""

from datetime import timedelta
from pathlib import Path

import environ
import pghistory
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from tracker.accounts.providers import read_providers
from tracker.secret import read_or_create_secret

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent
# Everything this installation writes outside PostgreSQL: the generated secret, uploaded files.
STATE_DIR = Path(env("TRACKER_STATE_DIR", default=str(BASE_DIR / ".local")))

# With DATABASE_URL this is a real installation; without it, a demonstration on this machine.
DATABASE_URL: str = env("DATABASE_URL", default="")
IS_PRODUCTION = bool(DATABASE_URL)
# Says on every page that the records shown are a demonstration from public sources.
DEMONSTRATION = env.bool("TRACKER_DEMONSTRATION", default=not IS_PRODUCTION)

if "SECRET_KEY" in env:
    SECRET_KEY: str = env("SECRET_KEY")
elif IS_PRODUCTION:
    raise ImproperlyConfigured("DATABASE_URL is set, so SECRET_KEY must be set too (see README).")
else:
    SECRET_KEY = read_or_create_secret(STATE_DIR / "secret-key")

DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "lessons.apps.LessonsConfig",
    "reviews.apps.ReviewsConfig",
    "tracker.apps.TrackerConfig",
    "tracker.apps.TrackerAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "import_export",
    "knox",
    "pghistory",
    "pgtrigger",
    "procrastinate.contrib.django",
    "rest_framework",
]

MIDDLEWARE = [
    "tracker.middleware.RequestNameMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "tracker.security_log.SecurityLogMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tracker.sessions.SessionAgeMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "tracker.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "tracker.urls"
WSGI_APPLICATION = "tracker.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tracker.context_processors.site",
            ],
        },
    },
]

# `default` signs in as an account that owns nothing and can't change the history; `owner` makes the
# tables. A server's web processes and jobs are never given DATABASE_OWNER_URL (docs/database.md).
if IS_PRODUCTION:
    DATABASES = {"default": env.db_url("DATABASE_URL")}
    if "DATABASE_OWNER_URL" in env:
        DATABASES["owner"] = env.db_url("DATABASE_OWNER_URL")
else:
    EMBEDDED = {
        "ENGINE": "tracker.embedded",
        "NAME": "tracker",
        "PGDATA": env("TRACKER_PGDATA", default=str(BASE_DIR / ".pg" / "18")),
    }
    DATABASES = {
        "default": {**EMBEDDED, "USER": "tracker_web"},
        "owner": {**EMBEDDED, "USER": "postgres"},
    }
# Tests work as the web process does, in the database that the owner made for them.
DATABASES["default"]["TEST"] = {"MIRROR": "owner"}
# A pool is worth 5 to 8 ms a request; threads share it, commands and tests need none.
if env.bool("TRACKER_DB_POOL", default=False):
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}}

AUTH_USER_MODEL = "tracker.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "login"
SESSION_ENGINE = "tracker.accounts.sessions"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Whoever guesses is slowed down by address and by account, whichever page or program is asked.
SIGN_INS_PER_MINUTE = env("TRACKER_SIGN_INS_PER_MINUTE", default="10")
# Whoever is not behind our proxy could name any address as theirs.
PROXIES = 1 if env.bool("TRACKER_BEHIND_PROXY", default=False) else 0
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
ACCOUNT_ADAPTER = "tracker.accounts.adapters.AccountAdapter"
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "login": "tracker.accounts.forms.SignInForm",
    "reauthenticate": "tracker.accounts.forms.PasswordForm",
    "change_password": "tracker.accounts.forms.NewPasswordForm",
    "reset_password": "tracker.accounts.forms.ForgottenForm",
    "reset_password_from_key": "tracker.accounts.forms.ForgottenPasswordForm",
    "user_token": "tracker.accounts.forms.LinkForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_RATE_LIMITS = {
    "login": False,
    "login_failed": "10/5m/key",
    "reset_password": "10/h/ip,3/h/key",
    "reset_password_from_key": "20/h/ip",
}
# How long the link lives that sets another password, in seconds.
PASSWORD_RESET_TIMEOUT = 60 * 60
# How long a second factor that was given counts for signing, in seconds.
ACCOUNT_REAUTHENTICATION_TIMEOUT = env.int("TRACKER_CONFIRMED_FOR", default=15 * 60)
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
MFA_ADAPTER = "tracker.accounts.adapters.SecondFactorAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "tracker.accounts.forms.CodeForm",
    "reauthenticate": "tracker.accounts.forms.CodeAgainForm",
    "activate_totp": "tracker.accounts.forms.FirstCodeForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Joint safety-review tracker"
SOCIALACCOUNT_ADAPTER = "tracker.accounts.adapters.SingleSignOnAdapter"
OIDC = read_providers(env)
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [one.as_app() for one in OIDC]}}

# The address that people have for this installation; messages lead there.
ADDRESS: str = env("TRACKER_ADDRESS", default="" if IS_PRODUCTION else "http://localhost:8000")
# Where messages go out: smtp+tls://user:password@host:587. The demonstration keeps them as files.
if "TRACKER_EMAIL_URL" in env:
    vars().update(env.email_url("TRACKER_EMAIL_URL"))
    if not ADDRESS:
        raise ImproperlyConfigured(
            "TRACKER_EMAIL_URL is set, so TRACKER_ADDRESS must be set too: the address that "
            "messages lead to, such as https://tracker.example."
        )
elif not IS_PRODUCTION:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = STATE_DIR / "mail"
EMAIL_TIMEOUT = 20
SENDS_EMAIL = not IS_PRODUCTION or "TRACKER_EMAIL_URL" in env
DEFAULT_FROM_EMAIL = env("TRACKER_EMAIL_FROM", default="Safety-review tracker <tracker@localhost>")

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True
LOCALE_PATHS = [BASE_DIR / "templates" / "locale"]
# "22 Nov 2026", the one way a date is written (the formats live in tracker/formats/).
FORMAT_MODULE_PATH = ["tracker.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "templates" / "static"]
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = STATE_DIR / "media"
# Evidence is read into memory only up to this size and refused above EVIDENCE_MAX_BYTES.
EVIDENCE_MAX_BYTES = 25 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# Every verb there is; the ground floor names the table by string and imports nothing above it.
TRACKER_VERBS = "lessons.verbs.VERBS"
# Everything that people are told of, likewise.
TRACKER_KINDS = "lessons.kinds.KINDS"
# Every list that can be followed, by the name of its address.
TRACKER_LISTS = "lessons.lists.LISTS"

# Jobs wait in the same database; each package says in `jobs.py` what there is to do (docs/operating.md).
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
# A worker that is silent for so many seconds is taken for dead, and its jobs are given to others.
JOB_STALLED_AFTER = env.float("TRACKER_JOB_STALLED_AFTER", default=30.0)

# What anybody carries, which is handed over when they leave; by string as well.
TRACKER_CARRIED = "lessons.handing.CARRIED"

# Each event carries who, verb and request itself, so that one row says all and one chain covers all.
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
# An index per foreign key of every event would cost each write; `tracked` names those that are read.
PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_index=False)
# When it was written, not when its transaction began: who waited for a lock wrote later.
PGHISTORY_CREATED_AT_FUNCTION = "clock_timestamp()"
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(db_index=True, related_name="+")

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        # The sign-in form leads on to a provider, and browsers ask for each step of the way.
        "form-action": [SELF, *(one.origin for one in OIDC)],
        "frame-ancestors": [NONE],
    }
}

# TLS is on wherever the installation is real; plain HTTP is for a demonstration on localhost.
HTTPS = env.bool("TRACKER_HTTPS", default=IS_PRODUCTION)
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
# A supervisor asks the process itself, past the proxy.
SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("TRACKER_BEHIND_PROXY", default=False) else None
)
# A working day at most, and an hour of silence: then one signs in again.
SESSION_COOKIE_AGE = env.int("TRACKER_SESSION_HOURS", default=12) * 3600
SESSION_IDLE_SECONDS = env.int("TRACKER_SESSION_IDLE_MINUTES", default=60) * 60
# A passkey is bound to a secure origin; browsers count http://localhost as one.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "knox.auth.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": [
        "rest_framework.permissions.IsAuthenticated",
        "tracker.api.scopes.TokenMay",
    ],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["tracker.api.parsers.LimitedJSONParser"],
    "DEFAULT_FILTER_BACKENDS": ["tracker.api.filters.StrictFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "tracker.api.pagination.KeysetPagination",
    "DEFAULT_SCHEMA_CLASS": "tracker.api.schema.TrackerSchema",
    "EXCEPTION_HANDLER": "tracker.api.errors.problem_response",
    # Requests for tokens, and wrong passwords on the sign-in page, from one address.
    "DEFAULT_THROTTLE_RATES": dict.fromkeys(("tokens", "sign-in"), SIGN_INS_PER_MINUTE + "/min"),
    "NUM_PROXIES": PROXIES,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Joint safety-review tracker",
    "DESCRIPTION": "Every noun and every verb of the tracker, for programs.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "DEFAULT_GENERATOR_CLASS": "tracker.api.generator.OneAtATime",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.IsAuthenticated"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "ENUM_NAME_OVERRIDES": {
        "ConditionStatusEnum": "reviews.states.ConditionStatus",
        "BriefingAnswerEnum": "lessons.states.BriefingAnswer",
        "MigrationStatusEnum": "reviews.states.MigrationStatus",
        "ReverificationStatusEnum": "lessons.states.ReverificationStatus",
        "SeriesStatusEnum": "reviews.states.SeriesStatus",
        "CycleStatusEnum": "reviews.states.CycleStatus",
        "AdoptionStatusEnum": "lessons.states.AdoptionStatus",
        "CheckStateEnum": "lessons.states.CheckState",
        "CheckDirectionEnum": "lessons.states.Direction",
        "DispositionAnswerEnum": "lessons.states.Answer",
        "DispositionStatusEnum": "lessons.states.DispositionStatus",
        "FindingStatusEnum": "reviews.states.FindingStatus",
        "ItemStatusEnum": "reviews.states.ItemStatus",
        "LabelEnum": "tracker.states.Label",
        "LabelChangeKindEnum": "tracker.states.LabelChangeKind",
        "LabelChangeStatusEnum": "tracker.states.LabelChangeStatus",
        "LessonStatusEnum": "lessons.states.LessonStatus",
        "ObservationStatusEnum": "reviews.states.ObservationStatus",
        "PracticeStatusEnum": "lessons.states.PracticeStatus",
        "RecurrenceStatusEnum": "lessons.states.RecurrenceStatus",
        "ResearchStatusEnum": "lessons.states.ResearchStatus",
        "ReviewStatusEnum": "reviews.states.ReviewStatus",
        "UpdateStatusEnum": "lessons.states.UpdateStatus",
        "CycleKindEnum": "reviews.states.CycleKind",
        "DependencyKindEnum": "tracker.states.DependencyKind",
        "OrganizationKindEnum": "tracker.states.OrganizationKind",
        "SourceKindEnum": "reviews.states.SourceKind",
        "SystemKindEnum": "tracker.states.SystemKind",
        "UpdateKindEnum": "lessons.states.UpdateKind",
        "RoleEnum": "tracker.states.Role",
        "SystemRoleEnum": "lessons.states.SystemRole",
    },
}
KNOX_TOKEN_MODEL = "tracker.Token"
# Its own table would stand empty beside ours, and keep tests from emptying the accounts.
MIGRATION_MODULES = {"knox": None}
REST_KNOX = {"TOKEN_TTL": timedelta(days=7), "AUTH_HEADER_PREFIX": "Bearer"}
# The longest that a token can be asked for, and one that may sign.
TOKEN_MAX_DAYS = env.int("TRACKER_TOKEN_MAX_DAYS", default=90)
SIGNING_TOKEN_TTL = timedelta(hours=1)
# Shared by all server processes, or each would count its own attempts to sign in.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "tracker_cache",
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": "pythonjsonlogger.json.JsonFormatter",
            "fmt": "{levelname} {name}",
            "style": "{",
            "rename_fields": {"levelname": "level", "name": "log"},
            "timestamp": "at",
        }
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler"},
        "security": {"class": "logging.StreamHandler", "formatter": "json"},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    # A refusal or a missing page is an answer, not news for whoever runs the server.
    "loggers": {
        "django.request": {"level": "ERROR"},
        # Nor is a job that was done; one that failed is told with its trace.
        "procrastinate": {"level": "WARNING"},
        "tracker.security": {"handlers": ["security"], "propagate": False},
    },
}
