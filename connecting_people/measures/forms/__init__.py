"""What is asked in this room. Every form keeps what was typed."""
