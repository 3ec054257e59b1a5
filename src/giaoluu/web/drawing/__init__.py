"""What the pictures of the site show: numbers and places, ready for a template to draw."""
