"""A function that returns nested tuples, where its text returns a flat one.

return value, x_bar, y_bar      becomes     return value, (x_bar, y_bar)
"""

import ast
import copy


def nested(tree, name, result):
    """The module whose function `name` returns its results nested as in `result`.

    `result` is a tuple of tuples, with None for each number or array.
    """
    (entry,) = [n for n in tree.body if getattr(n, "name", None) == name]
    if any(isinstance(n, ast.Name) and n.id == name for n in ast.walk(tree)):
        # What calls it inside the module takes the flat tuple.
        flat = copy.deepcopy(entry)
        flat.name = f"{name}_flat"
        tree.body.append(flat)
        tree = _Called(name, flat.name).visit(tree)
    _Nested(result).visit(entry)
    return ast.fix_missing_locations(tree)


class _Called(ast.NodeTransformer):
    def __init__(self, name, other):
        self.name, self.other = name, other

    def visit_Name(self, node):
        node.id = self.other if node.id == self.name else node.id
        return node


class _Nested(ast.NodeTransformer):
    def __init__(self, result):
        self.result, self.count = result, _count(result)

    def visit_Return(self, node):
        value, before = node.value, []
        assert value is not None
        items = [value]
        if self.count > 1 and isinstance(value, ast.Tuple):
            items = value.elts
        elif self.count > 1:
            names = [f"result_{number}_" for number in range(self.count)]
            places = ast.Tuple([ast.Name(n, ast.Store()) for n in names], ast.Store())
            before = [ast.copy_location(ast.Assign([places], value), node)]
            items = [ast.Name(n, ast.Load()) for n in names]
        made = ast.Return(_structured(self.result, iter(items)))
        return [*before, ast.copy_location(made, node)]


def _count(result):
    """How many numbers and arrays there are in nested tuples."""
    return sum(map(_count, result)) if isinstance(result, tuple) else 1


def _structured(result, items):
    if not isinstance(result, tuple):
        return next(items)
    return ast.Tuple([_structured(part, items) for part in result], ast.Load())
