import uuid

from django.db import models

from connecting_people.connections.acts import Act
from connecting_people.connections.rules import MOST_RINGS, USUAL_RINGS, Contact, Feeling, Nature, State, StrengthKind
from connecting_people.core.choices import choices
from connecting_people.core.encryption import EncryptedBytesField
from connecting_people.journey.models import Entry
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.people.models import Agency, User


class Connection(models.Model):
    """Somebody or something on a person's map: an id that outlives every change of name.

    What is said of it, and until when it was said, stands in its states.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="connections")
    made_at = models.DateTimeField()
    # The id by which a file told of it, so that the next file finds it again.
    source = models.CharField(max_length=100, blank=True)

    class Meta:
        indexes = [models.Index(fields=["partnership", "made_at"])]


class ConnectionState(models.Model):
    """All that was said of a connection from a day on; every change adds one, and none is ever changed.

    `kept_by` keeps it to that person alone: showing a connection to the other later adds a state, so that what was
    said before stays private. `there` is false once it was taken off the map. The choices among several are packed
    as bits, in the order of their enums; `None` means that nobody asked.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="connection_states")
    connection = models.ForeignKey(Connection, models.CASCADE, related_name="states")
    version = models.PositiveIntegerField()
    latest = models.BooleanField(default=True)
    from_date = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    voice = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    # No index: nearly every connection is kept by nobody, and SQLite would walk through all of them.
    kept_by = models.ForeignKey(Participant, models.PROTECT, null=True, related_name="+", db_index=False)
    act = models.CharField(max_length=12, choices=choices(Act))

    there = models.BooleanField(default=True)
    name = models.CharField(max_length=200)
    nature = models.CharField(max_length=8, choices=choices(Nature), default=Nature.PERSON.value)
    kind = models.CharField(max_length=30, blank=True)
    inside_services = models.BooleanField(null=True)
    ring = models.PositiveSmallIntegerField(null=True)
    contact = models.CharField(max_length=15, blank=True, choices=choices(Contact))
    ways = models.PositiveSmallIntegerField(default=0)
    gives = models.PositiveSmallIntegerField(null=True)
    gets = models.PositiveSmallIntegerField(null=True)
    feeling = models.CharField(max_length=8, choices=choices(Feeling), default=Feeling.NOT_SAID.value)
    state = models.CharField(max_length=10, choices=choices(State), default=State.CURRENT.value)
    since_date = models.DateField(null=True)
    remembered_later = models.BooleanField(default=False)
    never_support = models.BooleanField(default=False)
    symbol = models.CharField(max_length=20, blank=True)
    colour = models.CharField(max_length=20, blank=True)
    x = models.FloatField(null=True)
    y = models.FloatField(null=True)
    slot = models.PositiveSmallIntegerField(null=True)
    together = models.TextField(blank=True, max_length=2000)
    matters = models.TextField(blank=True, max_length=2000)
    came_about = models.TextField(blank=True, max_length=2000)

    class Meta:
        indexes = [
            models.Index(fields=["partnership", "from_date"], name="states_by_day"),
            models.Index(fields=["partnership"], condition=models.Q(latest=True), name="states_latest"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["agency", "connection", "version"], name="one_state_per_version"),
            models.UniqueConstraint(
                fields=["agency", "connection"], condition=models.Q(latest=True), name="one_latest_state"
            ),
            models.CheckConstraint(
                condition=models.Q(ring=None) | models.Q(ring__range=(1, MOST_RINGS)), name="a_ring_of_five"
            ),
            models.CheckConstraint(
                condition=(models.Q(x=None) | models.Q(x__range=(0, 1)))
                & (models.Q(y=None) | models.Q(y__range=(0, 1))),
                name="a_place_on_the_map",
            ),
        ]


class Tie(models.Model):
    """Two connections that know each other, from a day on until another; the one with the lower id stands first.

    Whoever sees both sees it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="ties")
    one = models.ForeignKey(Connection, models.CASCADE, related_name="+")
    other = models.ForeignKey(Connection, models.CASCADE, related_name="+")
    from_date = models.DateField()
    made_at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    until_date = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["partnership", "from_date"])]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "one", "other"], condition=models.Q(ended_at=None), name="one_tie_between_two"
            ),
            models.CheckConstraint(condition=models.Q(one__lt=models.F("other")), name="the_lower_id_stands_first"),
        ]


class MapSettings(models.Model):
    """How a map is ruled from a day on; the newest counts, the earlier ones stay.

    `rings` is 0 where there are none; `sectors` false means that people stand where they are put. An empty name is the
    usual one.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="map_settings")
    version = models.PositiveIntegerField()
    from_date = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    rings = models.PositiveSmallIntegerField(default=USUAL_RINGS)
    ring_names = models.JSONField(default=list)
    sectors = models.BooleanField(default=True)
    sector_names = models.JSONField(default=dict)
    ties_asked = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "partnership", "version"], name="one_ruling_per_version"),
            models.CheckConstraint(condition=models.Q(rings__in=(0, 3, 4, 5)), name="three_to_five_rings_or_none"),
        ]


