"""Compiled text that looks, before a loop runs, whether arrays are long enough for it.

for i in range(n):          if n > len(x):
    total += x[i]               raise IndexError("index out of bounds: x[i]")
                            for i in range(n):
                                total += x[i]

Compiled code looks at no index: one beyond the end reads, or writes, what lies there.
What a loop over a range surely reads of an array is known where it begins, and so is
`x[2]`. An index that is computed, and what a condition guards, is not looked at.
"""

import ast

from s2sad.compile import forms
from s2sad.compile.indices import extreme, stored
from s2sad.compile.reach import Reach


def limited(tree, name):
    """The module whose function `name`, and what it calls in no loop, look."""
    reach = Reach(tree, name)
    for word in sorted(reach.once):
        function = reach.functions[word]
        function.body = _Limits(reach, word).block(function.body, {})
    return ast.fix_missing_locations(tree)


class _Limits:
    """Puts the checks of one function in front of what they are of."""

    def __init__(self, reach, word):
        self.reach, self.word = reach, word

    def block(self, statements, known):
        """The statements of a block with checks; `known` are those made before."""
        known = {form: list(made) for form, made in known.items()}
        result, together = [], []
        for statement in statements:
            is_plain = self.is_plain(statement)
            if not is_plain or self.depends(statement, together):
                result += [*self.checks(together, known), *together]
                together = []
            if is_plain:
                together.append(statement)
                continue
            result += [*self.checks([statement], known), statement]
            if isinstance(statement, ast.If):
                statement.body = self.block(statement.body, known)
                statement.orelse = self.block(statement.orelse, known)
        return [*result, *self.checks(together, known), *together]

    def depends(self, statement, before):
        """Whether a check of a statement has numbers that others before it bind."""
        bound = set(stored(n for other in before for n in ast.walk(other)))
        elements = self.reach.elements(self.word, [statement])
        return any(
            word in bound
            for element in elements
            for form in (element.index, element.length)
            for word, _ in form
        )

    def is_plain(self, statement):
        """Whether a statement has elements of written places only, and calls nothing.

        What several of them in a row read, one check is of.
        """
        if not isinstance(statement, ast.Assign | ast.AugAssign | ast.Expr):
            return False
        return all(
            not isinstance(n, ast.Subscript) or isinstance(n.slice, ast.Constant)
            for n in ast.walk(statement)
        ) and not any(
            isinstance(n, ast.Name) and n.id in self.reach.functions
            for n in ast.walk(statement)
        )

    def checks(self, statements, known):
        """The check of what statements surely read: a list of one, or of none."""
        elements = {}
        for element in self.reach.elements(self.word, statements):
            elements.setdefault(element[:3], element)
        found = {}
        for element in elements.values():
            for runs, over in _excesses(element):
                rest, most = (
                    forms.put(over, forms.ONE, ()),
                    forms.count(over, forms.ONE),
                )
                made, when = known.setdefault(rest, []), set(runs)
                if not any(when >= set(w) and most <= m for w, m in made):
                    made.append((runs, most))
                    found[rest, frozenset(when)] = _condition(runs, over), element.words
        if not found:
            return []
        conditions = " | ".join(condition for condition, _ in found.values())
        places = dict.fromkeys(words for _, words in found.values())
        words = f"index out of bounds: {', '.join(places)}"
        (check,) = ast.parse(f"if {conditions}:\n    raise IndexError({words!r})").body
        for node in ast.walk(check):
            ast.copy_location(node, statements[0])
        return [check]


def _excesses(element):
    """(what is above 0 if loops run, what is so where the index is out of bounds)."""
    if (last := extreme(element.index, element.loops, 1)) is not None:
        most, runs = last
        over = forms.plus(forms.plus(most, element.length, -1), forms.number(1))
        number = forms.number_of(over)
        if number is None or number > 0:
            # where the index is negative if the loop does not run, that says it
            yield _open(run for run in runs if not _is_above(run, most)), over
    if (first := extreme(element.index, element.loops, -1)) is not None:
        least, runs = first
        if not forms.is_natural(least):
            yield _open(runs), forms.times(forms.plus(least, element.length), -1)


def _is_above(run, most):
    """Whether `most` is negative where `run` is not above 0."""
    between = forms.number_of(forms.plus(run, most, -1))
    return between is not None and between >= 1


def _open(runs):
    """The forms that are not surely above 0."""
    return [r for r in runs if (n := forms.number_of(r)) is None or n <= 0]


def _condition(runs, over):
    """The source of a condition; one expression, which compiles faster than `and`."""
    words = [f"({forms.is_above_zero(form)})" for form in [*runs, over]]
    return f"({' & '.join(words)})"
