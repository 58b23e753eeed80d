"""Walking over trees, which every pass does all the time: quicker than ast.walk."""

import gast

# What holds no values: operators, contexts, texts, annotations.
_BARE = {
    *("ctx", "op", "ops", "id", "attr", "arg", "name", "kind"),
    *("annotation", "type_comment", "returns", "type_params"),
}
_fields = {gast.Constant: ()}
# What holds statements, in the order in which nodes have it.
_BODIES = ("body", "handlers", "orelse", "finalbody")


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


def statements(tree):
    """The statements of a tree as `walk` gives them, without their expressions."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        for field in _BODIES:
            waiting += getattr(node, field, ())


def children(node):
    """The statements and expressions that a node is made of, in order of the text."""
    fields = _fields.get(type(node))
    if fields is None:
        fields = _fields_of(type(node))
    found = []
    for field in fields:
        value = getattr(node, field)
        if type(value) is list:
            found += [item for item in value if isinstance(item, gast.AST)]
        elif isinstance(value, gast.AST):
            found.append(value)
    return found


def in_order(tree):
    """Every statement and expression of a tree, in order of the text."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(children(node))


def names_of(trees, context=gast.expr_context):
    """The identifiers in trees, of one context.

    It is the walk that is made most often, so it is written out.
    """
    found, waiting = set(), list(trees)
    while waiting:
        node = waiting.pop()
        if type(node) is gast.Name:
            if isinstance(node.ctx, context):
                found.add(node.id)
        elif isinstance(node, gast.AST):
            fields = _fields.get(type(node))
            if fields is None:
                fields = _fields_of(type(node))
            for field in fields:
                value = getattr(node, field)
                if type(value) is list:
                    waiting += value
                elif value is not None:
                    waiting.append(value)
    return found


def _fields_of(kind):
    """The fields of a class of nodes that hold statements or expressions."""
    _fields[kind] = tuple(f for f in kind._fields if f not in _BARE)
    return _fields[kind]


def loops_in(nodes):
    """The `for` loops of statements and of their branches, inner ones first."""
    for node in nodes:
        if isinstance(node, gast.For):
            yield from list(loops_in(node.body))
            yield node
        elif isinstance(node, gast.If):
            yield from loops_in(node.body)
