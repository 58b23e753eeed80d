"""Lists, dicts and objects whose parts are known one by one, and functions inside."""
