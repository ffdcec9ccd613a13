"""Files that were brought: looked at first, then taken in whole, and perhaps undone."""

import uuid

from django.db import models

from connecting_people.community.models.assets import Asset
from connecting_people.community.rules import ImportState, Matched
from connecting_people.core.choices import choices
from connecting_people.people.models import Agency, User


class Import(models.Model):
    """One import. `plan` is what will happen, as shown before; `source` tells which assets a later file may end."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="imports")
    source = models.CharField(max_length=80)
    file_name = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=choices(ImportState), default=ImportState.LOOKED_AT)
    plan = models.JSONField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    done_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)


class ImportedAsset(models.Model):
    """What one import did to one asset, and the version that it can go back to (none: it was new)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    brought = models.ForeignKey(Import, models.CASCADE, related_name="assets")
    asset = models.ForeignKey(Asset, models.PROTECT, related_name="imports")
    matched = models.CharField(max_length=10, choices=choices(Matched))
    version_before = models.PositiveIntegerField(null=True)
    version_after = models.PositiveIntegerField()
