"""Agencies, teams, people with their roles, and how they sign in."""
