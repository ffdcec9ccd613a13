"""The papers of a training, each as a tagged PDF, also in large print, to be read without colour."""
