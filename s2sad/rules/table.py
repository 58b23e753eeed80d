"""The table of rules: each read once from its text, found by its pattern."""

import copy
import functools
import inspect
from dataclasses import dataclass

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.kinds import Array, Scalar
from s2sad.rules import (
    arithmetic,
    arrays,
    complex_numbers,
    exponential,
    piecewise,
    rounding,
    special,
    trigonometric,
)
from s2sad.rules.spellings import DEAR, SPELLINGS
from s2sad.syntax import build
from s2sad.syntax.walk import walk

# In the order of the README's table of kinks.
MODULES = (
    *(arithmetic, arrays, exponential, trigonometric, piecewise, rounding, special),
    complex_numbers,
)
_LIBRARIES = ("math", "np", "")


@dataclass(frozen=True)
class Rule:
    """One rule: a pattern, its tangent line, and an adjoint line for each argument.

    `shares` are values with names that several adjoint lines read. One that is
    `holomorphic` holds for complex numbers as it stands; all others are of real ones,
    but for parameters that the rule says to be complex.
    """

    name: str
    parameters: tuple
    guards: tuple
    pattern: gast.AST
    tangent: gast.AST | None
    adjoints: dict
    shares: dict
    module: object
    note: str | None
    is_holomorphic: bool

    @property
    def has_complex(self):
        """Whether some parameters are complex numbers, whatever the others are."""
        return "COMPLEX" in self.guards

    @property
    def is_constant(self):
        """Whether the derivative is 0 wherever it exists."""
        return self.tangent is None

    def tangent_reads_result(self):
        return self.tangent is not None and reads(self.tangent, "z")

    def adjoint_reads_result(self, parameters):
        return any(
            reads(line.value, "z")
            for parameter, line in self.adjoints.items()
            if parameter in parameters
        )

    def operands(self, node):
        """{parameter: operand} for an expression that has the shape of the pattern."""
        return dict(zip(self.parameters, operands_of(node)))


def reads(tree, name):
    """Whether a line of a rule reads a name."""
    return any(isinstance(n, gast.Name) and n.id == name for n in walk(tree))


def operands_of(node):
    """The operands of an operation, in order."""
    if isinstance(node, gast.BinOp):
        return [node.left, node.right]
    if isinstance(node, gast.UnaryOp):
        return [node.operand]
    if isinstance(node, gast.Compare):
        return [node.left, *node.comparators]
    if isinstance(node, gast.Attribute):
        return [node.value]
    return [*node.args, *(item.value for item in node.keywords)]


def with_operands(node, operands):
    """The same operation on other operands."""
    node = copy.copy(node)
    if isinstance(node, gast.BinOp):
        node.left, node.right = operands
    elif isinstance(node, gast.UnaryOp):
        (node.operand,) = operands
    elif isinstance(node, gast.Attribute):
        (node.value,) = operands
    else:
        count = len(node.args)
        node.args = list(operands[:count])
        node.keywords = [
            gast.keyword(item.arg, value)
            for item, value in zip(node.keywords, operands[count:])
        ]
    return node


def _rule(node, module):
    body = list(node.body)
    note = gast.get_docstring(node)
    if note is not None:
        body = body[1:]
    pattern, *lines = body
    tangent = None
    adjoints, shares = {}, {}
    for line in lines:
        place = line.targets[0] if isinstance(line, gast.Assign) else line.target
        if isinstance(place, gast.Name) and place.id == "z_dot":
            tangent = line.value
        elif isinstance(line, gast.Assign):
            shares[place.id] = line.value
        else:
            base = place.value if isinstance(place, gast.Subscript) else place
            adjoints[base.id.removesuffix("_bar")] = line
    return Rule(
        node.name,
        tuple(argument.id for argument in node.args.args),
        tuple(_guard(argument.annotation) for argument in node.args.args),
        pattern.value,
        tangent,
        adjoints,
        shares,
        module,
        note,
        getattr(node.returns, "id", None) == "HOLOMORPHIC",
    )


def _guard(annotation):
    if isinstance(annotation, gast.Constant):
        return annotation.value
    return annotation.id if annotation is not None else "ANY"


@functools.cache
def spellings():
    """{spelling: [(canonical name, index of its library)]}."""
    found = {}
    for canonical, row in _rows().items():
        for column, word in enumerate(row):
            if word is not None:
                dotted = f"{_LIBRARIES[column]}.{word}".lstrip(".")
                found.setdefault(dotted, []).append((canonical, column))
    return found


