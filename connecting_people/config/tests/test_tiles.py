import pytest
from django.core.exceptions import ImproperlyConfigured

from connecting_people.config.tiles import origins


def test_pages_may_load_tiles_from_one_host_and_from_none_unless_it_is_set():
    assert origins("") == []
    assert origins("https://tiles.example.org:8443/a/{z}/{x}/{y}.png?key=1") == ["https://tiles.example.org:8443"]


@pytest.mark.parametrize("address", ["http://tiles.example.org/{z}/{x}/{y}", "https://tiles.example.org/", "{z}{x}{y}"])
def test_an_address_that_is_no_map_stops_the_start(address):
    with pytest.raises(ImproperlyConfigured, match="CP_TILES"):
        origins(address)
