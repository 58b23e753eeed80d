"""Values that must be known when the text is written, such as the axis of a sum.

def total(x, axis):                 total(x, 1) has a text of its own: the function
    return np.sum(x, axis)          is specialised on the axis, which must be known
"""

from s2sad.facts.values import Expression, Record, Static
from s2sad.specialise.entry import snapshot
from s2sad.specialise.known import comparable
from s2sad.syntax.names import bound


class Needed(Exception):
    """A parameter must be known: its function is specialised again, on its value."""

    def __init__(self, name, refusal):
        super().__init__(name)
        self.name, self.refusal, self.define = name, refusal, None


def constant(frame, value, refusal):
    """A Static for a value that must be known in a function, or a refusal."""
    found = comparable(value)
    if found is not None:
        return found
    if isinstance(value, Record) and value.container in (tuple, list):
        parts = [constant(frame, v, refusal).value for v in value.items.values()]
        return Static(value.container(parts))
    name = getattr(value.node, "id", None) if isinstance(value, Expression) else None
    if name in frame.numbers:
        return frame.numbers[name]
    for hidden in frame.hidden.values():
        if hidden.name == name:
            return captured(frame, hidden)
    parameter = parameter_of(frame, name)
    if parameter is None or parameter in bound(*frame.node.body):
        raise refusal
    raise Needed(parameter, refusal)


def parameter_of(frame, name):
    """The parameter of a function that holds a number, alone or in a tuple, or None."""
    for parameter, leaves, _ in frame.entry.structure:
        if name in dict(leaves):
            return parameter
    return name if name in dict(frame.entry.parameters) else None


def captured(frame, hidden):
    """A number from outside, looked at again at each call."""
    value = hidden.getter()
    frame.decided.add(hidden.name)
    frame.unit.statics[hidden.key] = (hidden.getter, snapshot(value))
    return Static(value, hidden.key, hidden.getter)
