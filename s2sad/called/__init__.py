"""What the calls of a function stand for: library, compiled and known functions."""
