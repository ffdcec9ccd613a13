"""The course as data: thirteen activities, prompts, suggestions for guests, and notes for trainers, in our words."""
