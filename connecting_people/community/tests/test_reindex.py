import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from connecting_people.community.matching import Ask
from connecting_people.community.models import Indexed
from connecting_people.community.search import find
from connecting_people.community.stems import stems
from connecting_people.community.tests.places import walking_group

pytestmark = pytest.mark.django_db


def test_search_can_be_built_anew_from_the_entries_alone(cast, capsys):
    walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    Indexed.objects.all().delete()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # As a migration leaves it that makes the table anew.
            cursor.execute("DROP TRIGGER community_indexed_in")
    ask = Ask(words=stems("walking"))
    assert not find(cast.agency.pk, ask, timezone.now()).matches

    call_command("reindex")

    assert capsys.readouterr().out == "1 entries can be found.\n"
    assert len(find(cast.agency.pk, ask, timezone.now()).matches) == 1
