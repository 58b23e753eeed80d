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
    """Which names of one function hold arrays without axes that are held elsewhere."""

    def __init__(self, frame):
        self.frame = frame
        self.shared, self.changed = set(), {}

    def bound(self, name, value):
        """A name is bound to a number, which may be an array without axes."""
        if not value.is_array:
            return
        if isinstance(value.node, gast.Subscript):
            self.share(name)
        elif isinstance(value.node, gast.Name):
            other = self.frame.env.get(value.node.id)
            if isinstance(other, Expression) and other.is_array:
                self.share(name)
                self.share(value.node.id)

    def share(self, name):
        self.shared.add(name)
        if name in self.changed:
            raise self.refusal(name, self.changed[name])

    def augmented(self, place, value):
        """Refuse to change in place what is held elsewhere, now or in another trip."""
        if not isinstance(value, Expression) or not value.is_array:
            return
        if isinstance(place, gast.Name):
            self.changed[place.id] = place
            if place.id in self.shared:
                raise self.refusal(place.id, place)

    def refusal(self, name, node):
        what = f"{name} is an array without axes that is held elsewhere, and changed"
        return self.frame.refuse(node, what, f"{name} = {name} + ..., or float({name})")
