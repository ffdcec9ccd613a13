"""What `make bench` runs: how fast the program is at a realistic size, beside its peers, in one sitting."""
