"""Certificates of attendance: for those who came, on paper for everybody's eyes, and checked by their number."""

import io

import pikepdf
import pytest
from django.urls import reverse
from django.utils import timezone

from connecting_people.core.permissions import NotAllowed
from connecting_people.training.actions import certificates as actions
from connecting_people.training.actions.trainings import TrainingError
from connecting_people.training.models import Certificate
from connecting_people.training.rules import CODE_LETTERS, Going, number_of
from connecting_people.training.tests.afterwards import came, past_training

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_no_second_factor")]
CHECK = "/certificates/check/"


@pytest.fixture
def training(cast):
    return past_training(cast)


def give(cast, training, *to, by="ben"):
    return actions.give(by=cast.user(by), at=timezone.now(), training=training, to=to)


def at(training, page, **ids):
    return reverse(f"training:{page}", kwargs={"agency_id": training.agency_id, "training_id": training.pk, **ids})


def test_a_number_is_read_however_it_was_typed():
    number = "ABCD-EFGH-JKLM-NPQR"
    assert number_of(" abcd efgh–jklm.npqr ") == number == number_of(number)
    assert {number_of(wrong) for wrong in ("", "ABCD", "ABCD-EFGH-JKLM-NPQ0", number + "A", "é" * 16)} == {""}


def test_who_came_has_one_and_nobody_else(cast, training):
    dev, ela = came(training, cast.dev, at=cast.at), came(training, cast.ela, at=cast.at, going=Going.COMING)
    (given,) = give(cast, training, dev)
    assert set(given.number) <= {*CODE_LETTERS, "-"} and number_of(given.number) == given.number
    assert give(cast, training, dev) == []

    with pytest.raises(TrainingError):
        give(cast, training, dev, ela)
    with pytest.raises(NotAllowed):
        give(cast, training, dev, by="dev")
    assert Certificate.objects.count() == 1


def test_one_of_another_training_is_not_given_here(cast, training):
    assert give(cast, training, came(past_training(cast, "dev"), cast.dev, at=cast.at)) == []


def test_one_that_was_taken_back_says_so_and_can_count_again(cast, training):
    dev = came(training, cast.dev, at=cast.at)
    (given,) = give(cast, training, dev)
    with pytest.raises(NotAllowed):
        actions.take_back(by=cast.dev, at=timezone.now(), certificate=given)
    for _ in range(2):
        actions.take_back(by=cast.ben, at=timezone.now(), certificate=given)
    given.refresh_from_db()
    assert given.ended_at

    (again,) = give(cast, training, dev)
    assert (again.pk, again.number, again.ended_at) == (given.pk, given.number, None)


def test_the_page_gives_to_all_or_to_one_and_takes_back(client, cast, training):
    came(training, cast.dev, at=cast.at)
    asha = came(training, cast.asha, at=cast.at)
    client.force_login(cast.ben)
    client.post(at(training, "certificates"), {"to": str(asha.pk)})
    client.post(at(training, "certificates"), {"to": "nobody's"})
    assert Certificate.objects.get().attendance == asha
    client.post(at(training, "certificates"))
    assert Certificate.objects.count() == 2

    client.post(at(training, "certificate_take_back", certificate_id=asha.certificate.pk))
    assert "Give it again" in client.get(at(training, "certificates")).content.decode()
    assert client.get(at(training, "certificate", certificate_id=asha.certificate.pk)).status_code == 404


@pytest.mark.parametrize("size", ["", "?print=large"])
def test_the_paper_is_tagged_and_says_who_was_where(client, cast, training, size):
    (given,) = give(cast, training, came(training, cast.asha, at=cast.at, name="Asha " + "x" * 120))
    client.force_login(cast.asha)  # her own
    answer = client.get(at(training, "certificate", certificate_id=given.pk) + size)

    assert answer["Content-Type"] == "application/pdf" and "Asha" not in answer["Content-Disposition"]
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert pdf.Root.MarkInfo.Marked and len(pdf.pages) == 1
        assert "pdfuaid:part" in str(pdf.Root.Metadata.read_bytes())
    client.force_login(cast.hana)
    assert client.get(at(training, "certificate", certificate_id=given.pk)).status_code == 404


def test_whoever_has_the_number_checks_it_without_signing_in(client, cast, training):
    (given,) = give(cast, training, came(training, cast.dev, at=cast.at))
    assert "Number of the certificate" in client.get(CHECK).content.decode()
    right = client.post(CHECK, {"number": given.number.lower().replace("-", " ")}).content.decode()
    assert "Dev was at the training “Beside each other” of Riverside Community Support, 12 March 2026" in right
    wrong = client.post(CHECK, {"number": "AAAA-AAAA-AAAA-AAAA"})
    assert wrong.status_code == 422 and "We gave no certificate of this number" in wrong.content.decode()

    actions.take_back(by=cast.ben, at=timezone.now(), certificate=given)
    back = client.post(CHECK, {"number": given.number}).content.decode()
    assert "taken back" in back and "Dev" not in back


def test_guesses_are_slowed_down(client, cast, training):
    answers = [client.post(CHECK, {"number": f"AAAA-AAAA-AAAA-AA{n}"}).status_code for n in range(22, 44)]

    assert answers[:20] == [422] * 20 and answers[20:] == [429] * 2


def test_a_page_of_many_who_came_asks_as_often_as_one_of_few(client, cast, training, django_assert_max_num_queries):
    for n in range(60):
        came(training, None, at=cast.at, name=f"Person {n}")
    client.force_login(cast.ben)
    client.post(at(training, "certificates"))

    with django_assert_max_num_queries(14):
        assert "Page 1 of 2" in client.get(at(training, "certificates")).content.decode()
