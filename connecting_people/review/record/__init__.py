"""What the record shows of a span of time, heading by heading: lines to look at, never a score and never a cause."""
