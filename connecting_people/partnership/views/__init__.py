"""The pages of a partnership itself, by what they are about."""
