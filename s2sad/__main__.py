"""`python -m s2sad`: the same as the command `s2sad`."""

from s2sad.cli import main

main(prog_name="s2sad")
