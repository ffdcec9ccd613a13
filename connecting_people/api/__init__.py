"""The open directory: what is known of places, in the field's standard, for anybody. It cannot reach a person."""
