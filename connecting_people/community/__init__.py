"""What an agency knows of its local area: assets, contacts, checks, ratings, gaps, search. It knows no partnership."""
