import uuid

from django.db import models


class Chain(models.Model):
    """The end of one agency's chain: how many events it has and the hash of the last."""

    agency_id = models.UUIDField(primary_key=True)
    length = models.PositiveBigIntegerField(default=0)
    last_hash = models.CharField(max_length=64, default="")
    last_day = models.DateField(null=True)


class SubjectKey(models.Model):
    """The key that binds events to what they were about; without it the content can never be confirmed again."""

    subject_id = models.UUIDField(primary_key=True)
    key = models.BinaryField(max_length=32)


class Event(models.Model):
    """One act or one read. Holds no words of anybody's: only who, what kind, about whom, when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency_id = models.UUIDField()
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor_id = models.UUIDField(null=True)
    act = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    target_id = models.UUIDField(null=True)
    content_mac = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency_id", "number"], name="one_chain_per_agency")]
        indexes = [
            models.Index(fields=["subject_id", "-number"]),
        ]