class MapLook(models.Model):
    """How one of them likes to see the map: what the colours tell, and how large the names are."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    place = models.OneToOneField(Participant, models.PROTECT, related_name="map_look")
    colour_by = models.CharField(max_length=12)
    text = models.CharField(max_length=8)


class MapStep(models.Model):
    """One thing that somebody did on a map and can take back, and do again, also after they came back to the page.

    `part` says what: {"connection": id, "before": version or None, "after": version}, {"tie": [one, other], "made":
    true or false}, or {"settings": [before, after]}.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="map_steps")
    whose = models.ForeignKey(Participant, models.PROTECT, related_name="map_steps")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    act = models.CharField(max_length=12, choices=choices(Act))
    # The one connection that it was about, if it was about one.
    about = models.UUIDField(null=True)
    part = models.JSONField()
    undone = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "whose", "number"], name="one_step_per_number")]


class PaperMap(models.Model):
    """A photo of a map on paper, which stands as the map of its day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="paper_maps")
    map_date = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    voice = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    kept_by = models.ForeignKey(Participant, models.PROTECT, null=True, related_name="+", db_index=False)
    says = models.TextField(blank=True, max_length=2000)
    media = models.CharField(max_length=10)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    content = EncryptedBytesField()

    class Meta:
        indexes = [models.Index(fields=["partnership", "-map_date"])]


class MapSnapshot(models.Model):
    """The measured facts of a map on a day that it changed, packed, with its figures, once for each who sees it so.

    No `audience` means what everybody in the partnership sees: nothing that one keeps to oneself is in it. Reports over
    many maps read no other.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="map_snapshots")
    audience = models.ForeignKey(Participant, models.PROTECT, null=True, related_name="+")
    map_date = models.DateField()
    packed = models.BinaryField()
    figures = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "partnership", "map_date"],
                condition=models.Q(audience=None),
                name="one_snapshot_for_all_a_day",
            ),
            models.UniqueConstraint(
                fields=["agency", "partnership", "map_date", "audience"],
                condition=models.Q(audience__isnull=False),
                name="one_snapshot_for_one_a_day",
            ),
        ]
        indexes = [models.Index(fields=["agency", "map_date"])]


class BroughtFile(models.Model):
    """A file with maps that somebody brought and has looked at, but not yet taken in; for that person only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="brought_files")
    whose = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    name = models.CharField(max_length=200)
    content = EncryptedBytesField()


class Strength(models.Model):
    """Something to build on: an interest of the guide's list, one's own words, or both.

    `ended_at` says when it was taken off the list; earlier wordings stay beside it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="strengths")
    kind = models.CharField(max_length=8, choices=choices(StrengthKind))
    interest = models.CharField(max_length=40, blank=True)
    words = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    voice = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    kept_by = models.ForeignKey(Participant, models.PROTECT, null=True, related_name="+", db_index=False)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["partnership", "made_at"])]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(interest="") | ~models.Q(words=""), name="a_strength_says_something"
            )
        ]


class StrengthWording(models.Model):
    """How a strength was said before; `kept_by` is who kept it to themselves then, also when it is shown since."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    strength = models.ForeignKey(Strength, models.CASCADE, related_name="wordings")
    kind = models.CharField(max_length=8, choices=choices(StrengthKind))
    words = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    voice = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    kept_by = models.ForeignKey(Participant, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "strength", "version"], name="one_wording_of_a_strength")
        ]


class OwnView(models.Model):
    """How many people somebody would like in their life, said on a day; the newest counts, the earlier ones stay.

    The words, whose they are and who keeps them are the entry's. `says` holds what they chose as bits, in the order
    of `Enough`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="own_views")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="own_view")
    says = models.PositiveSmallIntegerField(default=0)


class Answer(models.Model):
    """To which question of the walk an entry was said; `question` is one of their own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="map_answers")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="map_answer")
    prompt = models.CharField(max_length=60)
    question = models.CharField(max_length=200, blank=True)
