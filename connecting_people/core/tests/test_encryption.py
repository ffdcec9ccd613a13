import base64

import pytest
from django.core.exceptions import FieldError
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from connecting_people.core.encryption import CannotDecrypt, decrypt, decrypt_bytes, encrypt, encrypt_bytes
from connecting_people.people.models import Draft


@given(st.text())
def test_what_is_encrypted_comes_back(text):
    assert decrypt(encrypt(text, "table.column"), "table.column") == text


def test_a_text_moved_to_another_column_does_not_open():
    with pytest.raises(CannotDecrypt):
        decrypt(encrypt("kept", "a.b"), "a.c")


def test_every_changed_bit_is_found():
    name, _, encoded = encrypt("kept", "a.b").partition(":")
    raw = base64.b64decode(encoded)
    for place in range(len(raw)):
        changed = raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]
        with pytest.raises(CannotDecrypt):
            decrypt(f"{name}:{base64.b64encode(changed).decode()}", "a.b")


def test_the_first_key_writes_and_all_keys_read(settings):
    old = encrypt("kept", "a.b")

    settings.FIELD_KEYS = {"new": b"n" * 32, **settings.FIELD_KEYS}

    assert decrypt(old, "a.b") == "kept"
    assert encrypt("kept", "a.b").startswith("new:")


def test_a_key_that_is_gone_is_said_in_one_line(settings):
    old = encrypt("kept", "a.b")

    settings.FIELD_KEYS = {"new": b"n" * 32}

    with pytest.raises(CannotDecrypt, match="CP_FIELD_KEYS_FILE"):
        decrypt(old, "a.b")


def test_the_database_holds_no_readable_text(cast):
    Draft.objects.create(user=cast.asha, path="/x/", fields="the canary sings", at=cast.at)

    with connection.cursor() as cursor:
        cursor.execute("SELECT fields FROM people_draft")
        assert "canary" not in cursor.fetchone()[0]
    assert Draft.objects.get().fields == "the canary sings"


@pytest.mark.django_db
def test_an_encrypted_text_cannot_be_searched():
    with pytest.raises(FieldError):
        Draft.objects.filter(fields="the canary sings").exists()


@given(st.binary())
def test_a_file_that_is_encrypted_comes_back(content):
    assert decrypt_bytes(encrypt_bytes(content, "table.column"), "table.column") == content


def test_a_file_that_was_changed_or_moved_does_not_open():
    sealed = encrypt_bytes(b"a picture", "a.b")
    assert b"picture" not in sealed
    for changed, context in ((sealed[:-1] + bytes([sealed[-1] ^ 1]), "a.b"), (sealed, "a.c"), (b"x", "a.b")):
        with pytest.raises(CannotDecrypt):
            decrypt_bytes(changed, context)
