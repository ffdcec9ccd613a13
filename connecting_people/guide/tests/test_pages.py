"""The open pages: there for everyone, the same for everyone, and sent only once."""

import re

import pytest
from django.test import Client

from connecting_people.guide import barriers, processes, steps


def test_the_page_of_the_model_shows_every_part(client: Client) -> None:
    page = client.get("/model/").content.decode()

    assert all(f'href="/model/steps/{step.number}/"' in page for step in steps.STEPS)
    assert all(f'id="process-{process.id}"' in page for process in processes.PROCESSES)
    assert all(f'id="barrier-{kind.id}"' in page for kind in barriers.BARRIER_KINDS)


@pytest.mark.parametrize("step", steps.STEPS, ids=lambda step: step.slug)
def test_the_page_of_a_step_shows_its_questions(client: Client, step: steps.Step) -> None:
    response = client.get(f"/model/steps/{step.number}/")

    page = response.content.decode()
    prompts = step.prompts_service_user + step.prompts_practitioner + step.prompts_together
    assert response.status_code == 200
    assert all(str(prompt.text).replace("'", "&#39;") in page for prompt in prompts)


@pytest.mark.parametrize("address", ["/model/", *(f"/model/steps/{step.number}/" for step in steps.STEPS)])
def test_no_page_gives_one_id_to_two_parts(client: Client, address: str) -> None:
    ids = re.findall(r' id="([^"]+)"', client.get(address).content.decode())

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("number", [0, 9, 1000])
def test_a_step_that_is_not_in_the_model_is_not_there(client: Client, number: int) -> None:
    assert client.get(f"/model/steps/{number}/").status_code == 404


@pytest.mark.parametrize("address", ["/model/", "/model/steps/4/"])
def test_a_visitor_who_has_the_page_is_told_so_without_a_cookie_or_the_database(client: Client, address: str) -> None:
    first = client.get(address)

    again = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert first["Cache-Control"] == again["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert not first.cookies and not again.cookies
