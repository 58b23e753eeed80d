"""Walking over trees, which every pass does all the time: quicker than ast.walk."""

import gast

# What holds no values: operators, contexts, texts, annotations.
_BARE = {
    *("ctx", "op", "ops", "id", "attr", "arg", "name", "kind"),
    *("annotation", "type_comment", "returns", "type_params"),
}
_fields = {gast.Constant: ()}


def walk(tree):
    """Every statement and expression of a tree, parents before what is inside them."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, gast.AST):
            continue
        yield node
        fields = _fields.get(type(node))
        if fields is None:
            fields = _fields_of(type(node))
        for field in fields:
            value = getattr(node, field)
            if type(value) is list:
                waiting += value
            elif value is not None:
                waiting.append(value)


def names(trees, context=None):
    """The identifiers in trees, all or those of one context: quicker than by `walk`."""
    found, waiting = set(), list(trees)
    while waiting:
        node = waiting.pop()
        kind = type(node)
        if kind is gast.Name:
            if context is None or type(node.ctx) is context:
                found.add(node.id)
            continue
        fields = _fields.get(kind)
        if fields is None:
            fields = _fields_of(kind)
        for field in fields:
            value = getattr(node, field)
            if type(value) is list:
                waiting += value
            elif value is not None:
                waiting.append(value)
    return found


def _fields_of(kind):
    """The fields of a class of nodes that hold statements or expressions."""
    # other objects, as lists in trees may hold, have none
    _fields[kind] = tuple(f for f in getattr(kind, "_fields", ()) if f not in _BARE)
    return _fields[kind]
