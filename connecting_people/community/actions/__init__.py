"""What people do to keep what is known of the local area true, one file a subject."""
