import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from connecting_people.config import keys
from connecting_people.config.start import check_start

ROOT = Path(__file__).resolve().parents[3]
ONLY_SQLITE = pytest.mark.skipif("os.environ.get('CP_DATABASE') == 'postgres'")


def start(tmp_path: Path, **changed: str) -> subprocess.CompletedProcess[str]:
    """Load the server's door as a web server does, with settings of a real installation."""
    environment = {"PATH": os.environ["PATH"], "CP_DATA": str(tmp_path), "CP_DATABASE": str(tmp_path / "db.sqlite3")}
    command = [sys.executable, "-c", "import connecting_people.config.wsgi"]
    return subprocess.run(command, cwd=ROOT, env=environment | changed, capture_output=True, text=True, check=False)


def refuses(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    for word in words:
        assert word in done.stderr


def test_with_keys_and_a_folder_it_starts(tmp_path):
    keys.make(tmp_path)

    assert start(tmp_path).returncode == 0


def test_keys_are_new_each_time_and_only_for_this_account(tmp_path):
    keys.make(tmp_path / "one")
    keys.make(tmp_path / "two")

    one, two = (tmp_path / "one" / "secret_key"), (tmp_path / "two" / "secret_key")
    assert one.read_text() != two.read_text()
    assert one.stat().st_mode & 0o077 == 0


def test_keys_that_are_there_are_never_written_over(tmp_path):
    keys.make(tmp_path)
    before = (tmp_path / "field_keys").read_text()

    assert keys.make(tmp_path) == []
    assert (tmp_path / "field_keys").read_text() == before


def test_without_keys_it_says_how_to_make_them(tmp_path):
    refuses(start(tmp_path), "make_keys")


@pytest.mark.parametrize(
    ("name", "text"),
    [("secret_key", "short"), ("secret_key", keys.SAMPLE_SECRET), ("field_keys", f"sample:{keys.SAMPLE_FIELD_KEY}")],
    ids=["too short", "the sample secret", "the sample field key"],
)
def test_a_sample_or_short_key_is_for_demo_mode_only(tmp_path, name, text):
    keys.make(tmp_path)
    (tmp_path / name).write_text(text)

    refuses(start(tmp_path), "key")


@pytest.mark.parametrize("text", ["k1:not base64 at all, but long enough", "k1:" + "QUJD" * 9, ":" + "A" * 44])
def test_a_broken_field_key_is_named(tmp_path, text):
    keys.make(tmp_path)
    (tmp_path / "field_keys").write_text(text)

    refuses(start(tmp_path), "field_keys")


def test_a_key_file_that_is_no_text_is_named(tmp_path):
    keys.make(tmp_path)
    (tmp_path / "secret_key").write_bytes(b"\xff\xfe" * 40)

    refuses(start(tmp_path), "not a text file")


def test_a_database_that_is_none_is_named(tmp_path):
    keys.make(tmp_path)
    (tmp_path / "db.sqlite3").write_text("this is no database, it is a letter to my sister" * 100)

    refuses(start(tmp_path), "CP_DATABASE")


def test_a_database_in_a_folder_that_is_not_there_is_named(tmp_path):
    keys.make(tmp_path)

    refuses(start(tmp_path, CP_DATABASE=str(tmp_path / "nowhere" / "db.sqlite3")), "CP_DATABASE")


def test_a_file_where_the_folder_should_be_is_named(tmp_path):
    keys.make(tmp_path)
    (tmp_path / "file").touch()
    files = {"CP_SECRET_KEY_FILE": str(tmp_path / "secret_key"), "CP_FIELD_KEYS_FILE": str(tmp_path / "field_keys")}

    refuses(start(tmp_path, CP_DATA=str(tmp_path / "file"), **files), "CP_DATA")


@pytest.mark.django_db
def test_the_sample_key_outside_demo_mode_is_refused(settings):
    settings.DEMO = False

    with pytest.raises(keys.StartError, match="demo mode only"):
        check_start()


@ONLY_SQLITE
@pytest.mark.django_db
def test_sqlite_that_may_lose_what_was_kept_is_refused(settings):
    settings.DEMO = True
    with connection.cursor() as cursor:
        in_use = cursor.execute("PRAGMA synchronous").fetchone()[0]
    assert in_use == 2

    connection.transaction_mode = "DEFERRED"
    try:
        with pytest.raises(keys.StartError, match="synchronous=FULL"):
            check_start()
    finally:
        connection.transaction_mode = "IMMEDIATE"


@pytest.mark.django_db
def test_one_transaction_for_each_page_is_refused(settings, monkeypatch):
    settings.DEMO = True
    monkeypatch.setitem(settings.DATABASES["default"], "ATOMIC_REQUESTS", True)

    with pytest.raises(keys.StartError, match="ATOMIC_REQUESTS"):
        check_start()
