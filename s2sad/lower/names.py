"""Each array that a function makes gets a name of its own.

y = x * a               becomes     y = x * a
y = np.sin(y)                       y_2 = np.sin(y)

What is bound once has one shape, so that loops over it can be taken together.
"""

from collections import Counter
from dataclasses import replace

import gast

from s2sad.facts import webs
from s2sad.facts.kinds import Array
from s2sad.syntax.names import Fresh, names_in, renamed
from s2sad.syntax.walk import children, walk


def with_own_names(plain):
    """The same function with different names for the meanings of an array's name."""
    separate, origins = webs.apart(plain)
    fresh = Fresh(names_in(plain.node) | set(plain.callees))
    names, kinds = {}, dict(plain.kinds)
    for name, origin in origins.items():
        is_array = isinstance(separate.kinds[name], Array)
        names[name] = fresh(origin) if is_array else origin
        kinds[names[name]] = separate.kinds[name]
    if not any(names[name] != origin for name, origin in origins.items()):
        return plain
    return replace(plain, node=renamed(separate.node, names), kinds=kinds)


def loop_variables(plain):
    """The names that only loops give values, and only their trips read."""
    inside, others = {}, set()

    def visit(node, around):
        if isinstance(node, gast.For):
            inside.setdefault(node.target.id, True)
            for child in node.iter.args:
                visit(child, around)
            for child in node.body:
                visit(child, around | {node.target.id})
            return
        if isinstance(node, gast.Name) and node.id not in around:
            others.add(node.id)
        if isinstance(node, gast.Name) and isinstance(node.ctx, gast.Store):
            others.add(node.id)
        for child in children(node):
            visit(child, around)

    for node in plain.node.body:
        visit(node, frozenset())
    return inside.keys() - others - set(plain.parameters)


def times_bound(plain):
    """{name: how often it is bound}, parameters once more; `x += y` binds no array."""
    counts = Counter(plain.parameters)
    for node in walk(plain.node):
        if isinstance(node, gast.Name) and isinstance(node.ctx, gast.Store):
            counts[node.id] += 1
        elif isinstance(node, gast.AugAssign) and isinstance(node.target, gast.Name):
            counts[node.target.id] -= isinstance(plain.kinds[node.target.id], Array)
    return counts
