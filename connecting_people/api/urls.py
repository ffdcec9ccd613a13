"""Addresses of the open feed of each agency."""

from django.urls import path

from connecting_people.api import views

app_name = "api"
# The library's own root page is in the way of the standard's.
_feed = [one for one in views.api.urls[0] if getattr(one, "name", "") != "api-root"]
urlpatterns = [path("openapi.json", views.document, name="document"), *_feed]
