"""What is not admitted: how messages call it, and what to write instead."""

from s2sad.normalise.matches import refused_pattern

_TAKE_OUT = "the numeric part in a function of its own"
_STATEMENT_WORDS = {
    "Try": "try",
    "With": "with",
    "ClassDef": "a class inside a function",
    "Global": "global",
    "Nonlocal": "nonlocal",
    "Delete": "del",
    "AsyncFunctionDef": "async def",
}
_STATEMENT_REWRITES = {
    "Try": "an if before what may fail",
    "With": "the statements without it",
    "ClassDef": "a class or NamedTuple outside the function",
    "Global": "an argument, and a value that is returned",
    "Nonlocal": "an argument, and a value that is returned",
    "Delete": "nothing: names end with the function",
}
_NODE_WORDS = {
    "ListComp": "a list comprehension",
    "DictComp": "a dict comprehension",
    "SetComp": "a set comprehension",
    "GeneratorExp": "a generator expression",
    "NamedExpr": "an assignment inside an expression",
    "Await": "await",
    "Yield": "yield",
    "YieldFrom": "yield from",
    "Set": "a set",
    "Starred": "a starred expression",
}
_NODE_REWRITES = {
    "NamedExpr": "an assignment before it",
    "ListComp": "a loop that fills np.empty(n)",
    "GeneratorExp": "a loop that adds",
    "SetComp": "a loop over an array",
    "DictComp": "a loop over an array",
    "Set": "a tuple",
    "Await": "the value itself",
    "Yield": "a value that is returned",
    "YieldFrom": "a value that is returned",
    "Starred": "its parts, one by one",
}


def refused_statement(node):
    """(what is not admitted about a statement, what to write instead)."""
    kind = type(node).__name__
    if kind == "Match":
        return refused_pattern(node)
    what = f"{_STATEMENT_WORDS.get(kind, kind)} is not supported"
    return what, _STATEMENT_REWRITES.get(kind, _TAKE_OUT)


def refused_expression(node):
    """(what an expression is called, what to write instead), where not admitted."""
    kind = type(node).__name__
    return _NODE_WORDS.get(kind, kind), _NODE_REWRITES.get(kind, "a loop, or a helper")
