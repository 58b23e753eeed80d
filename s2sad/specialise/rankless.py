"""Arrays without axes are numbers in the text; NumPy changes them in place.

a = np.array(x)
b = a
b += 1.0            would change a as well: refused

The two are the same as long as what is changed in place has one name, and is no part
of another array.
"""

import gast

from s2sad.facts.values import Expression


class Rankless:
    """Which names of one function hold arrays without axes that are held elsewhere.

    An argument of a derivative that is one counts as a number: it is not changed.
    """

    def __init__(self, frame):
        self.frame = frame
        self.shared, self.changed = set(), {}
        bindings = frame.entry.bindings.items()
        arrays = {name for name, value in bindings if _is_one(value)}
        self.given = arrays if len(frame.unit.active) == 1 else set()
        self.shared |= arrays - self.given

    def bound(self, name, value):
        """A name is bound to a number, which may be an array without axes."""
        if not value.is_array:
            return
        if isinstance(value.node, gast.Subscript):
            self.share(name)
        elif isinstance(value.node, gast.Name):
            other = value.node.id
            if other in self.given:
                self.given.add(name)
            elif _is_one(self.frame.env.get(other)):
                self.share(name)
                self.share(other)

    def share(self, name):
        self.shared.add(name)
        if name in self.changed:
            raise self.refusal(name, self.changed[name])

    def augmented(self, place, value):
        """Refuse to change in place what is held elsewhere, now or in another trip."""
        if _is_one(value) and isinstance(place, gast.Name):
            self.changed[place.id] = place
            if place.id in self.shared:
                raise self.refusal(place.id, place)

    def refusal(self, name, node):
        what = f"{name} is an array without axes that is held elsewhere, and changed"
        return self.frame.refuse(node, what, f"{name} = {name} + ..., or float({name})")


def _is_one(value):
    return isinstance(value, Expression) and bool(value.is_array)
