import pytest
from django.core.management import CommandError, call_command

from connecting_people.community.models import Postcode

pytestmark = pytest.mark.django_db
GOOD = """pcd,pcds,doterm,lat,long,oa11
YO1 7HH,YO1 7HH,,53.962100,-1.081900,E1
YO107HH,yo10 7hh,,53.950000,-1.050000,E2
YO1 7AA,YO1 7AA,199606,53.960000,-1.080000,E3
GY1 1AA,GY1 1AA,,99.999999,0.000000,
"""


@pytest.fixture
def load(tmp_path, capsys):
    def run(text):
        file = tmp_path / "onspd.csv"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        call_command("load_postcodes", file)
        return capsys.readouterr().out

    return run


def test_postcodes_in_use_are_known_and_those_without_a_place_are_left_out(load):
    said = load("\ufeff" + GOOD)

    assert said == "2 postcodes are known now.\n"
    assert list(Postcode.objects.order_by("pk").values_list("pk", "latitude")) == [
        ("YO1 7HH", 53.9621),
        ("YO10 7HH", 53.95),
    ]


def test_a_new_file_takes_the_place_of_the_old(load):
    load(GOOD)
    load("pcds,lat,long,doterm\nLS1 1AA,53.8,-1.55,\nLS1 1AA,53.7,-1.55,\n")

    assert list(Postcode.objects.values_list("pk", "latitude")) == [("LS1 1AA", 53.7)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Line 1: there is no column called pcds or lat or long or doterm."),
        ("pcds,lat,long\nYO1 7HH,53.9,-1\n", "Line 1: there is no column called doterm."),
        (GOOD + "YO1,YO1 7HX,,north,-1.08,E\n", "Line 6: lat “north” and long “-1.08” should be numbers"),
        (GOOD + "YO1,YO1 7HX,,nan,-1.08,E\n", "Line 6: nan, -1.08 lies outside the United Kingdom."),
        (GOOD + "YO1,YO1 7HX,,12.5,-1.08,E\n", "Line 6: 12.5, -1.08 lies outside the United Kingdom."),
        (GOOD + "YO1,7HX\n", "Line 6: there are 2 columns, too few."),
        (GOOD + "YO1,<b>,,53.9,-1.08,E\n", "Line 6: “<b>” is not a postcode."),
        (GOOD + f'YO1,"{"x" * 200_000}",,53.9,-1.08,E\n', "this cannot be read as CSV"),
        ("pcds,lat,long,doterm\nYO1 7HH,53.9,-1.08,1999\n", "holds no postcode that is in use"),
        (b"\x00\x01\x02", "no column called pcds"),
    ],
)
def test_a_file_that_is_wrong_is_named_by_line_in_one_line_and_changes_nothing(load, text, says):
    load(GOOD)
    with pytest.raises(CommandError) as why:
        load(text)

    assert says in str(why.value)
    assert "\n" not in str(why.value)
    assert Postcode.objects.count() == 2


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CommandError, match="No such file or directory"):
        call_command("load_postcodes", tmp_path / "none.csv")
