"""Tests of the model's data and of its open pages."""
