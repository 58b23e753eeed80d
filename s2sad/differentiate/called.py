"""A call of a function becomes a call of its adjoint, which runs it again.

y = g(x, a)         becomes     x_bar += g_adjoint(x, a, y_bar, a_bar)
"""

import gast

from s2sad.facts.effects import base_name
from s2sad.facts.kinds import Array
from s2sad.facts.numbers import zero
from s2sad.facts.written import written_parameters
from s2sad.syntax import build


class Called:
    """Writes the adjoint lines of the calls of one function."""

    def __init__(self, lines):
        self.lines, self.sums = lines, lines.sums
        self.kinds, self.activity = lines.kinds, lines.activity
        self.fresh, self.bar_name = lines.fresh, lines.bar_name

    def called(self, call, place, clears):
        """A call of a function becomes a call of its adjoint, which runs it again."""
        callee = self.activity.callee(call)
        inner = None
        if self.is_useful(callee, call, place):
            inner = self.lines.module.adjoint_of_call(callee, call, self.activity)
        taken = {}
        if inner is not None:
            taken = self.added(callee, inner, call, place)
        self.clear_results(items_of(place), taken, clears)

    def added(self, callee, inner, call, place):
        """The lines that add to the adjoints of arguments; what results were taken."""
        places = dict(zip(callee.parameters, call.args))
        taken = self.take_results(call, place)
        items = [i for i, flag in zip(items_of(place), inner.seeded) if flag]
        seeds = [self.result_seed(item, call, taken) for item in items]
        shadows = [self.shadow(places[p]) for p in inner.shadows]
        arguments = [self.argument(p, places[p], callee) for p in inner.taken]
        result = build.call(inner.node.name, *arguments, *seeds, *shadows)
        wanted = [p for p in inner.returned if self.sums.active(places[p])]
        if not inner.returned:
            self.sums.out.append(gast.Expr(result))
        elif len(inner.returned) == 1:
            (parameter,) = inner.returned
            self.sums.register(inner.node.name, callee.kinds[parameter])
            if wanted:
                only = self.only(inner, places, result, callee.kinds[parameter])
                self.sums.spread(places[parameter], only, None)
            else:
                self.sums.out.append(gast.Expr(result))
        else:
            self.returned(callee, inner, places, result)
        return taken

    def is_useful(self, callee, call, place):
        """Whether the result depends on what a call returns or writes."""
        written = written_parameters(callee)
        places = [item for p, item in zip(callee.parameters, call.args) if p in written]
        places += items_of(place)
        return any(base_name(item) in self.activity.useful for item in places)

    def only(self, inner, places, result, kind):
        """The one adjoint a call returns; in a name if the call also adds to arrays.

        `x_bar[0] += g_adjoint(x, x_bar)` would read x_bar[0] before the call adds.
        """
        (parameter,) = inner.returned
        leaf = places[parameter]
        if isinstance(leaf, gast.Name) or not inner.shadows:
            return result
        name = self.fresh(f"{base_name(leaf) or parameter}_bar_part")
        self.sums.register(name, kind)
        self.sums.out.append(build.assign(name, result))
        return build.name(name)

    def take_results(self, call, place):
        """`x = g(x)`: the adjoint of the new x in a name before that of the old begins.

        Gives {dump of an adjoint: the name that has its value}.
        """
        taken = {}
        if isinstance(place, gast.Subscript):
            if base_name(place) in self.activity.active and self.lines.reads_class(
                place, call
            ):
                bar = self.lines.place_bar(place)
                taken[gast.dump(bar)] = self.lines.taken(place, bar)
                self.lines.clear(bar)
            return taken
        sources = set().union(
            *(self.activity.sources(item) for item in call.args), set()
        )
        names = [i.id for i in items_of(place) if isinstance(i, gast.Name)]
        values = [
            n for n in names if n in self.activity.active and self.lines.is_value(n)
        ]
        if not sources & set(values):
            return taken
        for name in values:
            bar = build.name(self.bar_name(name))
            taken[gast.dump(bar)] = self.lines.handed_on(name)
        return taken

    def returned(self, callee, inner, places, result):
        names = []
        for parameter in inner.returned:
            word = base_name(places[parameter]) or parameter
            names.append(self.fresh(f"{word}_bar_part"))
            self.sums.register(names[-1], callee.kinds[parameter])
        self.sums.out.append(build.assign(names, result))
        for parameter, name in zip(inner.returned, names):
            if self.sums.active(places[parameter]):
                self.sums.spread(places[parameter], build.name(name), None)

    def result_seed(self, item, call, taken):
        load = build.loaded(item)
        if base_name(item) not in self.activity.active:
            if isinstance(self.sums.kind(load), Array):
                return build.call("np.zeros_like", load)
            return zero(self.sums.kind(load))
        if isinstance(item, gast.Name) and isinstance(self.kinds[item.id], Array):
            if self.lines.is_rebound(item.id):
                return build.name(self.lines.new_bar(item.id))
        bar = self.sums.bar_of(load)
        seed = taken.get(gast.dump(bar), bar)
        if isinstance(item, gast.Subscript):
            return self.lines.written_seed(item, call, seed)
        return seed

    def shadow(self, node):
        """The adjoint of an array argument; a throw-away one if nobody wants it."""
        if self.sums.active(node):
            return self.sums.bar_of(node)
        return build.call("np.zeros_like", node)

    def argument(self, parameter, node, callee):
        if parameter in written_parameters(callee):
            name = self.fresh(f"{base_name(node)}_before")
            self.lines.copies.append((node, name))
            self.sums.register(name, self.sums.kind(node))
            return build.name(name)
        return node

    def clear_results(self, items, taken, clears):
        """What was assigned has no adjoint before; `clears` is of names of numbers."""
        for item in items:
            if base_name(item) not in self.activity.active:
                continue
            if isinstance(item, gast.Subscript):
                bar = self.lines.place_bar(item)
                if gast.dump(bar) not in taken:
                    self.lines.clear(bar)
            elif clears and self.lines.is_value(item.id):
                bar = build.name(self.bar_name(item.id))
                if gast.dump(bar) not in taken:
                    self.sums.out.append(self.lines.begun(item.id))


def items_of(place):
    """The places that the results of a call are assigned to."""
    if place is None:
        return []
    return place.elts if isinstance(place, gast.Tuple) else [place]
