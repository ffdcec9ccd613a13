from django.apps import AppConfig


class PartnershipConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.partnership"
    label = "partnership"
