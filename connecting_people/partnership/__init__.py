"""The pair and whom they let in, pauses and returns: the only way to a person's record."""
