"""The pages of the record, by subject."""
