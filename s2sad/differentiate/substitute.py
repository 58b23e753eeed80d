"""Lines of rules with an expression's operands in place of the rule's names."""

import gast

from s2sad.errors import RefusalError
from s2sad.facts.kinds import Scalar
from s2sad.rules import table
from s2sad.syntax import build
from s2sad.syntax.fold import ZERO, fold
from s2sad.syntax.names import copied, rewritten
from s2sad.syntax.printer import text_of


class Substitution:
    """Writes the lines of rules for one function; `helper` names what they call."""

    def __init__(self, kind_of, helper):
        self.kind_of = kind_of
        self.helper = helper

    def find(self, node):
        """(rule, library column) of an operation, or None."""
        return table.find(node, self.kind_of)

    def tangent(self, node, dots, result):
        """The tangent of an operation: `dots` gives the tangent of each operand."""
        found = self.find(node)
        if found is None:
            raise RefusalError(f"there is no derivative of {text_of(node)}")
        rule, column = found
        if rule.is_constant:
            return ZERO
        names = rule.operands(node)
        bound = dict(names)
        for parameter, operand in names.items():
            bound[f"{parameter}_dot"] = dots(operand)
        bound["z"] = result
        return self.line(rule.tangent, bound, rule, column, self.is_number(node))

    def adjoints(self, node, seed, result, wanted, named):
        """[(operand, index or None, contribution)] for the operands that are wanted.

        `named(word, value)` gives a name to what several contributions read.
        """
        pair = self.find(node)
        assert pair is not None
        rule, column = pair
        names, is_number = rule.operands(node), self.is_number(node)
        bound = {**names, "z": result, "z_bar": seed}
        lines = [rule.adjoints[p] for p in rule.adjoints if wanted(names[p])]
        for word, expression in rule.shares.items():
            value = self.line(expression, bound, rule, column, is_number)
            count = sum(table.reads(line.value, word) for line in lines)
            bound[word] = named(word, value) if count > 1 else value
        found = []
        for parameter, line in rule.adjoints.items():
            operand = names[parameter]
            if not wanted(operand):
                continue
            value = line.value
            if isinstance(line.op, gast.Sub):
                value = build.negative(value)
            value = self.line(value, bound, rule, column, is_number)
            index = None
            if isinstance(line.target, gast.Subscript):
                index = self.line(line.target.slice, bound, rule, column, is_number)
            found.append((operand, index, value))
        return found

    def is_number(self, node):
        """Whether an operation is one of numbers, not of arrays."""
        return all(
            not isinstance(item, gast.Tuple) and isinstance(self.kind_of(item), Scalar)
            for item in table.operands_of(node)
        )

    def is_truth(self, operand):
        """Whether an operand is a truth value, or an array of them."""
        if isinstance(operand, gast.Tuple):
            return False
        return getattr(self.kind_of(operand), "dtype", None) == "bool"

    def line(self, expression, bound, rule, column, is_number):
        truths = {p for p in rule.parameters if self.is_truth(bound[p])}
        binder = _Binder(bound, rule, column, self.helper, is_number, truths)
        node = binder.of(expression)
        return fold(node, {id(value) for value in bound.values()})


class _Binder:
    """Puts operands in the place of a rule's names, and functions in that of its own.

    Operands are the nodes that were given.
    """

    def __init__(self, bound, rule, column, helper, is_number, truths):
        self.bound, self.rule = bound, rule
        self.column, self.helper = column, helper
        self.is_number, self.truths = is_number, truths

    def of(self, node):
        return rewritten(node, self.change)

    def change(self, node):
        if isinstance(node, gast.Name):
            return self.bound.get(node.id) or table.sibling(node.id, self.column)
        if isinstance(node, gast.BinOp):
            return self.turned(node)
        if isinstance(node, gast.Call) and isinstance(node.func, gast.Name):
            return self.called(node)
        return None

    def turned(self, node):
        """Truth values stand behind: NumPy has no minus for them."""
        is_truth = getattr(node.left, "id", None) in self.truths
        if not is_truth or not isinstance(node.op, gast.Mult):
            return None
        new = gast.BinOp(self.of(node.right), node.op, self.of(node.left))
        return gast.copy_location(new, node)

    def called(self, node):
        sibling = table.sibling(node.func.id, self.column)
        function = getattr(self.rule.module, node.func.id, None)
        arguments = [self.of(item) for item in node.args]
        if node.func.id == "where" and self.is_number:
            return gast.IfExp(*arguments)
        if sibling is not None:
            return gast.Call(sibling, arguments, [])
        if callable(function):
            return build.call(self.helper(function), *arguments)
        return gast.Call(copied(node.func), arguments, [])
