"""The look: layout, components, form fields, styles and shared scripts that every page is made of."""
