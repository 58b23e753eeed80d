"""The adjoint of one statement: what it adds to the adjoints of what it read.

y = a * np.sin(b)       becomes     a_bar += sin_b * y_bar
                                    b_bar += np.cos(b) * a * y_bar
"""

import gast

from s2sad.errors import RefusalError
from s2sad.facts.calls import spelling
from s2sad.facts.effects import base_name, shared_name, written_parameters
from s2sad.facts.infer import index_items, kind_of
from s2sad.facts.kinds import Array, Scalar, Stack
from s2sad.facts.regions import Reads
from s2sad.passes.fold import fold, negated, split_sign
from s2sad.passes.substitute import Substitution
from s2sad.syntax import build
from s2sad.syntax.names import names_in
from s2sad.syntax.printer import text_of


class Lines:
    """Writes the adjoint lines of the statements of one function."""

    def __init__(self, plain, activity, module, fresh, bar_name, rebound):
        self.plain, self.activity, self.module = plain, activity, module
        self.fresh, self.bar_name = fresh, bar_name
        self.kinds = plain.call_kinds()
        self.reads = Reads(plain.kinds)
        self.rules = Substitution(self.kind, module.helper)
        self.out, self.copies = [], []
        self.rebound, self.new_bars = rebound, {}

    def is_rebound(self, name):
        return self.activity.classes.of(name) in self.rebound

    def new_bar(self, name):
        """The adjoint of the array a name is bound to, while the old one returns."""
        if name not in self.new_bars:
            self.new_bars[name] = self.fresh(f"{name}_new_bar")
        return self.new_bars[name]

    def kind(self, node):
        return kind_of(node, self.kinds)

    def active(self, node):
        return self.activity.is_active(node)

    def of(self, node, clears):
        """(adjoint lines of a simple statement, [(array, name of its copy before)]).

        `clears` says whether the adjoint of an assigned number must be 0 afterwards.
        """
        self.out, self.copies = [], []
        if isinstance(node, gast.Assign):
            self.assigned(node, clears)
        elif isinstance(node, gast.AugAssign):
            self.augmented(node)
        elif isinstance(node, gast.Expr) and isinstance(node.value, gast.Call):
            self.effect(node.value)
        return [gast.copy_location(line, node) for line in self.out], self.copies

    # statements

    def assigned(self, node, clears):
        (place,) = node.targets
        if self.activity.callee(node.value) is not None:
            self.called(node.value, place, clears)
        elif isinstance(place, gast.Tuple):
            self.permuted(place, node.value)
        elif base_name(place) in self.activity.active:
            if isinstance(place, gast.Name):
                self.name_assigned(place, node.value, clears)
            else:
                self.part_assigned(place, node.value)

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
        self.out.append(build.assign(list(targets), values))

    def name_assigned(self, place, value, clears):
        kind = self.kinds[place.id]
        bar = build.name(self.bar_name(place.id))
        if isinstance(kind, Stack):
            return
        if isinstance(kind, Array):
            if shared_name(value, self.plain) is None:
                if self.is_rebound(place.id):
                    bar = build.name(self.new_bar(place.id))
                self.spread(value, bar, build.loaded(place))
            return
        if is_pop(value):
            self.popped(value, bar, clears)
            return
        own = place.id in names_in(value) and place.id in self.activity.sources(value)
        if own:
            self.overwritten(place, value, bar)
            return
        self.spread(value, bar, build.loaded(place))
        if clears:
            self.out.append(build.assign(bar, build.constant(0.0)))

    def overwritten(self, place, value, bar):
        """`x = f(x, a)`: first the others, then x_bar itself from its old value."""
        saved, self.out = self.out, []
        self.spread(value, bar, None)
        mine, others = [], []
        for line in self.out:
            is_mine = (
                isinstance(line, gast.AugAssign) and base_name(line.target) == bar.id
            )
            (mine if is_mine else others).append(line)
        total = None
        for line in mine:
            sign = gast.Add() if isinstance(line.op, gast.Add) else gast.Sub()
            if total is None:
                total = (
                    negated(line.value) if isinstance(sign, gast.Sub) else line.value
                )
            else:
                total = gast.BinOp(total, sign, line.value)
        self.out = saved + others
        if isinstance(total, gast.Name) and total.id == bar.id:
            return
        total = build.constant(0.0) if total is None else total
        self.out.append(build.assign(bar, total))

    def popped(self, value, bar, clears):
        stack = self.bar_name(base_name(value.func.value))
        self.out.append(gast.Expr(build.call(f"{stack}.append", bar)))
        if clears:
            self.out.append(build.assign(bar, build.constant(0.0)))

    def part_assigned(self, place, value):
        bar = self.place_bar(place)
        seed = bar
        if self.reads_class(place, value):
            seed = self.written_seed(place, value, self.taken(place, bar))
            self.clear(place, bar)
            self.spread(value, seed, None)
        else:
            self.spread(value, self.written_seed(place, value, bar), None)
            self.clear(place, bar)

    def written_seed(self, place, value, bar):
        """The adjoint of a value that was spread over the place it was written to."""
        if not self.active(value):
            return bar
        own, whole = self.kind(value), self.kind(build.loaded(place))
        if own.rank == 0 and whole.rank:
            return build.call("np.sum", bar)
        return self.summed_down(bar, own, whole)

    def clear(self, place, bar):
        self.out.append(build.assign(build.stored(bar), build.constant(0.0)))

    def place_bar(self, place):
        """The adjoint of the element or slice that a statement writes."""
        place = build.loaded(place)
        return gast.Subscript(self.bar_of(place.value), place.slice, gast.Load())

    def bar_of(self, node):
        """The adjoint of a name, or of a part of an array."""
        if isinstance(node, gast.Name):
            return build.name(self.bar_name(node.id))
        if isinstance(node, gast.Subscript):
            return gast.Subscript(self.bar_of(node.value), node.slice, gast.Load())
        if isinstance(node, gast.Attribute):
            return gast.Attribute(self.bar_of(node.value), node.attr, gast.Load())
        raise RefusalError("an adjoint of this expression is not supported")

    def reads_class(self, place, value):
        classes = self.activity.classes
        own = classes.of(base_name(place))
        return any(classes.of(name) == own for name in self.activity.sources(value))

    def taken(self, place, bar):
        """The adjoint of an element in a name, before it is cleared."""
        name = self.fresh(f"{base_name(place)}_{_index_word(place)}_bar")
        rank = self.kind(build.loaded(place)).rank
        value = build.call(build.attribute(bar, "copy")) if rank else bar
        self.out.append(build.assign(name, value))
        self.register(name, self.kind(build.loaded(place)))
        return build.name(name)

    def register(self, name, kind):
        self.kinds[name] = kind

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
                self.overwritten(place, gast.BinOp(load, node.op, node.value), bar)
                return
            if not scalar and self.reads_class(place, node.value):
                bar = self.taken(place, bar)
            bar = self.written_seed(place, node.value, bar)
            seed = negated(bar) if isinstance(node.op, gast.Sub) else bar
            self.spread(node.value, seed, None)
            return
        value = gast.BinOp(build.loaded(place), node.op, node.value)
        if scalar:
            self.overwritten(place, value, build.name(self.bar_name(place.id)))
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
            self.called(call, None, False)
        elif isinstance(call.func, gast.Attribute) and call.func.attr == "append":
            stack = call.func.value.id
            holds_arrays = self.kinds[stack].holds_arrays
            if stack in self.activity.active and not holds_arrays:
                popped = build.call(f"{self.bar_name(stack)}.pop")
                value = call.args[0]
                if isinstance(value, (gast.Name, gast.Subscript)) and self.active(
                    value
                ):
                    self.add(value, None, popped)
                elif self.active(value):
                    name = self.fresh(f"{stack}_item_bar")
                    self.register(name, self.kind(value))
                    self.out.append(build.assign(name, popped))
                    self.spread(value, build.name(name), None)
                else:
                    self.out.append(gast.Expr(popped))

    # calls

    def called(self, call, place, clears):
        """A call of a function becomes a call of its adjoint, which runs it again."""
        callee = self.activity.callee(call)
        inner = self.module.adjoint_of_call(callee, call, self.activity)
        if inner is None:
            return
        places = dict(zip(callee.parameters, call.args))
        taken = self.take_results(call, place)
        clears = clears and not taken
        seeds = [taken.get(gast.dump(s), s) for s in self.seeds(callee, inner, place)]
        shadows = [self.shadow(places[p]) for p in inner.shadows]
        arguments = [self.argument(p, places[p], callee) for p in callee.parameters]
        result = build.call(inner.node.name, *arguments, *seeds, *shadows)
        wanted = [p for p in inner.returned if self.active(places[p])]
        if not inner.returned:
            self.out.append(gast.Expr(result))
        elif len(inner.returned) == 1:
            if wanted:
                self.spread(places[wanted[0]], self.only(inner, places, result), None)
            else:
                self.out.append(gast.Expr(result))
        else:
            self.returned(inner, places, result)
        if clears and place is not None:
            self.clear_results(callee, place)

    def only(self, inner, places, result):
        """The one adjoint a call returns; in a name if the call also adds to arrays.

        `x_bar[0] += g_adjoint(x, x_bar)` would read x_bar[0] before the call adds.
        """
        (parameter,) = inner.returned
        leaf = places[parameter]
        if isinstance(leaf, gast.Name) or not inner.shadows:
            return result
        name = self.fresh(f"{base_name(leaf) or parameter}_bar_part")
        self.register(name, Scalar("float64"))
        self.out.append(build.assign(name, result))
        return build.name(name)

    def take_results(self, call, place):
        """`x = g(x)`: the adjoint of the new x in a name before that of the old begins.

        Gives {dump of an adjoint: the name that has its value}.
        """
        if place is None:
            return {}
        items = place.elts if isinstance(place, gast.Tuple) else [place]
        sources = set().union(
            *(self.activity.sources(item) for item in call.args), set()
        )
        names = [i.id for i in items if isinstance(i, gast.Name)]
        numbers = [n for n in names if isinstance(self.kinds[n], Scalar)]
        numbers = [n for n in numbers if n in self.activity.active]
        taken = {}
        if not sources & set(numbers):
            return taken
        for name in numbers:
            bar = build.name(self.bar_name(name))
            kept = self.fresh(f"{name}_new_bar")
            self.register(kept, self.kinds[name])
            self.out.append(build.assign(kept, bar))
            self.out.append(build.assign(bar, build.constant(0.0)))
            taken[gast.dump(bar)] = build.name(kept)
        return taken

    def returned(self, inner, places, result):
        names = []
        for parameter in inner.returned:
            word = base_name(places[parameter]) or parameter
            names.append(self.fresh(f"{word}_bar_part"))
            self.register(names[-1], Scalar("float64"))
        self.out.append(build.assign(names, result))
        for parameter, name in zip(inner.returned, names):
            if self.active(places[parameter]):
                self.spread(places[parameter], build.name(name), None)

    def seeds(self, callee, inner, place):
        if place is None:
            return []
        items = place.elts if isinstance(place, gast.Tuple) else [place]
        return [
            self.result_seed(item) for item, flag in zip(items, inner.seeded) if flag
        ]

    def result_seed(self, item):
        load = build.loaded(item)
        if base_name(item) not in self.activity.active:
            if isinstance(self.kind(load), Array):
                return build.call("np.zeros_like", load)
            return build.constant(0.0)
        if isinstance(item, gast.Name) and isinstance(self.kinds[item.id], Array):
            if self.is_rebound(item.id):
                return build.name(self.new_bar(item.id))
        return self.bar_of(load)

    def shadow(self, node):
        """The adjoint of an array argument; a throw-away one if nobody wants it."""
        if self.active(node):
            return self.bar_of(node)
        return build.call("np.zeros_like", node)

    def argument(self, parameter, node, callee):
        if parameter in written_parameters(callee):
            name = self.fresh(f"{base_name(node)}_before")
            self.copies.append((node, name))
            self.register(name, self.kind(node))
            return build.name(name)
        return node

    def clear_results(self, callee, place):
        items = place.elts if isinstance(place, gast.Tuple) else [place]
        for item in items:
            name = base_name(item)
            if name in self.activity.active and isinstance(self.kinds[name], Scalar):
                bar = build.name(self.bar_name(name))
                self.out.append(build.assign(bar, build.constant(0.0)))

    # expressions

    def spread(self, node, seed, result):
        """Add the contributions of an expression's adjoint to those of its operands."""
        if not self.active(node):
            return
        if isinstance(node, (gast.Name, gast.Subscript)):
            self.add(node, None, seed)
            return
        if isinstance(node, gast.Call):
            if self.spread_call(node, seed):
                return
        found = self.rules.find(node)
        if found is None:
            raise RefusalError(f"there is no derivative of {text_of(node)}")
        seed = self.named_seed(node, seed)
        parts = self.rules.adjoints(
            node, seed, node if result is None else result, self.active
        )
        for operand, index, value in parts:
            value = self.fitted(operand, node, value, seed)
            if isinstance(operand, (gast.Name, gast.Subscript)):
                self.add(operand, index, value)
            elif index is not None:
                raise RefusalError(
                    "the largest element of an expression is not supported"
                )
            else:
                self.spread(operand, value, None)

    def spread_call(self, node, seed):
        """Copies and lists, which have no rule of their own; whether it was one."""
        method = node.func.attr if isinstance(node.func, gast.Attribute) else None
        if method == "copy" and spelling(node.func) != "np.copy":
            self.spread(node.func.value, seed, None)
            return True
        if spelling(node.func) == "np.array":
            listed = node.args[0]
            if isinstance(listed, gast.List):
                self.spread_list(listed, seed, [])
            else:
                self.spread(listed, seed, None)
            return True
        return False

    def spread_list(self, node, seed, indices):
        for number, item in enumerate(node.elts):
            here = [*indices, build.constant(number)]
            if isinstance(item, gast.List):
                self.spread_list(item, seed, here)
            else:
                self.spread(item, build.subscript(seed, *here), None)

    def named_seed(self, node, seed):
        """A name for an adjoint that several operands read, if it is worth one."""
        leaves = self.leaves(node)
        is_array = isinstance(self.kind(node), Array)
        if len(leaves) < 2 or is_cheap(seed, len(leaves), is_array):
            return seed
        name = self.fresh(f"{_result_word(node)}_bar")
        self.register(name, self.kind(node))
        self.out.append(build.assign(name, seed))
        return build.name(name)

    def leaves(self, node):
        """The active names and elements that an expression reads, in order."""
        if not self.active(node):
            return []
        if isinstance(node, (gast.Name, gast.Subscript)):
            return [node]
        if isinstance(node, gast.IfExp):
            return [node]
        if isinstance(node, (gast.List, gast.Tuple)):
            return [leaf for item in node.elts for leaf in self.leaves(item)]
        found = self.rules.find(node)
        if found is None:
            return [node]
        operands = found[0].operands(node)
        return [leaf for p in found[0].adjoints for leaf in self.leaves(operands[p])]

    def fitted(self, operand, node, value, seed):
        """A contribution summed down where the operand was broadcast."""
        own, whole = self.kind(operand), self.kind(node)
        pair = self.rules.find(node)
        assert pair is not None
        found = pair[0]
        if not _is_elementwise(found, node) or not whole.rank:
            return value
        if own.rank == 0:
            return self.summed(value, seed)
        return self.summed_down(value, own, whole)

    def summed_down(self, value, own, whole):
        """An array of the shape of `whole`, summed to the shape of `own`."""
        if own.rank < whole.rank:
            for _ in range(whole.rank - own.rank):
                value = build.call("np.sum", value, axis=build.constant(0))
        for axis in range(own.rank):
            wide = whole.ones[whole.rank - own.rank + axis]
            if own.ones[axis] and not wide:
                total = build.call("np.sum", value, axis=build.constant(axis))
                value = build.call("np.expand_dims", total, build.constant(axis))
        return value

    def summed(self, value, seed):
        """The sum of a contribution to a number; numbers go before the sum."""
        sign, value = split_sign(value)
        outside, inside = _apart(value, self.is_number)
        if inside is None:
            inside = seed
        total = build.call("np.sum", inside)
        for factor in outside:
            total = build.binary(factor, "*", total)
        return negated(total) if sign < 0 else total

    def is_number(self, node):
        if isinstance(node, gast.Constant):
            return True
        names = names_in(node)
        return bool(names) and all(self.is_scalar_name(name) for name in names)

    def is_scalar_name(self, name):
        kind = self.kinds.get(name)
        return isinstance(kind, Scalar)

    def add(self, leaf, index, value):
        """`leaf_bar += value`."""
        if not self.active(leaf):
            return
        value = fold(value)
        target = self.bar_of(leaf)
        if index is not None:
            target = build.subscript(target, index)
        advanced = self.advanced(leaf)
        if advanced is not None:
            self.scatter(leaf, advanced, value)
            return
        sign, positive = split_sign(value)
        self.out.append(build.augment(target, "+" if sign > 0 else "-", positive))

    def advanced(self, leaf):
        """The index array of a leaf, or None."""
        if not isinstance(leaf, gast.Subscript):
            return None
        for item in index_items(leaf):
            if not isinstance(item, (gast.Slice, gast.Constant)):
                if isinstance(self.kind(item), Array):
                    return item
        return None

    def scatter(self, leaf, index, value):
        """An index may come twice: the contributions are added one at a time."""
        part = self.fresh(f"{base_name(leaf)}_gathered_bar")
        counter = self.fresh("k")
        self.out.append(build.assign(part, value))
        items = [
            build.subscript(index, build.name(counter)) if item is index else item
            for item in index_items(leaf)
        ]
        target = build.subscript(self.bar_of(leaf.value), *items)
        axis = sum(
            isinstance(item, gast.Slice)
            for item in items[: index_items(leaf).index(index)]
        )
        slices = [gast.Slice(None, None, None)] * axis
        source = build.subscript(build.name(part), *slices, build.name(counter))
        line = build.augment(target, "+", source)
        self.out.append(build.counted(counter, [build.call("len", index)], [line]))


