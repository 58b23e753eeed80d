"""Names that collided with names that are gone get the shorter ones.

x_bar_part = y_bar * a          becomes     x_bar = y_bar * a
"""

from s2sad.syntax.names import names_in, renamed


def rename(node):
    """The function with `x_bar_part` as `x_bar` where no other x_bar is left."""
    names = names_in(node)
    shorter = {
        name: name.removesuffix("_part")
        for name in sorted(names)
        if name.endswith("_bar_part") and name.removesuffix("_part") not in names
    }
    return renamed(node, shorter) if shorter else node
