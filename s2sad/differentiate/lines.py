"""The adjoint of one statement: what it adds to the adjoints of what it read.

y = a * np.sin(b)       becomes     a_bar += sin_b * y_bar
                                    b_bar += np.cos(b) * a * y_bar
"""

import functools

import gast

from s2sad.differentiate.called import Called
from s2sad.differentiate.sums import Sums
from s2sad.facts.calls import is_pop
from s2sad.facts.effects import base_name, shared_name
from s2sad.facts.infer import index_items
from s2sad.facts.kinds import Array, Scalar, Stack
from s2sad.facts.numbers import zero
from s2sad.facts.regions import Reads
from s2sad.facts.sweep import is_whole
from s2sad.syntax import build
from s2sad.syntax.fold import negated
from s2sad.syntax.names import names_in
from s2sad.syntax.terms import terms_of, total_of


class Lines:
    """Writes the adjoint lines of the statements of one function."""

    def __init__(self, plain, activity, module, fresh, bar_name, anew):
        self.plain, self.activity, self.module = plain, activity, module
        self.fresh = fresh
        self.kinds = plain.call_kinds()
        self.reads = Reads(plain.kinds)
        self.anew, self.new_bars = anew, {}
        self.copies = []
        helper = functools.partial(module.helper, kinds=self.kinds)
        self.sums = Sums(plain, activity, self.kinds, fresh, bar_name, helper)
        self.bar_name = self.sums.bar_name
        self.calls = Called(self)

    def is_rebound(self, name):
        return self.activity.classes.of(name) in self.anew.beside

    def is_value(self, name):
        """Whether a name has an adjoint of its own, whatever it is bound to."""
        return isinstance(self.kinds.get(name), Scalar) or name in self.anew.owned

    def new_bar(self, name):
        """The adjoint of the array a name is bound to, while the old one returns."""
        if name not in self.new_bars:
            self.new_bars[name] = self.fresh(f"{name}_new_bar")
            self.sums.register(self.new_bars[name], self.kinds[name])
        return self.new_bars[name]

    def of(self, node, clears):
        """(adjoint lines of a simple statement, [(array, name of its copy before)]).

        `clears` says whether the adjoint of an assigned number must be 0 afterwards.
        """
        self.sums.out, self.copies = [], []
        with self.sums.looking():
            if isinstance(node, gast.Assign):
                self.assigned(node, clears)
            elif isinstance(node, gast.AugAssign):
                self.augmented(node)
            elif isinstance(node, gast.Expr) and isinstance(node.value, gast.Call):
                self.effect(node.value)
        return [gast.copy_location(line, node) for line in self.sums.out], self.copies

    def assigned(self, node, clears):
        (place,) = node.targets
        if self.activity.callee(node.value) is not None:
            self.calls.called(node.value, place, clears)
        elif isinstance(place, gast.Tuple):
            self.permuted(place, node.value)
        elif base_name(place) in self.activity.active:
            if isinstance(place, gast.Name):
                self.name_assigned(place, node.value, clears)
            else:
                self.part_assigned(place, node.value)
        elif is_pop(node.value) and isinstance(self.kinds[place.id], Scalar):
            self.dropped(node.value, self.kinds[place.id])

    def dropped(self, value, kind):
        """What is popped and read by nobody has an adjoint on the list: 0."""
        name = base_name(value.func.value)
        if name in self.activity.active:
            stack = self.bar_name(name)
            self.sums.out.append(gast.Expr(build.call(f"{stack}.append", zero(kind))))

    def permuted(self, place, value):
        """Arrays that changed places change them back; so do their adjoints."""
        names = [item.id for item in place.elts]
        given = [item.id for item in value.elts]
        if names[0] in self.activity.active:
            self.swap(given, names)
            self.swap(
                [self.bar_name(g) for g in given], [self.bar_name(n) for n in names]
            )

    def swap(self, targets, values):
        values = build.tuple_of([build.name(v) for v in values])
        self.sums.out.append(build.assign(list(targets), values))

    def name_assigned(self, place, value, clears):
        kind = self.kinds[place.id]
        bar = build.name(self.bar_name(place.id))
        if isinstance(kind, Stack):
            return
        if place.id in self.anew.owned:
            self.owned_assigned(place, value, clears)
        elif isinstance(kind, Array):
            if shared_name(value, self.plain.kinds) is None:
                if self.is_rebound(place.id):
                    bar = build.name(self.new_bar(place.id))
                self.sums.spread(value, bar, build.loaded(place))
        elif is_pop(value):
            self.popped(value, bar, clears)
        else:
            self.number_assigned(place, value, clears)

    def owned_assigned(self, place, value, clears):
        """A new array in place of another: the adjoint of the old one begins at 0."""
        bar = build.name(self.bar_name(place.id))
        if place.id in names_in(value):
            bar = self.handed_on(place.id)
            clears = False
        self.sums.spread(value, bar, build.loaded(place))
        if clears:
            self.sums.out.append(self.begun(place.id))

    def handed_on(self, name):
        """The adjoint of what a name is bound to, in a name; that of before begins."""
        kept = self.fresh(f"{name}_new_bar")
        self.sums.register(kept, self.kinds[name])
        self.sums.out.append(build.assign(kept, build.name(self.bar_name(name))))
        self.sums.out.append(self.begun(name))
        return build.name(kept)

    def begun(self, name):
        """The statement with which the adjoint of a name begins."""
        kind = self.kinds[name]
        zeros = build.call("np.zeros_like", build.name(name))
        value = zeros if isinstance(kind, Array) else zero(kind)
        return build.assign(self.bar_name(name), value)

    def number_assigned(self, place, value, clears):
        bar = build.name(self.bar_name(place.id))
        own = place.id in names_in(value) and place.id in self.activity.sources(value)
        if own:
            self.overwritten(value, bar)
            return
        self.sums.spread(value, bar, build.loaded(place))
        if clears:
            self.sums.out.append(self.begun(place.id))

    def overwritten(self, value, bar):
        """`x = f(x, a)`: first the others, then x_bar itself from its old value."""
        saved, self.sums.out = self.sums.out, []
        self.sums.spread(value, bar, None)
        mine, others = [], []
        for line in self.sums.out:
            is_mine = (
                isinstance(line, gast.AugAssign) and base_name(line.target) == bar.id
            )
            (mine if is_mine else others).append(line)
        terms = [
            term
            for line in mine
            for term in terms_of(line.value, 1 if isinstance(line.op, gast.Add) else -1)
        ]
        total = total_of(terms) if terms else None
        self.sums.out = saved + others
        if isinstance(total, gast.Name) and total.id == bar.id:
            return
        total = zero(self.kinds[bar.id]) if total is None else total
        if isinstance(self.kinds[bar.id], Array):
            self.sums.out.append(_scaled(bar, total))
        else:
            self.sums.out.append(build.assign(bar, total))

    def popped(self, value, bar, clears):
        stack = self.bar_name(base_name(value.func.value))
        self.sums.out.append(gast.Expr(build.call(f"{stack}.append", bar)))
        if clears:
            self.sums.out.append(build.assign(bar, zero(self.kinds[bar.id])))

    def part_assigned(self, place, value):
        bar = self.place_bar(place)
        seed = bar
        if self.multiplies(place, value):
            self.overwritten(value, build.name(self.bar_name(place.value.id)))
        elif self.reads_class(place, value):
            seed = self.written_seed(place, value, self.taken(place, bar))
            start = len(self.sums.out)
            self.sums.spread(value, seed, None)
            self.clear(bar, start)
        else:
            self.sums.spread(value, self.written_seed(place, value, bar), None)
            self.clear(bar)

    def multiplies(self, place, value):
        """Whether `x[:] = x * e`, element by element, and e has nothing of x."""
        if not is_whole(build.loaded(place)) or not isinstance(value, gast.BinOp):
            return False
        (name, left) = place.value.id, value.left
        return (
            isinstance(value.op, (gast.Mult, gast.Div))
            and isinstance(left, gast.Name)
            and left.id == name
            and not self.reads_class(place, value.right)
            and self.sums.kind(left) == self.sums.kind(value)
        )

    def written_seed(self, place, value, bar):
        """The adjoint of a value that was spread over the place it was written to."""
        if not self.sums.active(value):
            return bar
        own, whole = self.sums.kind(value), self.sums.kind(build.loaded(place))
        if own.rank == 0 and whole.rank:
            return build.call("np.sum", bar)
        return self.sums.summed_down(bar, own, build.loaded(place)) if own.rank else bar

    def clear(self, bar, start=None):
        """The adjoint of an element is 0 from here; or where lines add to adjoints."""
        out = self.sums.out
        first = len(out) if start is None else start
        while first < len(out) and _only_names(out[first]):
            first += 1
        out.insert(first, build.assign(build.stored(bar), build.constant(0.0)))

    def place_bar(self, place):
        """The adjoint of the element or slice that a statement writes."""
        place = build.loaded(place)
        return gast.Subscript(self.sums.bar_of(place.value), place.slice, gast.Load())

    def reads_class(self, place, value):
        classes = self.activity.classes
        own = classes.of(base_name(place))
        return any(classes.of(name) == own for name in self.activity.sources(value))

    def taken(self, place, bar):
        """The adjoint of an element in a name, before it is cleared."""
        name = self.fresh(f"{base_name(place)}_{_index_word(place)}_bar")
        rank = self.sums.kind(build.loaded(place)).rank
        value = build.call(build.attribute(bar, "copy")) if rank else bar
        self.sums.out.append(build.assign(name, value))
        self.sums.register(name, self.sums.kind(build.loaded(place)))
        return build.name(name)

    def augmented(self, node):
        place = node.target
        if base_name(place) not in self.activity.active:
            return
        is_name = isinstance(place, gast.Name)
        scalar = is_name and not isinstance(self.kinds[place.id], Array)
        if isinstance(node.op, (gast.Add, gast.Sub)):
            bar = (
                build.name(self.bar_name(place.id))
                if is_name
                else self.place_bar(place)
            )
            own = base_name(place) in self.activity.sources(node.value)
            if scalar and own:
                load = build.loaded(place)
                self.overwritten(gast.BinOp(load, node.op, node.value), bar)
                return
            if not scalar and self.reads_class(place, node.value):
                bar = self.taken(place, bar)
            bar = self.written_seed(place, node.value, bar)
            seed = negated(bar) if isinstance(node.op, gast.Sub) else bar
            self.sums.spread(node.value, seed, None)
            return
        value = gast.BinOp(build.loaded(place), node.op, node.value)
        if scalar:
            self.overwritten(value, build.name(self.bar_name(place.id)))
        elif is_name:
            whole = gast.Subscript(
                build.loaded(place), gast.Slice(None, None, None), gast.Store()
            )
            self.part_assigned(whole, value)
        else:
            self.part_assigned(place, value)

    def effect(self, call):
        callee = self.activity.callee(call)
        if callee is not None:
            self.calls.called(call, None, False)
        elif isinstance(call.func, gast.Attribute) and call.func.attr == "append":
            stack = call.func.value.id
            holds_arrays = self.kinds[stack].holds_arrays
            if stack in self.activity.active and not holds_arrays:
                popped = build.call(f"{self.bar_name(stack)}.pop")
                value = call.args[0]
                if isinstance(value, (gast.Name, gast.Subscript)) and self.sums.active(
                    value
                ):
                    self.sums.add(value, None, popped)
                elif self.sums.active(value):
                    name = self.fresh(f"{stack}_item_bar")
                    self.sums.register(name, self.sums.kind(value))
                    self.sums.out.append(build.assign(name, popped))
                    self.sums.spread(value, build.name(name), None)
                else:
                    self.sums.out.append(gast.Expr(popped))


def _only_names(node):
    """Whether a line only gives a name to a value."""
    return isinstance(node, gast.Assign) and isinstance(node.targets[0], gast.Name)


def _scaled(bar, total):
    """`x_bar *= e` for an array that becomes e * x_bar, in its own memory."""
    if isinstance(total, gast.BinOp):
        if isinstance(total.op, gast.Mult) and is_same_name(total.right, bar):
            return build.augment(bar, "*", total.left)
        if isinstance(total.op, (gast.Mult, gast.Div)) and is_same_name(
            total.left, bar
        ):
            return gast.AugAssign(build.stored(bar), total.op, total.right)
    return build.assign(build.subscript(bar, gast.Slice(None, None, None)), total)


def is_same_name(node, name):
    return isinstance(node, gast.Name) and node.id == name.id


def _index_word(place):
    """A word for an index: `u[i, j]` gives `i_j`."""
    words = []
    if not isinstance(place, gast.Subscript):
        return "all"
    for item in index_items(place):
        words.append(item.id if isinstance(item, gast.Name) else None)
    return "_".join(words) if all(words) else "part"
