"""What happens to hopes, goals and kept ideas."""
