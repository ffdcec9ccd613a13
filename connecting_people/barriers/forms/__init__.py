"""What is written about barriers, the ways round them, and the agency's library."""
