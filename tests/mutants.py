"""Programs of tests/programs with a few random edits: code that nobody had in mind.

A statement is repeated, moved, guarded or left by a break; an index is shifted, a name
taken for another, an element overwritten; a helper computes a product.
"""

import ast
import copy
import random

from programs_under_test import FOLDER, NAMES

_LIBRARY = {"np", "math", "range", "len", "abs", "max", "min", "int", "float"}
_SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}
_HELPERS = (
    "    return a {sign} b",
    "    c = a {sign} b\n    return c * c",
    "    if np.sum(a) > 0.5:\n        return a {sign} b\n    return 0.5 * (a {sign} b)",
)


def mutant(seed):
    """(name of a program, its text after one to three edits)."""
    rng = random.Random(seed)
    while True:
        name = rng.choice(NAMES)
        text = (FOLDER / f"{name}.py").read_text()
        tree = _Defined().visit(ast.parse(text))
        helpers = []
        try:
            for _ in range(rng.choice([1, 1, 2, 2, 3])):
                rng.choice(EDITS)(rng, _function(rng, tree, name), helpers)
        except IndexError:
            continue  # nothing in the program to edit so
        lines = [
            "import numpy as np",
            *helpers,
            ast.unparse(ast.fix_missing_locations(tree)),
        ]
        return name, "\n\n".join(lines) + "\n"


class _Defined(ast.NodeTransformer):
    """What an array of np.empty holds is no matter of mathematics."""

    def visit_Attribute(self, node):
        node.attr = {"empty": "zeros", "empty_like": "zeros_like"}.get(
            node.attr, node.attr
        )
        return self.generic_visit(node)


def _function(rng, tree, name):
    functions = [n for n in tree.body if isinstance(n, ast.FunctionDef)]
    (own,) = [n for n in functions if n.name == name]
    return rng.choice([own, rng.choice(functions)])


# --- what may be edited ---------------------------------------------------------------


def _all(function, *classes):
    return [n for n in ast.walk(function) if isinstance(n, classes)]


def _block(rng, function):
    """A list of statements in a function."""
    blocks = [
        getattr(n, f, None) for n in ast.walk(function) for f in ("body", "orelse")
    ]
    return rng.choice([b for b in blocks if isinstance(b, list) and b])


def _simple(block):
    """The positions of statements that may be moved about."""
    fixed = (ast.Return, ast.FunctionDef, ast.Break, ast.Continue)
    return [k for k, n in enumerate(block) if not isinstance(n, fixed)]


def _values(node):
    """The names that code reads, but for those of libraries."""
    names = [n for n in _all(node, ast.Name) if isinstance(n.ctx, ast.Load)]
    return [n for n in names if n.id not in _LIBRARY]


def _elements(function):
    return [n for n in _all(function, ast.Subscript) if isinstance(n.ctx, ast.Load)]


def _stored(node):
    place = copy.deepcopy(node)
    place.ctx = ast.Store()
    return place


def _condition(rng, node):
    value = rng.choice(_values(node)).id
    return ast.parse(
        f"np.sum({value}) > {rng.choice([0.1, 0.5, 1.0])}", mode="eval"
    ).body


# --- edits ----------------------------------------------------------------------------


def _repeated(rng, function, helpers):
    block = _block(rng, function)
    places = _simple(block)
    first, last = sorted(rng.choice(places) for _ in range(2))
    trips = ast.parse(f"range({rng.choice([2, 3])})", mode="eval").body
    counter = ast.Name(f"again_{rng.randrange(9)}", ast.Store())
    block[first : last + 1] = [
        ast.For(counter, trips, block[first : last + 1], [], None)
    ]


def _doubled(rng, function, helpers):
    block = _block(rng, function)
    node = copy.deepcopy(block[rng.choice(_simple(block))])
    block.insert(rng.choice(_simple(block)), node)


def _exchanged(rng, function, helpers):
    block = _block(rng, function)
    first, second = (rng.choice(_simple(block)) for _ in range(2))
    block[first], block[second] = block[second], block[first]


def _added_up(rng, function, helpers):
    node = rng.choice(_all(function, ast.Assign, ast.AugAssign))
    op = rng.choice([ast.Add(), ast.Sub(), ast.Mult()])
    if isinstance(node, ast.AugAssign):
        node.op = op
        return
    for parent in ast.walk(function):
        for field in ("body", "orelse"):
            block = getattr(parent, field, None)
            if isinstance(block, list) and node in block:
                new = ast.AugAssign(node.targets[0], op, node.value)
                block[block.index(node)] = new


def _mistaken(rng, function, helpers):
    first, second = (rng.choice(_values(function)) for _ in range(2))
    first.id = second.id


def _helped(rng, function, helpers):
    products = [n for n in _all(function, ast.BinOp) if type(n.op) in _SIGNS]
    node, name = rng.choice(products), f"helper_{len(helpers)}"
    body = rng.choice(_HELPERS).format(sign=_SIGNS[type(node.op)])
    helpers.append(f"def {name}(a, b):\n{body}")
    call = ast.Call(ast.Name(name, ast.Load()), [node.left, node.right], [])

    class Helped(ast.NodeTransformer):
        def visit_BinOp(self, other):
            return call if other is node else self.generic_visit(other)

    Helped().visit(function)


def _shifted(rng, function, helpers):
    simple = (ast.Name, ast.Constant, ast.BinOp)
    nodes = [n for n in _all(function, ast.Subscript) if isinstance(n.slice, simple)]
    node = rng.choice(nodes)
    less = ast.BinOp(node.slice, ast.Sub(), ast.Constant(1))
    node.slice = rng.choice([less, ast.Constant(0)])


def _guarded(rng, function, helpers):
    block = _block(rng, function)
    place = rng.choice(_simple(block))
    block[place] = ast.If(_condition(rng, block[place]), [block[place]], [])


def _left(rng, function, helpers):
    loop = rng.choice(_all(function, ast.For, ast.While))
    leaving = rng.choice([ast.Break(), ast.Continue()])
    guard = ast.If(_condition(rng, loop), [leaving], [])
    loop.body.insert(rng.randrange(len(loop.body) + 1), guard)


def _overwritten(rng, function, helpers):
    elements = _elements(function)
    place = _stored(rng.choice(elements))
    factors = [copy.deepcopy(rng.choice([*elements, *_values(function)])) for _ in "ab"]
    value = ast.BinOp(factors[0], rng.choice([ast.Mult(), ast.Add()]), factors[1])
    block = _block(rng, function)
    augmented = ast.AugAssign(place, rng.choice([ast.Add(), ast.Mult()]), value)
    new = rng.choice([ast.Assign([place], value), augmented])
    block.insert(rng.choice(_simple(block)), new)


EDITS = (
    _repeated,
    _repeated,
    _doubled,
    _exchanged,
    _added_up,
    _mistaken,
    _helped,
    _helped,
    _shifted,
    _guarded,
    _left,
    _overwritten,
    _overwritten,
)
