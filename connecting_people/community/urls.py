"""Addresses of what an agency knows of its local area."""

from django.urls import path

from connecting_people.community.views import assets, files

app_name = "community"
_BROUGHT = "bring-in/<uuid:import_id>/"
_ONE = "assets/<uuid:asset_id>/"
urlpatterns = [
    path("", assets.find, name="find"),
    path(_ONE, assets.asset, name="asset"),
    path("files/", files.files, name="files"),
    path("files/<str:form>", files.copy, name="copy"),
    path("bring-in/", files.bring_in, name="bring_in"),
    path(f"{_BROUGHT}columns/", files.mapping, name="mapping"),
    path(_BROUGHT, files.import_plan, name="import_plan"),
    path(f"{_BROUGHT}undo/", files.import_undo, name="import_undo"),
]
