"""What happens to barriers, to ways round them, and to the agency's library of such ways."""
