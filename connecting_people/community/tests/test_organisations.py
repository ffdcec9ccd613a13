import pytest
from django.utils import timezone

from connecting_people.community.actions import assets as actions
from connecting_people.community.entry import OURS
from connecting_people.community.models import Organisation
from connecting_people.community.tests.pages import address, signed_in
from connecting_people.community.tests.places import organisation, service, walking_group

pytestmark = pytest.mark.django_db
TYPED = {
    "name": "Weirside Voices",
    "description": "We sing for the joy of it",
    "eligibility": "Anybody, by themselves",
    "funding": "A grant until March",
    "challenges": "No hall from May on",
    "email": "voices@example.org",
    "website": "voices.example.org",
    "version": "0",
}


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


@pytest.fixture
def ben(cast):
    return signed_in(cast)


def test_an_organisation_is_written_and_read(cast, ben):
    response = ben.post(address(cast, "organisation_add"), TYPED)

    kept = Organisation.objects.get()
    assert response.url == address(cast, "organisation", organisation_id=kept.pk)
    assert kept.document[OURS] == {name: TYPED[name] for name in ("eligibility", "funding", "challenges")}
    page = signed_in(cast, "asha").get(response.url).text
    for words in (*list(TYPED.values())[:6], "https://voices.example.org"):
        assert words in page, words
    assert "Nothing of it is in the directory yet" in page


def test_a_change_keeps_what_the_form_does_not_show(cast, ben):
    kept = organisation(by=cast.ben, at=cast.at, agency=cast.agency)
    rich = kept.document | {"uri": "https://example.org/7", "unknown": [1], OURS: {"ours": "too"}}
    actions.keep_organisation(by=cast.ben, at=cast.at, agency=cast.agency, document=rich, organisation=kept)

    ben.post(address(cast, "organisation_edit", organisation_id=kept.pk), TYPED | {"version": "2"})

    kept.refresh_from_db()
    assert (kept.name, kept.version) == ("Weirside Voices", 3)
    assert (kept.document["uri"], kept.document["unknown"], kept.document[OURS]["ours"]) == (rich["uri"], [1], "too")


def test_whoever_was_slower_sees_both_and_keeps_knowingly(cast, ben):
    kept = organisation(by=cast.ben, at=cast.at, agency=cast.agency)
    where = address(cast, "organisation_edit", organisation_id=kept.pk)
    signed_in(cast, "dev").post(where, TYPED | {"version": "1", "funding": "What Dev wrote"})

    response = ben.post(where, TYPED | {"version": "1"})

    assert response.status_code == 422
    assert "What Dev wrote" in response.text
    assert "A grant until March" in response.text
    assert 'name="version" id="id_version" value="2"' in response.text
    assert ben.post(where, TYPED | {"version": "2"}).status_code == 302


def test_a_name_and_what_it_does_are_asked_for(cast, ben):
    response = ben.post(address(cast, "organisation_add"), TYPED | {"name": "", "description": ""})

    assert response.status_code == 422
    assert "Write what it is called" in response.text
    assert "A grant until March" in response.text


def test_its_page_lists_what_it_runs_and_what_has_closed_last(cast, ben):
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    closed = service("An older walk") | {"status": "defunct"}
    actions.keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=closed, organisation=walkers.organisation)

    page = ben.get(address(cast, "organisation", organisation_id=walkers.organisation_id)).text

    assert page.index("Tuesday walkers") < page.index("An older walk")
    assert "Every Tuesday, from 10:30" in page
    assert "It has closed." in page
    assert "Runs 1 thing" in ben.get(address(cast, "organisations")).text


def test_the_list_costs_no_more_with_many_than_with_few(cast, ben, django_assert_max_num_queries):
    for number in range(60):
        organisation(by=cast.ben, at=cast.at, agency=cast.agency, name=f"Organisation {number:02}")
    where = address(cast, "organisations")
    ben.get(where)
    with django_assert_max_num_queries(11):
        page = ben.get(where).text
    assert "Organisation 00" in page
    assert "Organisation 59" not in page
    assert "Organisation 59" in ben.get(f"{where}?page=2").text


def test_an_empty_list_says_what_it_is_for(cast, ben):
    assert "Add the first organisation" in ben.get(address(cast, "organisations")).text
    assert "Add the first organisation" not in signed_in(cast, "asha").get(address(cast, "organisations")).text


def test_an_older_version_does_not_overwrite_a_newer_one(cast):
    kept = organisation(by=cast.ben, at=cast.at, agency=cast.agency)
    given = {"by": cast.ben, "at": timezone.now(), "agency": cast.agency, "organisation": kept}
    with pytest.raises(actions.StaleEntry):
        actions.keep_organisation(**given, document=kept.document, version=7)


def test_an_organisation_that_does_not_fit_the_standard_is_not_kept(cast):
    document = {"id": "nonsense", "name": "Choir", "description": ""}
    with pytest.raises(actions.NotTheStandard) as why:
        actions.keep_organisation(by=cast.ben, at=cast.at, agency=cast.agency, document=document)
    assert [fault.path for fault in why.value.faults] == ["id", "description"]
