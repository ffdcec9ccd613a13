"""The pages of agencies, teams and accounts, by subject."""
