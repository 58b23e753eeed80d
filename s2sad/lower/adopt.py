"""Loops that fill a new array by calls for its elements count as loops made here.

psi_result = np.empty_like(z)           becomes     psi_result = np.empty_like(x)
for i_2 in range(len(z)):                           for i in range(len(x)):
    psi_result[i_2] = psi(z[i_2])                       psi_result[i] = psi(z[i])

They stand in the function when it comes, since specialising writes them; in the words
of other loops they can be taken together with these.  So do loops that write through an
index array:

for k_2 in range(len(places)):          becomes     for i in range(len(places)):
    x[places[k_2]] = values[k_2]                        x[places[i]] = values[i]
"""

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.infer import index_items
from s2sad.facts.kinds import Array, Scalar
from s2sad.facts.shapes import is_array, is_shape
from s2sad.lower.elements import DTYPES
from s2sad.syntax import build
from s2sad.syntax.names import names_in, renamed
from s2sad.syntax.walk import walk


class Adoption:
    """Takes in the loops of one function, for its lowering."""

    def __init__(self, lowering):
        self.lowering, self.kinds = lowering, lowering.kinds

    def makes(self, node):
        """Whether a statement makes an array that loops which stand here fill."""
        (place,) = node.targets
        name = getattr(place, "id", None)
        return (
            name in self.lowering.plain.filled
            and self.lowering.lengths.is_steady(name)
            and self.kinds[name].dtype in DTYPES
            and str(getattr(node.value, "func", None) and spelling(node.value.func))
            in ("np.empty", "np.empty_like")
        )

    def make(self, name, call):
        """Make an array, its lengths in the words of others."""
        lengths = self.lengths(call)
        source = call.args[0]
        is_made = getattr(source, "id", None) in self.lowering.made
        if is_made or spelling(call.func) == "np.empty":
            call = self.lowering.new_array("np.empty", self.kinds[name], lengths)
        self.lowering.make(name, lengths, call)

    def lengths(self, call):
        known, shape = self.lowering.lengths, call.args[0]
        if isinstance(self.lowering.operands.kind(shape), Array):
            return known.axes(shape)
        if is_shape(shape):
            return known.axes(shape.value)
        items = shape.elts if isinstance(shape, gast.Tuple) else [shape]
        return [known.number(self.lowering.inner(item)) for item in items]

    def adopted(self, node):
        """The loops in the words of those made here, or None if they are others."""
        heads, body = [], [node]
        while len(body) == 1 and isinstance(body[0], gast.For):
            heads.append(body[0])
            body = body[0].body
        if self.writes_places(heads, body):
            words = [self.lowering.lengths.number(*heads[0].iter.args)]
        elif (name := self.filled(heads, body)) is not None:
            words = self.lowering.lengths.axes(build.name(name))
            if not self.are_lengths(heads, words):
                return None
        else:
            return None
        own = [loop.target.id for loop in heads]
        new = dict(zip(own, self.lowering.variables))
        if (names_in(*body) - set(own)) & set(new.values()):
            return None
        body = [renamed(statement, new) for statement in body]
        return self.nest([new[n] for n in own], words, body)

    def nest(self, variables, words, body):
        for variable, length in reversed(list(zip(variables, words))):
            body = [build.counted(variable, [length], body)]
            self.lowering.nests[id(body[0])] = body[0]
        return body[0]

    def writes_places(self, heads, body):
        """Whether a loop does no more than write a number through an index array."""
        if len(heads) != 1 or len(body) != 1 or len(heads[0].iter.args) != 1:
            return False
        (node,), variable = body, heads[0].target.id
        if not isinstance(node, (gast.Assign, gast.AugAssign)):
            return False
        place = build.loaded(build.place_of(node))
        indices = index_items(place) if isinstance(place, gast.Subscript) else []
        if not indices or not all(self.is_taken(n, variable) for n in indices):
            return False
        kinds = [self.lowering.operands.kind(n) for n in (place, node.value)]
        return all(isinstance(k, Scalar) and k.dtype in DTYPES for k in kinds)

    def is_taken(self, index, variable):
        """Whether an index is what an index array has at a variable."""
        return (
            isinstance(index, gast.Subscript)
            and is_array(index.value, self.kinds)
            and getattr(index.slice, "id", None) == variable
        )

    def filled(self, heads, body):
        """The array whose every element loops give a value, if they do no more."""
        loops = (gast.For, gast.While, gast.Return)
        if not heads or any(isinstance(n, loops) for s in body for n in walk(s)):
            return None
        place = body[-1].targets[0] if isinstance(body[-1], gast.Assign) else None
        name = getattr(getattr(place, "value", None), "id", None)
        if name not in self.lowering.plain.filled or name not in self.lowering.made:
            return None
        indices = [getattr(item, "id", None) for item in index_items(place)]
        is_own = indices == [loop.target.id for loop in heads]
        mentions = sum(
            isinstance(n, gast.Name) and n.id == name for s in body for n in walk(s)
        )
        return name if is_own and mentions == 1 else None

    def are_lengths(self, heads, words):
        """Whether loops run over the axes of an array."""
        bounds = [loop.iter.args for loop in heads]
        if any(len(items) != 1 for items in bounds):
            return False
        found = [self.lowering.lengths.number(items[0]) for items in bounds]
        return list(map(gast.dump, found)) == list(map(gast.dump, words))
