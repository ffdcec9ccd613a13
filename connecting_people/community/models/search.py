"""What search looks through: one row for each asset, and the words that people could have meant."""

import uuid

from django.db import models

from connecting_people.community.models.assets import Asset
from connecting_people.people.models import Agency


class Indexed(models.Model):
    """What search knows of an asset, read from its entry whenever that is written.

    `number` is the row's number in SQLite's text index, which the database itself keeps in step with `name`, `about`,
    `text` and `tokens` (migration 0002); on PostgreSQL a generated column does so. `tokens` are facets compounded with
    the cells of the ground in which the asset lies, as search.token makes them. Days count from the year 1.
    """

    number = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    asset = models.OneToOneField(Asset, models.CASCADE, related_name="indexed")
    name = models.TextField()
    about = models.TextField()
    text = models.TextField()
    facets = models.TextField()
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    places = models.TextField()
    minimum_age = models.FloatField(null=True)
    maximum_age = models.FloatField(null=True)
    closed = models.BooleanField()
    ends_day = models.PositiveIntegerField(null=True)
    tokens = models.TextField()


class Word(models.Model):
    """A word that some entry of an agency's has, for who spells it in another way. Words are added, never taken away:
    one is offered only when something is found with it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    word = models.CharField(max_length=40)
    stem = models.CharField(max_length=40)
    length = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "word"], name="a_word_stands_once")]
        indexes = [
            models.Index(fields=["agency", "stem"], name="words_by_stem"),
            models.Index(fields=["agency", "length"], name="words_by_length"),
        ]
