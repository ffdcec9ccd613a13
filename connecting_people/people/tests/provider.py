"""An OpenID Connect provider for the tests, in a process of its own: `provider.py PORT CALLBACK ADDRESS...`.

It is django-allauth's, with people who sign in with their address as their password.
"""

import sys
from wsgiref.simple_server import make_server

import django
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.urls import URLResolver, include, path

CLIENT, SECRET = "connecting-people", "a secret between the two"
urlpatterns: list[URLResolver] = []  # filled once Django is set up


def configure() -> None:
    """Set Django up for a provider with an empty database in memory."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    settings.configure(
        SECRET_KEY="of a provider that lives for one test",
        ROOT_URLCONF=__name__,
        ALLOWED_HOSTS=["127.0.0.1"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
        SESSION_COOKIE_NAME="provider",
        CSRF_COOKIE_NAME="provider-csrf",
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.messages",
            "allauth",
            "allauth.account",
            "allauth.idp.oidc",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        AUTHENTICATION_BACKENDS=["allauth.account.auth_backends.AuthenticationBackend"],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                    ]
                },
            }
        ],
        ACCOUNT_LOGIN_METHODS={"email"},
        ACCOUNT_EMAIL_VERIFICATION="none",
        IDP_OIDC_PRIVATE_KEY=pem.decode(),
    )
    django.setup()


def fill(callback: str, addresses: list[str]) -> None:
    """Make the client and the people."""
    from allauth.account.models import EmailAddress
    from allauth.idp.oidc.models import Client
    from django.contrib.auth.models import User

    call_command("migrate", verbosity=0)
    client = Client(id=CLIENT, name="Connecting People", redirect_uris=callback, scopes="openid\nprofile\nemail")
    client.skip_consent = True
    client.set_secret(SECRET)
    client.save()
    for address in addresses:
        user = User.objects.create_user(address, address, password=address)
        EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)


if __name__ == "__main__":
    configure()
    urlpatterns += [path("accounts/", include("allauth.urls")), path("", include("allauth.idp.urls"))]
    fill(sys.argv[2], sys.argv[3:])
    with make_server("127.0.0.1", int(sys.argv[1]), get_wsgi_application()) as server:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        server.serve_forever()
