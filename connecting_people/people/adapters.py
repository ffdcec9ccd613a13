"""What this product does differently from django-allauth's defaults."""

from typing import Any, Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from connecting_people.core.encryption import decrypt, encrypt
from connecting_people.people import devices
from connecting_people.people.models import User
from connecting_people.people.queries import with_address

_MFA: Final = "mfa.secret"
_WRONG_CODE: Final = _("That is not the code. Check it and type it once more.")
_WRONG_APP_CODE: Final = _("That is not the code. Check it and type it once more; app codes change every half minute.")
_SLOW_DOWN: Final = _("That was many tries in a short time. Wait five minutes, then try again.")
# What is said after an act, by the name that allauth has for it; after any other act the page itself says enough.
_SAID: Final = {
    "account/messages/password_changed.txt": _("Your password is changed."),
    "account/messages/password_set.txt": _("Your password is set."),
    "account/messages/email_confirmed.txt": _("Your e-mail address is confirmed."),
    "account/messages/email_confirmation_sent.txt": _("We have sent an e-mail. Open the link in it to confirm."),
    "account/messages/logged_out.txt": _("You are signed out."),
    "mfa/messages/totp_activated.txt": _("Your authenticator app is added."),
    "mfa/messages/totp_deactivated.txt": _("Your authenticator app is removed."),
    "mfa/messages/webauthn_added.txt": _("Your passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "mfa/messages/recovery_codes_generated.txt": _("Here are new spare codes. Any from before open nothing now."),
    "usersessions/messages/sessions_logged_out.txt": _("You are signed out everywhere else."),
    "socialaccount/messages/account_connected.txt": _("From now on you can sign in with your organisation."),
    "socialaccount/messages/account_disconnected.txt": _("You no longer sign in with your organisation."),
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by invitation only, and everything is said in our own words."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This login is switched off. Ask at your agency."),
        "email_password_mismatch": _(
            "That e-mail address and password do not belong together. Check both, or ask for a code by e-mail."
        ),
        "email_taken": _("Somebody signs in with this e-mail address already. Use another one."),
        "enter_current_password": _("That is not your password now. Type it once more."),
        "incorrect_code": _WRONG_CODE,
        "incorrect_password": _("That is not your password. Type it once more."),
        "invalid_or_expired_key": _("This link does not open anything any more. Ask for a new one."),
        "invalid_login": _("Check your e-mail address."),
        "invalid_password_reset": _("This link does not open anything any more. Ask for a new one."),
        "too_many_login_attempts": _SLOW_DOWN,
        "rate_limited": _SLOW_DOWN,
        "same_as_current": _("This is what it is now. Write the new one."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no: see people.actions.accept_invitation."""
        return False

    def login(self, request: HttpRequest, user: Any) -> None:
        """Note when the session began: signing in elsewhere must not make it look new."""
        super().login(request, user)
        devices.begin(request, user)

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """Say what happened in our own words, or nothing where the page shows it."""
        words = kwargs.get("message") or _SAID.get(message_template or "")
        if words:
            messages.add_message(request, level, str(words))


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """An organisation's own sign-in opens accounts that exist, found by their confirmed address, and makes none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        """Say no, for the same reason."""
        return False

    def authenticate_by_email(self, sociallogin: Any) -> tuple[User, str] | None:
        """Find whose address the organisation confirmed; some say so in the words "true" and "false"."""
        # Else the sign-in of one organisation could open the accounts of another's people.
        domains = tuple(f"@{domain.lower()}" for domain in sociallogin.provider.app.settings.get("email_domains", []))
        for address in sociallogin.email_addresses:
            confirmed = str(address.verified).lower() == "true" and address.email.lower().endswith(domains)
            if confirmed and self.can_authenticate_by_email(sociallogin, address.email):
                for user in with_address(address.email):
                    return user, address.email
        return None


class MFAAdapter(DefaultMFAAdapter):
    """Second-factor secrets are encrypted in the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _WRONG_APP_CODE,
        "cannot_delete_authenticator": _("Your work here needs a second way to sign in. Add another first."),
        "cannot_generate_recovery_codes": _("Add an authenticator app or a passkey first."),
    }

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """Offer a name for a passkey, such as one would give it oneself."""
        return gettext("My passkey")

    def encrypt(self, text: str) -> str:
        """Encrypt a secret on its way into the database."""
        return encrypt(text, _MFA)

    def decrypt(self, encrypted_text: str) -> str:
        """Decrypt a secret on its way out."""
        return decrypt(encrypted_text, _MFA)
