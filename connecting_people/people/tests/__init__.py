"""Tests of agencies, teams, people and signing in."""
