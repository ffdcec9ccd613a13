"""Addresses of the look."""

from django.urls import path

from connecting_people.ui import views

app_name = "ui"
urlpatterns = [
    path("styleguide/", views.styleguide, name="styleguide"),
    path("look/", views.look, name="look"),
    path("language/", views.language, name="language"),
    path("leave/", views.leave, name="leave"),
]
