"""Tests of the first pages and of the pages that gather the rooms."""
