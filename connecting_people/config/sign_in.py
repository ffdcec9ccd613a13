"""How people sign in: what django-allauth is told."""

import json
import os
from typing import Any

# A device counts as shared until somebody says otherwise: see people.devices.
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_ADAPTER = "connecting_people.people.adapters.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
# A subject is seen by whoever looks at the screen: it names nothing.
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CHANGE_EMAIL = True
# Whoever finds a screen open must not be able to make the login theirs.
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/300s/key", "certificate_check": "20/m/ip"}
ACCOUNT_FORMS = {
    "add_email": "connecting_people.people.sign_in_forms.AnotherAddressForm",
    "disconnect": "connecting_people.people.sign_in_forms.OrganisationsForm",
    "login": "connecting_people.people.sign_in_forms.SignInForm",
    "request_login_code": "connecting_people.people.sign_in_forms.AskForCodeForm",
    "confirm_login_code": "connecting_people.people.sign_in_forms.CodeForm",
    "reset_password": "connecting_people.people.sign_in_forms.ForgottenForm",
    "reset_password_from_key": "connecting_people.people.sign_in_forms.FreshPasswordForm",
    "set_password": "connecting_people.people.sign_in_forms.FirstPasswordForm",
    "change_password": "connecting_people.people.sign_in_forms.AnotherPasswordForm",
    "reauthenticate": "connecting_people.people.sign_in_forms.SureForm",
}
SOCIALACCOUNT_ADAPTER = "connecting_people.people.adapters.SocialAccountAdapter"
SOCIALACCOUNT_ONLY = False
# A form that led to the organisation's own site would be stopped by our policy on where forms may go; a link is not.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
# A JSON list of OpenID Connect providers, in allauth's own words: provider_id, name, client_id, secret, settings.
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {
    "openid_connect": {"APPS": json.loads(os.environ.get("CP_OIDC", "[]")), "OAUTH_PKCE_ENABLED": True}
}
MFA_ADAPTER = "connecting_people.people.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Nobody signs up with another's address here; and a look at the page of one's address must not bar the second factor.
MFA_ALLOW_UNVERIFIED_EMAIL = True
# A code typed as the half-minute turns still counts (RFC 6238 section 5.2 allows one step).
MFA_TOTP_TOLERANCE = 1
MFA_TOTP_ISSUER = "Connecting People"
MFA_FORMS = {
    "authenticate": "connecting_people.people.sign_in_forms.SecondCodeForm",
    "reauthenticate": "connecting_people.people.sign_in_forms.SureByCodeForm",
    "activate_totp": "connecting_people.people.sign_in_forms.AppForm",
    "add_webauthn": "connecting_people.people.sign_in_forms.PasskeyForm",
    "edit_webauthn": "connecting_people.people.sign_in_forms.PasskeyNameForm",
}
USERSESSIONS_TRACK_ACTIVITY = False
# How many proxies stand before the program: else everybody behind them shares one limit.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("CP_PROXIES", "0"))
