from django.apps import AppConfig


class TakingStockConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.taking_stock"
    label = "taking_stock"
