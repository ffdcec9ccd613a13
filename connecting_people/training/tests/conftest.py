import re

import pytest

from connecting_people.training.tests.rooms import a_training, an_open_room


@pytest.fixture
def see(client, cast, settings):
    settings.DEMO = True  # nobody needs a second factor

    def page(who, address, /, status=200):
        client.force_login(cast.user(who))
        response = client.get(address)
        assert response.status_code == status
        text = response.content.decode().split("<main", 1)[1].split("</main", 1)[0]
        return re.sub(r'name="(csrfmiddlewaretoken|once|keep)" value="[^"]*"', "", text)

    return page


@pytest.fixture
def send(client, cast, settings):
    settings.DEMO = True

    def post(who, address, /, **said):
        client.force_login(cast.user(who))
        return client.post(address, said)

    return post


@pytest.fixture
def training(cast):
    return a_training(cast.femi, cast.agency)


@pytest.fixture
def room(cast, training):
    return an_open_room(cast.femi, training, "explainer")


@pytest.fixture
def _no_second_factor(settings):
    settings.DEMO = True
