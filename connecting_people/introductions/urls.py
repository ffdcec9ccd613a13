"""Addresses of introductions."""

from django.urls import path

from connecting_people.introductions import views

app_name = "introductions"
_SIDE = "<uuid:side_id>/"
urlpatterns = [
    path("", views.introductions, name="introductions"),
    path("wish/", views.wish, name="wish"),
    path("wish/<uuid:wish_id>/back/", views.take_back, name="take_back"),
    path("fits/", views.say_fits, name="say_fits"),
    path("fits/back/", views.no_longer_fits, name="no_longer_fits"),
    path(_SIDE, views.introduction, name="introduction"),
    path(f"{_SIDE}propose/", views.propose, name="propose"),
    path(f"{_SIDE}answer/", views.answer, name="answer"),
    path(f"{_SIDE}back/", views.step_back, name="step_back"),
]
