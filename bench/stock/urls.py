"""The peer's addresses."""

from django.http import HttpResponse
from django.urls import path

from bench.stock import views

urlpatterns = [
    path("healthz", lambda request: HttpResponse("ok")),
    path("", views.partnership, name="first"),
    path("partnerships/<uuid:partnership_id>/", views.partnership, name="partnership"),
    path("partnerships/<uuid:partnership_id>/journey/", views.partnership, name="timeline"),
    path("partnerships/<uuid:partnership_id>/steps/<int:number>/", views.partnership, name="step"),
    path("partnerships/<uuid:partnership_id>/entries/<uuid:entry_id>/", views.partnership, name="entry"),
]
