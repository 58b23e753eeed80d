"""Whether trees are long text, told from what they hold before any text is made."""

import ast

import gast

from s2sad.syntax.walk import walk


def is_longer(node, width):
    """Whether the text of an expression or a line must be longer than a width.

    Each name and each other node is at least a letter of it, but for the statement
    that is an expression. Where this says no, the text may still be longer.
    """
    least = -1
    for each in walk(node):
        least += len(each.id) if isinstance(each, (ast.Name, gast.Name)) else 1
        if least > width:
            return True
    return False
