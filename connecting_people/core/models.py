import uuid

from django.db import models


class Submission(models.Model):
    """One form that was sent and acted on, so that sending it again makes nothing twice."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token = models.UUIDField()
    sent_by = models.CharField(max_length=36)
    target = models.CharField(max_length=500)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "sent_by"], name="a_form_is_sent_once")]
        indexes = [models.Index(fields=["at"])]
