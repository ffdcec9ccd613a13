"""The feed's own description is as it was reviewed, and a live server does what it says."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from connecting_people.api import limits
from connecting_people.api.tests.feed import ask, base
from connecting_people.api.views import described
from connecting_people.community.models import Postcode
from connecting_people.community.tests.places import walking_group

SNAPSHOT = Path(__file__).resolve().parents[3] / "docs" / "reference" / "open-referral-uk.openapi.json"
EVERY_CHECK = "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,"
EVERY_CHECK += "response_schema_conformance,negative_data_rejection,positive_data_acceptance,unsupported_method"


def test_it_is_described_as_it_was_reviewed():
    """A change is meant? Then scripts/make_docs.py writes it down again."""
    said = json.loads(json.dumps(described("/api/open-referral-uk/{agency}/")))

    assert said == json.loads(SNAPSHOT.read_text())


def test_every_question_may_be_answered_with_why_not():
    for path in described("/")["paths"].values():
        assert {"200", "404", "422", "429"} <= {str(status) for status in path["get"]["responses"]}


@pytest.mark.django_db
def test_it_is_described_at_its_own_address(cast):
    said = ask(cast.agency, "openapi.json")

    assert said["servers"] == [{"url": f"http://testserver{base(cast.agency).rstrip('/')}"}]


def test_schemathesis_finds_nothing(live_server, cast, monkeypatch, tmp_path):
    monkeypatch.setattr(limits, "A_MINUTE", 10**9)
    walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    Postcode.objects.create(postcode="YO1 7HH", latitude=53.96, longitude=-1.08)
    program = Path(sys.executable).with_name("schemathesis")
    address = f"{live_server.url}{base(cast.agency)}openapi.json"
    asked = [program, "run", address, "--checks", EVERY_CHECK, "--max-examples", "25", "--seed", "1", "--no-color"]

    found = subprocess.run(
        asked, cwd=tmp_path, env=os.environ | {"HOME": str(tmp_path)}, capture_output=True, text=True
    )

    assert found.returncode == 0, found.stdout[-6000:]
    assert "9 selected / 9 total" in found.stdout, found.stdout[:3000]
