"""All that a tree says as one list of words: equal for equal trees, and for no others.

Quicker than a tree's text, it tells whether a pass has changed a tree.
"""

import gast

_fields = {}
# What generated trees have nothing in.
_SILENT = {"annotation", "type_comment", "returns", "type_params", "kind"}


def spelled(tree):
    """The words of a tree: classes of nodes, names, literals, lengths of lists."""
    words, waiting = [], [tree]
    while waiting:
        value = waiting.pop()
        kind = type(value)
        if kind is gast.Name:
            words += (value.id, type(value.ctx))
        elif kind is gast.Constant:
            # as text: 1, 1.0 and True are equal, and so are 0.0 and -0.0
            words += (kind, repr(value.value))
        elif kind is list:
            words.append(len(value))
            waiting += value
        elif isinstance(value, gast.AST):
            words.append(kind)
            fields = _fields.get(kind)
            if fields is None:
                fields = tuple(f for f in kind._fields if f not in _SILENT)
                _fields[kind] = fields
            for field in fields:
                waiting.append(getattr(value, field, None))
        else:
            words.append(value)
    return words
