"""What cannot be done, said to a person."""


class Trouble(Exception):
    """Something cannot be done; the message says to whoever asked what is the matter and how to mend it."""
