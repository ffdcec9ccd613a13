"""Append-only record of acts and reads: subject and actor as bare ids, one hash chain per agency."""
