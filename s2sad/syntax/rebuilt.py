"""Copies of blocks in which some statements are exchanged for others."""

from s2sad.syntax import build


def rebuilt(statements, change):
    """A copy of a block; `change` gives what each statement without a block becomes.

    A loop of which nothing is left goes.
    """
    found = []
    for node in statements:
        if build.has_blocks(node):
            made = build.with_blocks(node, lambda b: rebuilt(b, change))
            found += [made] if made.body else []
        else:
            found += change(node)
    return found
