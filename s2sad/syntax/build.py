"""Short words for making trees: the parts that generated statements are made of."""

import copy

import gast

from s2sad.syntax.walk import children

OPERATORS = {
    "+": gast.Add,
    "-": gast.Sub,
    "*": gast.Mult,
    "/": gast.Div,
    "**": gast.Pow,
    "//": gast.FloorDiv,
    "%": gast.Mod,
    "@": gast.MatMult,
}

# Of the orders there is none: of a nan neither is true.
_OPPOSITES = {gast.Eq: gast.NotEq, gast.NotEq: gast.Eq}


def name(identifier):
    return gast.Name(identifier, gast.Load(), None, None)


def target(identifier):
    return gast.Name(identifier, gast.Store(), None, None)


def constant(value):
    """A literal; a negative one is a minus sign before a literal, as Python has it.

    Infinity and nan, which have no literal, are NumPy's.
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if isinstance(value, float) and value - value != 0.0:
            found = attribute("np", "nan" if value != value else "inf")
            return gast.UnaryOp(gast.USub(), found) if value < 0 else found
        if value < 0 or (value == 0 and str(value)[0] == "-"):
            return gast.UnaryOp(gast.USub(), gast.Constant(-value, None))
    if isinstance(value, complex) and str(value)[0] in "(-":
        return call("complex", constant(value.real), constant(value.imag))
    return gast.Constant(value, None)


def attribute(value, *path):
    node = name(value) if isinstance(value, str) else value
    for part in path:
        node = gast.Attribute(node, part, gast.Load())
    return node


def call(function, *arguments, **keywords):
    if isinstance(function, str):
        function = attribute(*function.split("."))
    named = [gast.keyword(key, value) for key, value in keywords.items()]
    return gast.Call(function, list(arguments), named)


def binary(left, operator, right):
    return gast.BinOp(left, OPERATORS[operator](), right)


def negative(value):
    return gast.UnaryOp(gast.USub(), value)


def compare(left, operator, right):
    return gast.Compare(left, [operator], [right])


def logical_not(value):
    return gast.UnaryOp(gast.Not(), value)


def opposite(test):
    """The negation of a condition, without a `not not`."""
    if isinstance(test, gast.UnaryOp) and isinstance(test.op, gast.Not):
        return test.operand
    if isinstance(test, gast.Compare) and type(test.ops[0]) in _OPPOSITES:
        if len(test.ops) == 1:
            return compare(
                test.left, _OPPOSITES[type(test.ops[0])](), test.comparators[0]
            )
    return logical_not(test)


def subscript(value, *indices):
    index = indices[0] if len(indices) == 1 else tuple_of(indices)
    return gast.Subscript(value, index, gast.Load())


def tuple_of(items):
    return gast.Tuple(list(items), gast.Load())


def one_or_tuple(items):
    """What is returned: one item as it is, several as a tuple."""
    return tuple_of(items) if len(items) > 1 else items[0]


def assign(place, value):
    """`place = value`; place is a name, a list of names, or a node."""
    if isinstance(place, str):
        place = target(place)
    elif isinstance(place, (list, tuple)):
        place = gast.Tuple([stored(item) for item in place], gast.Store())
    else:
        place = stored(place)
    return gast.Assign([place], value, None)


def augment(place, operator, value):
    return gast.AugAssign(stored(place), OPERATORS[operator](), value)


def stored(node):
    """A copy of a name or subscript as a target."""
    if isinstance(node, str):
        return target(node)
    node = copy.copy(node)
    node.ctx = gast.Store()
    return node


def loaded(node):
    """A copy of a target as a value."""
    node = copy.copy(node)
    node.ctx = gast.Load()
    return node


def expression(value):
    return gast.Expr(value)


def returned(value):
    return gast.Return(value)


def conditional(test, body, orelse=()):
    """An if statement, its test turned round where only the other side has lines."""
    if orelse and not body:
        return gast.If(opposite(test), list(orelse), [])
    return gast.If(test, list(body), list(orelse))


def counted(identifier, bounds, body):
    """`for identifier in range(*bounds): body`."""
    return gast.For(target(identifier), call("range", *bounds), list(body), [], None)


def with_body(node, body):
    """A loop like this one around other statements."""
    if isinstance(node, gast.For):
        new = gast.For(node.target, node.iter, body, [], None)
    else:
        new = gast.While(node.test, body, [])
    return gast.copy_location(new, node)


def has_blocks(node):
    """Whether a statement of plain form holds others."""
    return isinstance(node, (gast.If, gast.For, gast.While))


def with_blocks(node, change):
    """A branch or loop like this one, with each of its blocks changed."""
    if isinstance(node, gast.If):
        sides = map(change, (node.body, node.orelse))
        return gast.copy_location(gast.If(node.test, *sides), node)
    return with_body(node, change(node.body))


def comment(text):
    """A comment is a string statement while in trees; the printer turns it back."""
    return gast.Expr(gast.Constant("#: " + text, None))


def is_comment(node):
    """Whether a statement (of gast or of ast) stands for a comment."""
    value = getattr(node, "value", None)
    text = getattr(value, "value", None)
    return type(node).__name__ == "Expr" and str(text).startswith("#:")


def function(identifier, parameters, body, docstring=None):
    arguments = gast.arguments(
        [gast.Name(p, gast.Param(), None, None) for p in parameters],
        [],
        None,
        [],
        [],
        None,
        [],
    )
    if docstring:
        body = [gast.Expr(gast.Constant(docstring, None)), *body]
    return gast.FunctionDef(identifier, arguments, list(body), [], None, None, [])


def number_of(node):
    """The number that a literal (with its sign) stands for, or None."""
    if isinstance(node, gast.UnaryOp) and isinstance(node.op, gast.USub):
        inner = number_of(node.operand)
        return None if inner is None else -inner
    if isinstance(node, gast.Constant) and isinstance(node.value, (int, float)):
        return None if isinstance(node.value, bool) else node.value
    return None


def place_of(node):
    """What an assignment to one place writes into, augmented or not."""
    return node.target if isinstance(node, gast.AugAssign) else node.targets[0]


def is_sum(node):
    """Whether a statement adds to a place."""
    return isinstance(node, gast.AugAssign) and isinstance(
        node.op, (gast.Add, gast.Sub)
    )


def length(node):
    """What is long enough for an integer of numbers, and for none where it is negative.

    `n` for `n - 3`: there may be fewer than 3; `max(n - m, 0)` for `n - m`.
    """
    if isinstance(node, gast.BinOp) and isinstance(node.op, gast.Sub):
        number = number_of(node.right)
        if number is not None and number > 0:
            return length(node.left)
    return call("max", node, constant(0)) if _is_difference(node) else node


def _is_difference(node):
    """Whether something that is no literal is taken away in a sum."""
    if not isinstance(node, gast.BinOp):
        return False
    is_less = isinstance(node.op, gast.Sub) and number_of(node.right) is None
    return is_less or _is_difference(node.left) or _is_difference(node.right)


def shifted(node, amount):
    """An integer expression plus a literal, the literals joined."""
    number = number_of(node)
    if number is not None:
        return constant(number + amount)
    if isinstance(node, gast.BinOp) and isinstance(node.op, (gast.Add, gast.Sub)):
        known = number_of(node.right)
        if known is not None:
            total = amount + (known if isinstance(node.op, gast.Add) else -known)
            return shifted(node.left, total)
    if amount == 0:
        return node
    return binary(node, "+" if amount > 0 else "-", constant(abs(amount)))


def origin(node):
    """What tells a node from others: its place, and where it was before it came there.

    Statements of a generator stand where the loop over it does.
    """
    return getattr(node, "origin", None) or (node.lineno, node.col_offset)


def located(new, old):
    """A new node at the place of another, and with it all inside that has no place."""
    waiting = [(gast.copy_location(new, old), 1, 0)]
    while waiting:
        node, line, column = waiting.pop()
        if "lineno" in node._attributes:
            given = vars(node)
            line = given.setdefault("lineno", line)
            column = given.setdefault("col_offset", column)
        waiting += [(child, line, column) for child in children(node)]
    return new
