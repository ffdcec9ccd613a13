"""Faults played on a real server: run by `make faults`, apart from the other tests since they take their time."""
