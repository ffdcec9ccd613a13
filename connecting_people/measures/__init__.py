"""Questionnaires as data: definitions, answers, scoring. Always an aid to a conversation."""
