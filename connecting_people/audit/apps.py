from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.audit"
    label = "audit"