def is_pop(node):
    return (
        isinstance(node, gast.Call)
        and isinstance(node.func, gast.Attribute)
        and node.func.attr == "pop"
    )


def is_cheap(seed, count, is_array):
    """Whether an adjoint may be in several lines: an atom, a product of two in two."""
    _, positive = split_sign(seed)
    if is_atom(positive):
        return True
    is_product = isinstance(positive, gast.BinOp) and isinstance(positive.op, gast.Mult)
    if not is_product or is_array or count > 2:
        return False
    return is_atom(positive.left) and is_atom(positive.right)


def is_atom(node):
    """A name, a literal, an element: something as good as a name to read twice."""
    if isinstance(node, gast.UnaryOp):
        return is_atom(node.operand)
    if isinstance(node, gast.Subscript):
        return is_atom(node.value) and not any(
            isinstance(n, (gast.Call, gast.Slice)) for n in gast.walk(node.slice)
        )
    return isinstance(node, (gast.Name, gast.Constant))


def _is_elementwise(rule, node):
    if isinstance(node, gast.BinOp):
        return not isinstance(node.op, gast.MatMult)
    if isinstance(node, gast.UnaryOp):
        return True
    return rule.module.__name__.rsplit(".", 1)[-1] != "arrays" or rule.name == "where"


