"""Addresses of what an agency knows of its local area."""

from django.urls import path

from connecting_people.community.views import areas, assets, entries, organisations, place

app_name = "community"
_ONE = "assets/<uuid:asset_id>/"
_RUNS = "organisations/<uuid:organisation_id>/"
urlpatterns = [
    path("", assets.find, name="find"),
    path("add/", entries.add, name="add"),
    path(_ONE, assets.asset, name="asset"),
    path(f"{_ONE}change/", entries.edit, name="edit"),
    path(f"{_ONE}history/", entries.history, name="history"),
    path(f"{_ONE}history/<int:number>/", entries.earlier, name="earlier"),
    path(f"{_ONE}history/<int:number>/go-back/", entries.go_back, name="go_back"),
    path(f"{_ONE}kept-address/", entries.kept_address, name="kept_address"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/add/", organisations.add, name="organisation_add"),
    path(_RUNS, organisations.organisation, name="organisation"),
    path(f"{_RUNS}change/", organisations.edit, name="organisation_edit"),
    path("map/", place.place, name="place"),
    path("seasons/", place.seasons, name="seasons"),
    path("areas/", areas.areas, name="areas"),
    path("areas/add/", areas.add, name="area_add"),
    path("areas/<uuid:area_id>/", areas.edit, name="area"),
    path("areas/<uuid:area_id>/take-away/", areas.take_away, name="area_remove"),
]
