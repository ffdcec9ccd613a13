"""Addresses of the open pages about the model."""

from django.urls import path

from connecting_people.guide import views

app_name = "guide"
urlpatterns = [
    path("", views.model, name="model"),
    path("steps/<int:number>/", views.step, name="step"),
]
