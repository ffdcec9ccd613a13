"""Addresses of this room."""

from django.urls import URLPattern

app_name = "stepping_out"
urlpatterns: list[URLPattern] = []
