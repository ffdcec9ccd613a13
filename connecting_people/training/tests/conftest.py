"""What the tests of the live room begin with: a training of Femi's, and its room with the explainer on."""

import pytest

from connecting_people.training.tests.rooms import a_training, an_open_room


@pytest.fixture
def training(cast):
    return a_training(cast.femi, cast.agency)


@pytest.fixture
def room(cast, training):
    return an_open_room(cast.femi, training, "explainer")


@pytest.fixture
def _no_second_factor(settings):
    settings.DEMO = True
