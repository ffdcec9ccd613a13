"""The forms of signing in, in our own words; with the first one says whether the device is shared."""

from typing import Any

from allauth.account.forms import (
    AddEmailForm,
    ChangePasswordForm,
    ConfirmLoginCodeForm,
    LoginForm,
    ReauthenticateForm,
    RequestLoginCodeForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
)
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from allauth.socialaccount.forms import DisconnectForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from connecting_people.people import devices
from connecting_people.people.forms import NEW_PASSWORD_HELP, private_device
from connecting_people.people.queries import with_address


class _OwnWords:
    """Puts our words in place of allauth's: field -> (label, help). Examples inside the boxes go: they look typed."""

    words: dict[str, tuple[Any, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():  # type: ignore[attr-defined]
            field.widget.attrs.pop("placeholder", None)
            if name in self.words:
                field.label, field.help_text = self.words[name]


class SignInForm(_OwnWords, LoginForm):
    """E-mail address, password, and whether others use this device too."""

    words = {"login": (_("Your e-mail address"), ""), "password": (_("Your password"), "")}
    private_device = private_device()

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> Any:
        """Sign in, and keep the choice for this session."""
        response = super().login(request, redirect_url)
        devices.choose(request, shared=not self.cleaned_data["private_device"])
        return response


class AnotherAddressForm(_OwnWords, AddEmailForm):
    """The e-mail address to sign in with from now on."""

    words = {"email": (_("Your new e-mail address"), _("We send a link there, to be sure that it is yours."))}


class OrganisationsForm(_OwnWords, DisconnectForm):
    """The organisation's login that somebody wants to stop using."""

    words = {"account": (_("Which one?"), "")}


class AskForCodeForm(_OwnWords, RequestLoginCodeForm):
    """Where to send a code to sign in with."""

    words = {"email": (_("Your e-mail address"), _("The one that you sign in with."))}

    def clean_email(self) -> str:
        """Find whose address it is; allauth would also take one that was never confirmed."""
        email = str(super().clean_email()).lower()
        self._user = next(iter(with_address(email)), None)
        return email


class CodeForm(_OwnWords, ConfirmLoginCodeForm):
    """The code from the e-mail."""

    words = {"code": (_("The code from the e-mail"), _("It works once, for ten minutes."))}


class ForgottenForm(_OwnWords, ResetPasswordForm):
    """Where to send a link for a new password."""

    words = {"email": (_("Your e-mail address"), _("The one that you sign in with."))}

    def clean_email(self) -> str:
        """Find whose address it is; allauth would also take one that was never confirmed."""
        email = str(super().clean_email()).lower()
        self.users = with_address(email)
        return email


class FreshPasswordForm(_OwnWords, ResetPasswordKeyForm):
    """A new password, from the link in an e-mail."""

    words = {
        "password1": (_("Your new password"), NEW_PASSWORD_HELP),
        "password2": (_("The same once more"), ""),
    }


class FirstPasswordForm(_OwnWords, SetPasswordForm):
    """A password for somebody who had none."""

    words = FreshPasswordForm.words


class AnotherPasswordForm(_OwnWords, ChangePasswordForm):
    """A new password in place of the one there is."""

    words = {"oldpassword": (_("Your password now"), ""), **FreshPasswordForm.words}


class SureForm(_OwnWords, ReauthenticateForm):
    """The password once more, before something important changes."""

    words = {"password": (_("Your password"), "")}


class SecondCodeForm(_OwnWords, AuthenticateForm):
    """The code of the authenticator app, or one of the spare codes."""

    words = {"code": (_("Your code"), _("Six figures from your app, or one of your spare codes."))}


class SureByCodeForm(_OwnWords, ReauthenticateByCodeForm):
    """The same, before something important changes."""

    words = SecondCodeForm.words


class AppForm(_OwnWords, ActivateTOTPForm):
    """The first code that a new authenticator app shows."""

    words = {"code": (_("The code that your app shows now"), _("Six figures. A new code comes every half minute."))}


class PasskeyForm(_OwnWords, AddWebAuthnForm):
    """A name for a new passkey, and whether it is enough by itself."""

    words = {
        "name": (_("A name for it"), _("So that you know later which one it is, such as “my phone”.")),
        "passwordless": (_("Let me sign in with this alone, without a password"), ""),
    }


class PasskeyNameForm(_OwnWords, EditWebAuthnForm):
    """Another name for a passkey."""

    words = {"name": (_("A name for it"), "")}
