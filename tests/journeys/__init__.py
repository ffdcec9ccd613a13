"""What people live through with the program, in a real browser against a real server."""
