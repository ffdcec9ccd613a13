"""The slides as LibreOffice opens them: every slide is there."""

import os
import shutil
import subprocess

import pytest

from connecting_people.core.tests import reading
from connecting_people.training.deck import office
from connecting_people.training.deck.told import slides
from connecting_people.training.tests.outlines import a_whole_day

SOFFICE = shutil.which("soffice")


@pytest.mark.office
def test_libreoffice_opens_the_slides_and_makes_as_many_pages_of_them(tmp_path):
    if not SOFFICE:
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs LibreOffice: .ci/run installs libreoffice-impress", pytrace=False)
        pytest.skip("no LibreOffice here")
    outline = a_whole_day()
    told = slides(outline)
    (tmp_path / "slides.pptx").write_bytes(office.pptx(told, title=outline.title))

    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [SOFFICE, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "slides.pptx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)

    pdf = reading.opened((tmp_path / "slides.pdf").read_bytes())
    assert len(pdf.pages) == len(told)
