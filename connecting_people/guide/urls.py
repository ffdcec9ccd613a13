"""Addresses of the open pages about the model."""

from django.urls import path

from connecting_people.guide import views

app_name = "guide"
urlpatterns = [
    path("", views.model, name="model"),
    path("explainer/", views.explainer, name="explainer"),
    path("poster/", views.poster, name="poster"),
    path("poster/<str:size>-<str:palette>.<str:form>", views.poster_file, name="poster_file"),
    path("steps/<int:number>/", views.step, name="step"),
]
