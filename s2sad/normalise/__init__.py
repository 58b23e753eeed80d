"""The text of a function made regular, before anything is known of its values."""
