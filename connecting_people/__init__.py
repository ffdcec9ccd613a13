"""Connecting People: a shared record, local knowledge and training for one UK way of working."""
