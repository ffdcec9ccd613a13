"""What grows in each month, and when offices are shut, so that no story picks beans in the snow."""

from datetime import date, datetime, time, timedelta

from connecting_people.core.london import LONDON

_BY_MONTH = (
    # {picked}, {job}, {river}
    ("leeks", "turning the compost", "the river up to the second step"),
    ("purple sprouting", "mending the water butt", "snowdrops along the towpath"),
    ("the first rhubarb", "setting out seed potatoes in egg boxes", "the rowers back on the river"),
    ("spring onions", "sowing peas in guttering", "ducklings by the weir"),
    ("salad leaves", "putting up bean poles", "swifts over the bridge"),
    ("broad beans", "watering before breakfast", "children jumping off the jetty"),
    ("blackcurrants", "tying in the tomatoes", "the ice-cream boat at the landing stage"),
    ("runner beans", "picking courgettes before they turn into marrows", "the towpath dusty and loud with bicycles"),
    ("plums", "lifting the onions", "mist on the river until ten"),
    ("pumpkins", "planting garlic", "leaves sailing down the weir"),
    ("parsnips", "clearing the last of the beans", "the river brown and quick"),
    ("sprouts", "oiling the tools in the shed", "lights strung along the boats"),
)


def fill(words: str, at: datetime) -> str:
    """Put what fits the month in place of {picked}, {job} and {river}."""
    for name, value in zip(("{picked}", "{job}", "{river}"), _BY_MONTH[at.month - 1], strict=True):
        words = words.replace(name, value)
    return words


def before_the_holiday(at: datetime) -> datetime:
    """Move what would fall on Christmas or New Year's Day to the end of the last working day, in the same order."""
    for year in (at.year, at.year + 1):
        for first, length in ((date(year, 12, 25), 2), (date(year, 1, 1), 1)):
            begin, end = _shut(first, length)
            if begin <= at < end:
                return begin + (at - begin) / 120
    return at


def _shut(first: date, length: int) -> tuple[datetime, datetime]:
    day = first - timedelta(days=1)
    while day.weekday() > 4:
        day -= timedelta(days=1)
    begin = datetime.combine(day, time(17), LONDON)
    return begin, datetime.combine(first + timedelta(days=length), time.min, LONDON)
