"""The local area of the demo: an invented place, what there is in it, and what people have made of it in a year."""
