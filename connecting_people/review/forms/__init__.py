"""What one says when looking back. Every form keeps what was typed."""
