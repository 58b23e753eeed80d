"""Each array that a function makes gets a name of its own.

y = x * a               becomes     y = x * a
y = np.sin(y)                       y_2 = np.sin(y)

What is bound once has one shape, so that loops over it can be taken together.
"""

from dataclasses import replace

from s2sad.facts import webs
from s2sad.facts.kinds import Array
from s2sad.syntax.names import Fresh, names_in, renamed


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
