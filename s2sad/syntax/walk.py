"""Walking over trees, which every pass does all the time: quicker than ast.walk."""

import gast


def walk(tree):
    """Every node of a tree, parents before what is inside them."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        for value in vars(node).values():
            if isinstance(value, gast.AST):
                waiting.append(value)
            elif type(value) is list:
                waiting.extend(item for item in value if isinstance(item, gast.AST))
