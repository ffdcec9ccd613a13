"""Addresses of taking stock."""

from django.urls import URLPattern

app_name = "taking_stock"
urlpatterns: list[URLPattern] = []
