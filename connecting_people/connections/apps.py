from django.apps import AppConfig


class ConnectionsConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.connections"
    label = "connections"
