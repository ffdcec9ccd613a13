"""Texts and files that must not be read in the database file or its copies (AES-256-GCM)."""

import base64
import os
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import models


class CannotDecrypt(Exception):
    """A stored text was changed, moved to another column, or its key is not in the key file."""


def encrypt(text: str, context: str) -> str:
    """Return `key-id:base64(nonce + cipher text)`, bound to `context` so that it cannot be moved elsewhere."""
    name, key = next(iter(settings.FIELD_KEYS.items()))
    nonce = os.urandom(12)
    sealed = AESGCM(key).encrypt(nonce, text.encode(), context.encode())
    return f"{name}:{base64.b64encode(nonce + sealed).decode()}"


def decrypt(stored: str, context: str) -> str:
    """Return the text that `encrypt` was given; raise CannotDecrypt where that cannot be had."""
    name, _, encoded = stored.partition(":")
    try:
        raw = base64.b64decode(encoded, validate=True)
        return AESGCM(settings.FIELD_KEYS[name]).decrypt(raw[:12], raw[12:], context.encode()).decode()
    except (KeyError, ValueError, InvalidTag):
        raise CannotDecrypt(f"A text in {context} cannot be opened: look at CP_FIELD_KEYS_FILE.") from None


def encrypt_bytes(content: bytes, context: str) -> bytes:
    """Return `key-id:` + nonce + cipher, bound to `context` so that it cannot be moved elsewhere."""
    name, key = next(iter(settings.FIELD_KEYS.items()))
    nonce = os.urandom(12)
    return name.encode() + b":" + nonce + AESGCM(key).encrypt(nonce, content, context.encode())


def decrypt_bytes(stored: bytes, context: str) -> bytes:
    """Return the bytes that `encrypt_bytes` was given; raise CannotDecrypt where that cannot be had."""
    name, _, raw = stored.partition(b":")
    try:
        return AESGCM(settings.FIELD_KEYS[name.decode()]).decrypt(raw[:12], raw[12:], context.encode())
    except (KeyError, ValueError, InvalidTag):
        raise CannotDecrypt(f"A file in {context} cannot be opened: look at CP_FIELD_KEYS_FILE.") from None


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]
    """A text that is encrypted on its way into the database; it can be searched for nothing but being there."""

    def get_prep_value(self, value: Any) -> Any:
        """Encrypt on the way in."""
        return value if value is None or value == "" else encrypt(str(value), self._context)

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        """Decrypt on the way out."""
        return value if not value else decrypt(value, self._context)

    def get_lookup(self, lookup_name: str) -> Any:
        """Allow `isnull` only: cipher text can be compared with nothing."""
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} is encrypted and cannot be searched with {lookup_name}.")
        return super().get_lookup(lookup_name)

    @property
    def _context(self) -> str:
        return f"{self.model._meta.db_table}.{self.column}"


class EncryptedBytesField(models.BinaryField):  # type: ignore[type-arg]
    """A file that is encrypted on its way into the database; what is empty stays empty."""

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Encrypt on the way in."""
        sealed = encrypt_bytes(bytes(value), self._context) if value else value
        return super().get_db_prep_value(sealed, connection, prepared)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> bytes | None:
        """Decrypt on the way out."""
        return value if not value else decrypt_bytes(bytes(value), self._context)

    @property
    def _context(self) -> str:
        return f"{self.model._meta.db_table}.{self.column}"
