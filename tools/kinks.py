"""The README's table of conventions at kinks, from the notes that stand with the rules.

python tools/kinks.py prints it.
"""

from s2sad.rules.table import all_rules
from s2sad.syntax.printer import text_of


def table():
    """The rows of the table, rules of one convention together."""
    notes = {}
    for rule in all_rules():
        if rule.note is not None:
            words = " ".join(rule.note.split())
            notes.setdefault(words, []).append(f"`{text_of(rule.pattern)}`")
    rows = [
        f"| {', '.join(dict.fromkeys(patterns))} | {words} |"
        for words, patterns in notes.items()
    ]
    return "\n".join(["| of | the convention |", "|---|---|", *rows])


if __name__ == "__main__":
    print(table())
