"""The first of what a generator expression gives, by a loop that ends there.

next((v for v in x if v > 0.5), 0.0)    becomes     is_missing = True
                                                    for v in x:
                                                        if v > 0.5:
                                                            first = v
                                                            is_missing = False
                                                            break
                                                    if is_missing:
                                                        first = 0.0
"""

import gast

from s2sad.syntax import build
from s2sad.syntax.walk import loops_in


def first_of(comprehensions, given, node):
    """The value of `next` of a generator expression; None of anything else."""
    frame, default = comprehensions.frame, node.args[1:]
    if not isinstance(given, gast.GeneratorExp) or len(default) > 1:
        return None
    made = comprehensions.scoped(given)
    first, missing = map(frame.temporary, ("first", "is_missing"))
    frame.rebound |= {first, missing}
    kept = [build.assign(first, made.elt), _flag(missing, False)]
    loops = comprehensions.nest(made, kept)
    for loop in loops_in(loops):
        is_found = build.logical_not(build.name(missing))
        loop.body.append(build.conditional(is_found, [gast.Break()]))
    otherwise = [gast.Raise(build.name("StopIteration"), None)]
    if default:
        otherwise = [build.assign(first, default[0])]
    after = build.conditional(build.name(missing), otherwise)
    comprehensions.run([_flag(missing, True), *loops, after], node)
    if frame.env[first] is None:  # begins anew, with one of several things
        frame.expressions.value(gast.copy_location(build.name(first), node))
    return frame.env[first]


def _flag(name, value):
    return build.assign(name, build.constant(value))
