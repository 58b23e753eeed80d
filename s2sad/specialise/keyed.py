"""The largest or smallest of some items by what a function says of each.

max(items, key=f)       becomes     largest = None
                                    for item in items:
                                        key = f(item)
                                        if largest is None or key > largest:
                                            largest = key
                                            best = item
                                    if largest is None:
                                        raise ValueError("max of nothing")
"""

import gast

from s2sad.syntax import build
from s2sad.syntax.names import copied

_BETTER = {max: (gast.Gt(), "largest"), min: (gast.Lt(), "smallest")}


def by_key(frame, function, node):
    """The value of `max(items, key=f)` or of the same with `min`; else None."""
    if function not in (max, min) or [item.arg for item in node.keywords] != ["key"]:
        return None
    if not node.args or any(isinstance(item, gast.Starred) for item in node.args):
        return None
    better, wanted = _BETTER[function]
    item, key, extreme, best = map(frame.temporary, ("item", "key", wanted, "best"))
    frame.rebound |= {item, key, extreme, best}
    items = node.args[0] if len(node.args) == 1 else build.tuple_of(node.args)
    nothing = build.compare(build.name(extreme), gast.Is(), build.constant(None))
    above = build.compare(build.name(key), better, build.name(extreme))
    kept = [
        build.assign(extreme, build.name(key)),
        build.assign(best, build.name(item)),
    ]
    body = [
        build.assign(key, gast.Call(node.keywords[0].value, [build.name(item)], [])),
        build.conditional(gast.BoolOp(gast.Or(), [nothing, above]), kept),
    ]
    loop = gast.For(build.target(item), items, body, [], None)
    first = build.assign(extreme, build.constant(None))
    error = build.call("ValueError", build.constant(f"{function.__name__} of nothing"))
    check = build.conditional(copied(nothing), [gast.Raise(error, None)])
    frame.comprehensions.run([first, loop, check], node)
    return frame.expressions.value(gast.copy_location(build.name(best), node))
