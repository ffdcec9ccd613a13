"""Addresses of the first pages, and of the pages that gather the rooms."""

from django.urls import path

from connecting_people.home import views

app_name = "home"
urlpatterns = [
    path("", views.first, name="first"),
    path("about/", views.about, name="about"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("agency/", views.agency, name="agency"),
    path("agency/<uuid:agency_id>/handing-over/<uuid:user_id>/", views.handing_over, name="handing_over"),
    path("agency/<uuid:agency_id>/views/", views.shared_views, name="shared_views"),
    path("audit/", views.audit, name="audit"),
    path("audit/looks/<uuid:look_id>/seen/", views.look_seen, name="look_seen"),
    path("partnerships/<uuid:partnership_id>/", views.partnership, name="partnership"),
    path("partnerships/<uuid:partnership_id>/steps/<int:number>/", views.step, name="step"),
]
