"""Whether it matters where `any` and `all` end: what they ask may change what is read.

any((best := v) > bound for v in values)

What changes nothing is asked all at once, and joined by `or`, or in a loop that ends
where it is decided. What does is asked one by one, as Python does; a list of it is made
before anyone asks.
"""

import gast

from s2sad.called.order import written
from s2sad.known.trial import tried
from s2sad.syntax.names import bound
from s2sad.syntax.walk import walk


def is_asked_at_once(comprehensions, node):
    """Whether what any or all of a comprehension ask is known, and made at once."""

    def asked(make):
        return tried(comprehensions.frame, lambda: _asked(comprehensions, node, make))

    found, acts = asked(lambda: comprehensions.parts(node, [node.elt]))
    is_list = isinstance(node, gast.ListComp)
    if found is not None:
        return is_list or not acts
    if is_list and asked(lambda: comprehensions.looped(node))[1]:
        what = "a list whose items change what others read is asked"
        raise comprehensions.frame.refuse(node, what, "a name for the list, before it")
    return False


def _asked(comprehensions, node, evaluate):
    """(what `evaluate` gives, whether that changes anything)."""
    frame = comprehensions.frame
    before = dict(frame.env)
    value, lines = frame.aside(evaluate)
    acts = any(isinstance(part, gast.NamedExpr) for part in walk(node))
    acts |= any(frame.env.get(name) != before[name] for name in before)
    cells = set(map(frame.memory.of, before))
    changed = bound(*lines) & before.keys() or written(frame, lines) & cells
    return value, acts or bool(changed)
