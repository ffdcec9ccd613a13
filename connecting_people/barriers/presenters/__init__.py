"""Barriers and the library as their pages show them."""
