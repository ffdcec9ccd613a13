import pytest

from connecting_people.audit.queries import faults
from connecting_people.journey import actions, queries
from connecting_people.partnership.queries import partnership_for

pytestmark = pytest.mark.django_db


def test_what_one_writes_the_other_reads(cast):
    actions.record(
        by=cast.asha, at=cast.at, partnership=cast.reach("asha"), kind="note", line="We met by the river", steps=[1, 4]
    )

    read = partnership_for(cast.ben, cast.partnership.pk, at=cast.at, page="timeline")

    assert [entry.line for entry in queries.entries(read)] == ["We met by the river"]


def test_every_act_and_read_is_in_an_unbroken_chain(cast):
    partnership_for(cast.ben, cast.partnership.pk, at=cast.at, page="timeline")

    assert list(faults(cast.agency.pk)) == []
    assert [look.page for look in queries.who_looked(cast.partnership)] == ["timeline"]
