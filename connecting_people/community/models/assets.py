"""Organisations, assets and where they are. An entry is a document in the words of the standard (HSDS-UK 3.0).

The columns beside a document are read from it whenever it is written, so that a database can ask for them.
"""

import uuid

from django.db import models

from connecting_people.community.rules import How, Kind, Status
from connecting_people.core.choices import choices
from connecting_people.core.encryption import EncryptedTextField
from connecting_people.people.models import Agency, User


class Organisation(models.Model):
    """Who runs assets. `document` is the standard's organization; it holds the standard's id too."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="organisations")
    standard_id = models.UUIDField(default=uuid.uuid4)
    name = models.CharField(max_length=255)
    document = models.JSONField()
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "standard_id"], name="an_organisation_is_known_once")]


class Asset(models.Model):
    """A community asset. `document` is the standard's service without its organization, kept whole."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="assets")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="assets")
    standard_id = models.UUIDField(default=uuid.uuid4)
    kind = models.CharField(max_length=10, choices=choices(Kind))
    name = models.CharField(max_length=255)
    status = models.CharField(max_length=20, choices=choices(Status), default=Status.ACTIVE)
    document = models.JSONField()
    begins_date = models.DateField(null=True)
    ends_date = models.DateField(null=True)
    minimum_age = models.FloatField(null=True)
    maximum_age = models.FloatField(null=True)
    checked_date = models.DateField(null=True)
    checked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "standard_id"], name="an_asset_is_known_once"),
            models.CheckConstraint(
                condition=models.Q(begins_date=None)
                | models.Q(ends_date=None)
                | models.Q(ends_date__gte=models.F("begins_date")),
                name="an_asset_ends_after_it_begins",
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "name", "id"], name="assets_by_name"),
            models.Index(fields=["agency", "status", "checked_date"], name="assets_by_last_check"),
        ]


class KeptAddress(models.Model):
    """An address that must not be known, such as a refuge's: outside the document, so that nothing can show it.

    Staff who need it open it on a page of its own, which the audit notes.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    asset = models.OneToOneField(Asset, models.CASCADE, related_name="kept_address")
    words = EncryptedTextField()


class AssetVersion(models.Model):
    """How an asset's entry stood; the newest is what it says now."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    asset = models.ForeignKey(Asset, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=10, choices=choices(Kind))
    document = models.JSONField()
    how = models.CharField(max_length=10, choices=choices(How))
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "asset", "number"], name="versions_of_an_asset_are_numbered")
        ]


class ServiceAtLocation(models.Model):
    """One place at which an asset is, read from its document: what a map, a distance and the open feed need."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="services_at_locations")
    asset = models.ForeignKey(Asset, models.CASCADE, related_name="services_at_locations")
    standard_id = models.UUIDField()
    position = models.PositiveSmallIntegerField()
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "asset", "position"], name="locations_of_an_asset_are_in_order")
        ]
        indexes = [models.Index(fields=["agency", "standard_id"], name="services_at_locations_by_id")]


class AssetTerm(models.Model):
    """One term that an asset's document or one of its places has, and its taxonomy as far as it is said."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    asset = models.ForeignKey(Asset, models.CASCADE, related_name="terms")
    term_id = models.UUIDField()
    taxonomy_id = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["agency", "term_id", "asset"], name="assets_by_term"),
            models.Index(fields=["agency", "taxonomy_id", "asset"], name="assets_by_taxonomy"),
        ]


class Mention(models.Model):
    """An asset was named in a training, whose id alone is kept here: trainings stand above this room."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    asset = models.ForeignKey(Asset, models.PROTECT, related_name="mentions")
    from_training = models.UUIDField()
    training_date = models.DateField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "asset", "from_training"], name="named_once_a_training")
        ]


class AssetHours(models.Model):
    """One day of the week on which an asset is on (empty: the day is not said), and from when until when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    asset = models.ForeignKey(Asset, models.CASCADE, related_name="hours")
    day = models.CharField(max_length=2, blank=True)
    opens = models.TimeField(null=True)
    closes = models.TimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["agency", "asset", "day"], name="assets_by_hours")]


class Area(models.Model):
    """The agency's own area (`whole`) or a neighbourhood of it: a name, an outline, and a point to search from.

    `outline` is a list of rings, each a list of [longitude, latitude] as in GeoJSON; it may be empty.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="areas")
    name = models.CharField(max_length=80)
    whole = models.BooleanField(default=False)
    outline = models.JSONField(default=list)
    latitude = models.FloatField()
    longitude = models.FloatField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "name"], name="areas_of_an_agency_have_names"),
            models.UniqueConstraint(fields=["agency"], condition=models.Q(whole=True), name="an_agency_has_one_whole"),
        ]


class Postcode(models.Model):
    """Where a postcode is, from the operator's own file; the same for all agencies."""

    postcode = models.CharField(max_length=8, primary_key=True)
    latitude = models.FloatField()
    longitude = models.FloatField()


class Taxonomy(models.Model):
    """A list of terms that came with a feed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="taxonomies")
    standard_id = models.UUIDField()
    name = models.CharField(max_length=255)
    document = models.JSONField()

    class Meta:
        verbose_name_plural = "taxonomies"
        constraints = [models.UniqueConstraint(fields=["agency", "standard_id"], name="a_taxonomy_is_known_once")]


class TaxonomyTerm(models.Model):
    """One term of a taxonomy that came with a feed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="taxonomy_terms")
    taxonomy = models.ForeignKey(Taxonomy, models.PROTECT, null=True, related_name="terms")
    standard_id = models.UUIDField()
    name = models.CharField(max_length=255)
    document = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "standard_id"], name="a_term_is_known_once")]