def _apart(node, is_number):
    """([factors that are numbers], the product of the rest or None)."""
    if isinstance(node, gast.BinOp) and isinstance(node.op, gast.Mult):
        left, inside_left = _apart(node.left, is_number)
        right, inside_right = _apart(node.right, is_number)
        parts = [p for p in (inside_left, inside_right) if p is not None]
        inside = None
        for part in parts:
            inside = part if inside is None else build.binary(inside, "*", part)
        return left + right, inside
    if isinstance(node, gast.BinOp) and isinstance(node.op, gast.Div):
        if is_number(node.right):
            outside, inside = _apart(node.left, is_number)
            if inside is not None and not outside:
                return [], node
        return [], node
    return ([node], None) if is_number(node) else ([], node)


_WORDS = {
    gast.Add: "sum",
    gast.Sub: "difference",
    gast.Mult: "product",
    gast.Div: "quotient",
    gast.Pow: "power",
    gast.Mod: "remainder",
    gast.MatMult: "product",
}


def _result_word(node):
    if isinstance(node, gast.BinOp):
        return _WORDS.get(type(node.op), "term")
    if isinstance(node, gast.Call):
        return str(spelling(node.func)).rsplit(".", 1)[-1]
    return "term"


def _index_word(place):
    """A word for an index: `u[i, j]` gives `i_j`."""
    words = []
    if not isinstance(place, gast.Subscript):
        return "all"
    for item in index_items(place):
        words.append(item.id if isinstance(item, gast.Name) else None)
    return "_".join(words) if all(words) else "part"
