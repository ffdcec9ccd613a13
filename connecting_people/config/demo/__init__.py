"""The invented agency: its stories as text files, a crowd around them, and the director who plays them."""