@functools.cache
def _rows():
    return {**arrays.SPELLINGS, **SPELLINGS}


def sibling(canonical, column):
    """The node of a function as the library of this column spells it, or None."""
    row = _rows().get(canonical)
    if row is None:
        return None
    for place in (column, 1, 0, 2):
        if row[place] is not None:
            library = _LIBRARIES[place]
            if library:
                return build.attribute(library, row[place])
            return build.name(row[place])
    return None


@functools.cache
def _table():
    """{key of the pattern: rules, in the order of the text}."""
    table = {}
    for module in MODULES:
        tree = gast.parse(inspect.getsource(module))
        for node in tree.body:
            if isinstance(node, gast.FunctionDef) and _declares(node):
                rule = _rule(node, module)
                table.setdefault(_key(rule.pattern), []).append(rule)
    return table


def _declares(node):
    body = node.body[1:] if gast.get_docstring(node) is not None else node.body
    first = body[0]
    return (
        isinstance(first, gast.Assign)
        and isinstance(first.targets[0], gast.Name)
        and first.targets[0].id == "z"
    )


def _key(node):
    if isinstance(node, (gast.BinOp, gast.UnaryOp)):
        return type(node.op)
    if isinstance(node, gast.Attribute):
        return f".{node.attr}"
    return spelling(node.func), len(operands_of(node))


def all_rules():
    """Every rule of the table."""
    return [rule for rules in _table().values() for rule in rules]


def rules_of(node):
    """[(rule, library column)] that may apply to an operation, in order."""
    if isinstance(node, (gast.BinOp, gast.UnaryOp)):
        return [(rule, 1) for rule in _table().get(type(node.op), [])]
    if isinstance(node, gast.Attribute):
        return [(rule, 1) for rule in _table().get(f".{node.attr}", [])]
    if not isinstance(node, gast.Call):
        return []
    count = len(operands_of(node))
    names = spellings().get(spelling(node.func), [])
    return [
        (rule, column)
        for canonical, column in names
        for rule in _table().get((canonical, count), [])
    ]


def find(node, kind_of):
    """(rule, library column) for an operation, or None if there is no rule for it."""
    operands = operands_of(node)
    for rule, column in rules_of(node):
        if all(_admits(g, o, kind_of) for g, o in zip(rule.guards, operands)):
            if _holds(rule, column, operands, kind_of):
                return rule, column
    return None


def _holds(rule, column, operands, kind_of):
    """Whether a rule is right for operands that may be complex; math takes none."""
    of_math = column == _LIBRARIES.index("math")
    if rule.is_holomorphic and not of_math:
        return True
    others = [o for g, o in zip(rule.guards, operands) if g not in _NEVER_COMPLEX]
    if rule.has_complex and not of_math:
        return True
    return not any(_is_complex(operand, kind_of) for operand in others)


def _is_complex(operand, kind_of):
    return getattr(kind_of(operand), "is_complex", False)


def is_elementwise(name):
    """Whether a spelling is of a function that works element by element."""
    return any(word in SPELLINGS for word, _ in spellings().get(name, []))


def is_dear(name):
    """Whether a spelling is of a function that takes longer than a number is kept."""
    return any(word in DEAR for word, _ in spellings().get(name, []))


def is_dear_call(node):
    """Whether a node is a call of such a function."""
    return isinstance(node, gast.Call) and is_dear(spelling(node.func))


def _admits(guard, operand, kind_of):
    if guard == "LITERAL":
        return build.number_of(operand) is not None
    if guard == "AXIS":
        return build.number_of(operand) is not None
    if guard == "COMPLEX":
        return _is_complex(operand, kind_of)
    if guard == "INTEGER":
        kind = kind_of(operand)
        return isinstance(kind, Scalar) and not kind.is_float
    if guard in _RANKS:
        kind = kind_of(operand)
        return isinstance(kind, (Array, Scalar)) and _RANKS[guard](kind.rank)
    return True


# Guards of what is no number, or surely none that is complex.
_NEVER_COMPLEX = {"LITERAL", "AXIS", "INTEGER", "SIZE", "SHAPE"}
_RANKS = {
    "VECTOR": lambda rank: rank == 1,
    "MATRIX": lambda rank: rank == 2,
    "ARRAY": lambda rank: rank > 0,
    "ARRAYS": lambda rank: rank > 0,
}
