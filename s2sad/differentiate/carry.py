"""Statements with the derivatives of what they set beside them, one name a direction.

s = s * x       becomes         s_by_x = s_by_x * x + s
                                s = s * x
"""

from dataclasses import dataclass

import gast

from s2sad.differentiate.expose import expose
from s2sad.differentiate.tangent import TangentWriter
from s2sad.facts.activity import Activity
from s2sad.syntax import build
from s2sad.syntax.names import printed_name


@dataclass
class Carried:
    """Statements, the derivatives of their output in order, and kinds of new names."""

    statements: list
    derivatives: list
    kinds: dict


def carry(plain, leaves, output, module, fresh):
    """The statements of a function with derivatives by its number arguments."""
    activity = Activity(plain, leaves)
    exposed = expose(plain, activity, lambda rule, wanted: rule.tangent_reads_result())
    writers = [_Direction(exposed, leaf, module, fresh) for leaf in leaves]
    statements = _block(exposed.node.body[:-1], writers)
    kinds = dict(exposed.kinds)
    for writer in writers:
        kinds |= {dot: kinds[name] for name, dot in writer.dots.items()}
    return Carried(statements, [writer.end(output) for writer in writers], kinds)


class _Direction(TangentWriter):
    """The tangent in the direction of one number."""

    def __init__(self, exposed, leaf, module, fresh):
        super().__init__(exposed, [leaf], module, is_exposed=True)
        self.leaf, self.fresh = leaf, fresh

    def dot_name(self, name):
        if name not in self.dots:
            word = f"{printed_name(name)}_by_{printed_name(self.leaf)}"
            self.dots[name] = self.fresh(word)
        return self.dots[name]

    def dot(self, node):
        if isinstance(node, gast.Name) and node.id == self.leaf:
            return build.constant(1.0)
        return super().dot(node)

    def end(self, output):
        """The derivative of the output after the statements."""
        if not self.varied(output):
            return build.constant(0.0)
        return build.name(self.dot_name(output))


def _block(statements, writers):
    out = []
    for node in statements:
        if build.has_blocks(node):
            out.append(build.with_blocks(node, lambda b: _block(b, writers)))
        else:
            out.extend(_statement(node, writers))
    return out


def _statement(node, writers):
    before, after = [], []
    for writer in writers:
        lines = writer.statement(node)
        place = next(n for n, line in enumerate(lines) if line is node)
        before.extend(lines[:place])
        after.extend(lines[place + 1 :])
    return [*before, node, *after]
