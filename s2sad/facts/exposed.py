"""What code reads before it surely sets it: the upward exposed names of compilers."""

from collections.abc import Set

import gast

from s2sad.syntax.names import bound, reads


def exposed(statements, done: Set = frozenset()):
    """(names read before they are surely set, names surely set in the end).

    `done` are those that were set before.
    """
    found, done = set(), set(done)
    for node in statements:
        if isinstance(node, gast.If):
            sides = [exposed(body, done) for body in (node.body, node.orelse)]
            found |= reads(node.test) - done
            found |= sides[0][0] | sides[1][0]
            done = sides[0][1] & sides[1][1]
        elif isinstance(node, (gast.For, gast.While)):
            is_for = isinstance(node, gast.For)
            found |= reads(node.iter if is_for else node.test) - done
            own = bound(node.target) if is_for else set()
            found |= exposed(node.body, done | own)[0]
        else:
            found |= reads(node) - done
            if isinstance(node, gast.AugAssign):
                found |= bound(node.target) - done
            done |= bound(node)
    return found, done
