"""The slides of a training: what is on them, and how they are drawn for an office program and as a PDF."""
