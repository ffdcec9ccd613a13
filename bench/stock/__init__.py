"""The peer: the same page as Django's own tutorial would have one write it."""
