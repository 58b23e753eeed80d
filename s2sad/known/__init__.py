"""What is known of values, names and memory while a function is specialised."""
