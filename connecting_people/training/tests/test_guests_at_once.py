"""Two who plan change what is kept of a guest or a speaker at once: both texts are there, and none is lost."""

import pytest

from connecting_people.training.actions import guests
from connecting_people.training.rules import GuestState, Who
from connecting_people.training.tests.plans import planned, to, to_list

pytestmark = pytest.mark.django_db


@pytest.fixture
def aled(cast):
    kept = {"name": "Aled", "who": Who.OUTSIDE, "contact": "Rings back on Mondays"}
    return guests.keep_speaker(by=cast.ben, at=cast.at, agency=cast.agency, **kept)


def test_of_two_who_change_a_guest_the_second_sees_both_and_can_keep_theirs(cast, aled, see, send):
    mine = planned(cast)
    guest = guests.ask_guest(by=cast.ben, at=cast.at, training=mine, speaker=aled, topic="Boats")
    page = to(mine, "guest", guest_id=guest.pk)
    assert 'name="version" id="id_version" value="1"' in see("ben", page)
    guests.change_guest(by=cast.ben, at=cast.at, guest=guest, version=1, state=GuestState.COMES, topic="The ferry")

    answer = send("ben", page, version=1, state="asked", topic="Boats and locks", block="")

    text = answer.content.decode()
    assert answer.status_code == 422 and "Both are here" in text
    assert "The ferry" in text and "Boats and locks" in text and 'id="id_version" value="2"' in text
    guest.refresh_from_db()
    assert guest.topic == "The ferry"
    send("ben", page, version=2, state="comes", topic="The ferry, and locks", block="")
    guest.refresh_from_db()
    assert (guest.topic, guest.state, guest.version) == ("The ferry, and locks", GuestState.COMES, 3)


def test_of_two_who_change_a_speaker_the_second_sees_both(cast, aled, see, send):
    page = to_list(cast, "speaker", speaker_id=aled.pk)
    said = {"name": "Aled", "who": "outside", "topics": ""}
    send("dev", page, **said, version=1, contact="Rings back on Fridays")

    text = send("ben", page, **said, version=1, contact="By letter").content.decode()

    assert "Rings back on Fridays" in text and "By letter" in text
    aled.refresh_from_db()
    assert aled.contact == "Rings back on Fridays"
    send("ben", page, **said, contact="Without a version")
    aled.refresh_from_db()
    assert aled.contact == "Rings back on Fridays"
