"""Addresses of taking stock."""

from django.urls import path

from connecting_people.taking_stock.views import own, taking

app_name = "taking_stock"
_TWO = "partnerships/<uuid:partnership_id>/taking-stock/"
_OWN = "taking-stock/own/"
urlpatterns = [
    path(_TWO, taking.room, name="room"),
    path(f"{_TWO}say/", taking.say, name="say"),
    path(f"{_TWO}say/<uuid:place_id>/", taking.say, name="say_for"),
    path(f"{_TWO}<uuid:view_id>/", taking.one, name="one"),
    path(f"{_TWO}<uuid:view_id>/share/", taking.share, name="share"),
    path(_OWN, own.own, name="own"),
    path(f"{_OWN}new/", own.own_take, name="own_take"),
    path(f"{_OWN}<uuid:stock_id>/", own.own_change, name="own_change"),
    path(f"{_OWN}<uuid:stock_id>/show/", own.own_show, name="own_show"),
    path(f"{_OWN}<uuid:stock_id>/take-back/", own.own_take_back, name="own_take_back"),
    path("agency/<uuid:agency_id>/taking-stock/", own.team, name="team"),
]
