"""What code reads before it surely sets it: the upward exposed names of compilers."""

from collections.abc import Set

import gast

from s2sad.syntax.names import Once, bound, reads


def exposed(statements, done: Set = frozenset()):
    """(names read before they are surely set, names surely set in the end).

    `done` are those that were set before.
    """
    return Exposure().of(statements, done)


class Exposure:
    """The same of code that stays as it is, whose statements are asked about again."""

    def __init__(self):
        self.reads, self.bound = Once(reads), Once(bound)

    def of(self, statements, done: Set = frozenset()):
        found, done = set(), set(done)
        for node in statements:
            if isinstance(node, gast.If):
                sides = [self.of(body, done) for body in (node.body, node.orelse)]
                found |= self.reads(node.test) - done
                found |= sides[0][0] | sides[1][0]
                done = sides[0][1] & sides[1][1]
            elif isinstance(node, (gast.For, gast.While)):
                is_for = isinstance(node, gast.For)
                found |= self.reads(node.iter if is_for else node.test) - done
                own = self.bound(node.target) if is_for else set()
                found |= self.of(node.body, done | own)[0]
            else:
                found |= self.reads(node) - done
                if isinstance(node, gast.AugAssign):
                    found |= self.bound(node.target) - done
                done |= self.bound(node)
        return found, done
