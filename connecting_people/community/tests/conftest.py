import pytest

from connecting_people.community.tests.places import walking_group


@pytest.fixture
def walkers(cast):
    return walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
