"""The manual’s own subject: trainings, their thirteen activities live in the room, and what lands in daily practice."""
