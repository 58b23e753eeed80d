"""What was checked is not checked again where nothing of it has changed.

if n == 0:                          becomes     if n == 0:
    raise ZeroDivisionError(...)                    raise ZeroDivisionError(...)
if x[i] > 0.0:                                  if x[i] > 0.0:
    if n == 0:                                      s += x[i % n]
        raise ZeroDivisionError(...)
    s += x[i % n]

Those with which each trip of a loop begins, where there surely is one, stand before it.
"""

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.effects import is_silent
from s2sad.facts.text import Families, may_change, stores
from s2sad.syntax import build
from s2sad.syntax.build import number_of


def check(function, known):
    """The function with each check where it is first needed."""
    function.body = _Checker(function, known).block(function.body, {})
    return function


class _Checker:
    def __init__(self, function, known):
        self.known, self.families = known, Families(function, known)

    def block(self, statements, held):
        """A block without the checks that are `held`: tests that are false here."""
        out, held = [], dict(held)
        for node in self.moved_out(statements):
            text = self.checked(node)
            if text in held or (text and self.never_holds(node.test)):
                continue
            if isinstance(node, (gast.If, gast.For, gast.While)):
                is_loop = not isinstance(node, gast.If)
                inner = self.unchanged(held, [node] if is_loop else [])
                node = build.with_blocks(node, lambda b, h=inner: self.block(b, h))
            out.append(node)
            held = self.unchanged(held, [node])
            if text is not None:
                held[text] = node.test
        return out or [gast.Pass()] * bool(statements)

    def moved_out(self, statements):
        """The statements, and before loops what they need not check in each trip."""
        for node in statements:
            if _surely_runs(node):
                moved = self.first_checks(node)
                yield from moved
                node = build.with_body(node, [n for n in node.body if n not in moved])
            yield node

    def first_checks(self, loop):
        """The checks that are the first thing a trip does, and the same in all."""
        found = []
        for node in loop.body:
            if self.checked(node) is None and not _is_plain(node):
                break
            if self.checked(node) is not None:
                # what is raised may tell of the trip, if the test does not
                changed = may_change([node], [loop], self.known, self.families)
                found += [] if changed else [node]
        return found

    def unchanged(self, held, statements):
        return {
            text: test
            for text, test in held.items()
            if not may_change([test], statements, self.known, self.families)
        }

    def never_holds(self, test):
        """Whether a test asks whether an integer is another than itself."""
        if not isinstance(test, gast.Compare) or len(test.ops) > 1:
            return False
        (other,) = test.comparators
        is_same = gast.dump(test.left) == gast.dump(other)
        is_other = isinstance(test.ops[0], gast.NotEq)
        return is_other and is_same and self.known.is_integral(other)

    def checked(self, node):
        """The test of a statement that does nothing but raise if it holds; or None."""
        is_check = isinstance(node, gast.If) and not node.orelse
        if not is_check or not isinstance(node.body[0], gast.Raise):
            return None
        return None if any(stores(node, self.known)) else _text(node.test)


def _surely_runs(node):
    """Whether a statement is a loop with a first trip."""
    if not isinstance(node, gast.For) or spelling(node.iter.func) != "range":
        return False
    bounds: list = [number_of(bound) for bound in node.iter.args]
    return all(type(bound) is int for bound in bounds) and bool(range(*bounds))


def _is_plain(node):
    """Whether a statement gives a name a value, and nobody can tell when."""
    if not isinstance(node, gast.Assign) or not isinstance(node.targets[0], gast.Name):
        return False
    return is_silent(node.value)


def _text(test):
    """What a test asks; which of two sides comes first does not matter."""
    if isinstance(test, gast.Compare) and len(test.ops) == 1:
        (op,), (right,) = test.ops, test.comparators
        if isinstance(op, (gast.Eq, gast.NotEq)):
            sides = sorted(map(gast.dump, (test.left, right)))
            return f"{type(op).__name__} {sides}"
    return gast.dump(test)
