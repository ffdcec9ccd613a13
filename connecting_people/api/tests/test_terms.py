"""Terms of feeds go out as the standard has them, whatever they were like when they came in."""

import pytest

from connecting_people.api.tests.feed import ask
from connecting_people.community.models import Taxonomy, TaxonomyTerm
from connecting_people.community.tests.feeds import uid

pytestmark = pytest.mark.django_db


def test_a_term_without_a_description_and_with_no_address_goes_out_as_it_should(cast):
    given = {"agency": cast.agency, "name": "Needs"}
    taxonomy = Taxonomy.objects.create(
        **given, standard_id=uid("taxonomy"), document={"id": uid("taxonomy"), "name": "Needs", "uri": "needs"}
    )
    document = {"id": uid("term"), "name": "Singing", "term_uri": "example_com", "code": "S"}
    TaxonomyTerm.objects.create(**given, taxonomy=taxonomy, standard_id=uid("term"), document=document)

    said = ask(cast.agency, f"taxonomy_terms/{uid('term')}")

    assert said == {"id": uid("term"), "name": "Singing", "description": "Singing", "code": "S"}
    whole = ask(cast.agency, f"taxonomies/{uid('taxonomy')}")
    assert whole == {"id": uid("taxonomy"), "name": "Needs", "description": "Needs", "taxonomy_terms": [said]}
    assert said in ask(cast.agency, "taxonomy_terms", per_page=100)["contents"]


def test_services_are_found_by_the_taxonomy_that_only_their_feeds_list_names(cast):
    from connecting_people.community.tests.feeds import bring, service, take_in

    term = {"id": uid("term"), "name": "Singing", "description": "To sing"}
    take_in(cast, bring(cast, service("Choir", attributes=[{"id": uid("attribute"), "taxonomy_term": term}])))
    taxonomy = Taxonomy.objects.create(agency=cast.agency, name="Needs", standard_id=uid("taxonomy"), document={})
    TaxonomyTerm.objects.update(taxonomy=taxonomy)

    assert ask(cast.agency, "services", taxonomy_id=uid("taxonomy"))["total_items"] == 1
    assert ask(cast.agency, "services", taxonomy_id=uid("another"))["total_items"] == 0
