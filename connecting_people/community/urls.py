"""Addresses of what an agency knows of its local area."""

from django.urls import path

from connecting_people.community.views import assets, find

app_name = "community"
_ONE = "assets/<uuid:asset_id>/"
urlpatterns = [
    path("", find.find, name="find"),
    path(_ONE, assets.asset, name="asset"),
]
