"""Tags for the few templates that are Django's own: the sign-in pages of allauth."""
