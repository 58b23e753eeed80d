"""Statements as a function is specialised: branches decided or kept, names joined."""

from dataclasses import replace

import gast

from s2sad.errors import RefusalError
from s2sad.facts.infer import NoKind
from s2sad.facts.kinds import Array
from s2sad.facts.results import Listing, completed, result_of
from s2sad.facts.values import Expression, Record, Static, join_values
from s2sad.known.comparable import truth
from s2sad.known.constants import integer_of
from s2sad.known.functions import wrapped
from s2sad.known.growing import is_growing
from s2sad.known.options import is_one_of, joint
from s2sad.known.sharing import Sharing, on_one_path
from s2sad.normalise.admit import refused_statement
from s2sad.specialise.certain import certain
from s2sad.syntax import build


class Statements:
    """Specialises the statements of one function."""

    def __init__(self, frame):
        self.frame = frame
        self.now, self.sharing = None, Sharing({}, {})
        self.unlike = {}

    def method(self, kind):
        """What specialises a kind of statement, or None."""
        frame = self.frame
        parts = (self, frame.assignments, frame.loops, frame.inert)
        parts += (frame.trials, frame.contexts)
        found = (getattr(part, f"_{kind}", None) for part in parts)
        return next(filter(None, found), None)

    def statement(self, node):
        method = self.method(type(node).__name__)
        if method is None:
            raise self.frame.refuse(node, *refused_statement(node))
        around, self.now = self.now, node
        try:
            self.frame.forks.run(method, node)
            self.frame.returns.note(node)
            self.now = around
        except NoKind as error:
            raise self.frame.refuse(node, error.why, error.instead) from None
        except RefusalError as error:
            if not self.frame.careful.raises(error.raised):
                raise error.at(self.frame.source.place(node)) from None
            self.now = around

    def _Pass(self, node):
        pass

    def _Import(self, node):
        for alias in node.names:
            module = self.imported(alias.name, node)
            if self.frame.dead:
                return
            if alias.asname and "." in alias.name:
                for part in alias.name.split(".")[1:]:
                    module = getattr(module, part)
            self.frame.env[alias.asname or alias.name.split(".")[0]] = Static(module)

    def _ImportFrom(self, node):
        names = [alias.name for alias in node.names]
        module = self.imported(node.module or "", node, names, node.level or 0)
        if self.frame.dead:
            return
        for alias in node.names:
            if not hasattr(module, alias.name):
                what = f"{node.module} has no attribute {alias.name}"
                raise self.frame.refuse(node, what)
            static = Static(getattr(module, alias.name))
            self.frame.env[alias.asname or alias.name] = self.frame.surroundings.found(
                static, node
            )

    def imported(self, name, node, names=(), level=0):
        """The module of an import; with a level, from the package of the function."""
        around = self.frame.source.function.__globals__
        try:
            return __import__(name, around, fromlist=list(names), level=level)
        except ImportError as error:
            if self.frame.careful.raises(error):
                return None
            raise self.frame.refuse(node, str(error)) from None

    def _FunctionDef(self, node):
        if node.decorator_list:
            what = f"the decorator of {node.name}, inside a function, is not supported"
            instead = "the function outside, or a call of the decorator outside"
            raise self.frame.refuse(node.decorator_list[0], what, instead)
        self.frame.env[node.name] = self.frame.closures.made(node)

    def _Nonlocal(self, node):
        self.frame.nonlocals.update(dict.fromkeys(node.names))

    def _Break(self, node):
        self.frame.emit(node)

    def _Expr(self, node):
        if build.is_comment(node):
            self.frame.emit(node)
            return
        call = node.value
        if isinstance(call, gast.Call) and isinstance(call.func, gast.Name):
            if call.func.id == "print" and "print" not in self.frame.env:
                self.frame.inert.print(call)
                return
        if isinstance(call, gast.Call) and self.frame.inert.is_breakpoint(call):
            return
        if isinstance(call, gast.Call) and self.frame.contexts.is_speech(call):
            return
        value = self.frame.expressions.value(node.value)
        if isinstance(value, Expression) and isinstance(value.node, gast.Call):
            if getattr(value.node.func, "id", None) in self.frame.callees:
                self.frame.inert.unused(value)

    def _Return(self, node):
        if node.value is None:
            return
        self.frame.comprehensions.refuse_iterators([node.value])
        value = self.frame.alternatives.whole(node.value)
        if is_one_of(value) and len(self.frame.unit.active) == 1:
            what = f"what {self.frame.node.name} returns"
            value = certain(self.frame, value, node, what)
        if isinstance(value, Static) and value.value is None:
            return
        if len(self.frame.unit.active) > 1:
            self.frame.containers.keep_defaults([value])
            value = wrapped(value, self.frame.closures.carried)
            value = self.frame.without_axes.told(value)
        if isinstance(value, Record):
            if len(self.frame.unit.active) == 1:
                value = self.listed(value, node)
            value = result_of(completed(value).map(lambda v: self.returned(v, node)))
            leaves = [leaf.node for leaf in value.leaves()]
            returned = leaves[0] if len(leaves) == 1 else build.tuple_of(leaves)
            if leaves:
                self.frame.emit(gast.Return(returned))
        elif isinstance(value, Static) and callable(value.value):
            raise self.frame.refuse(node, "a function is returned", "its values")
        elif isinstance(value, (Expression, Static)):
            value = self.frame.expressions.as_expression(value, node)
            self.frame.emit(gast.Return(value.node))
        else:
            raise self.frame.refuse(node, "a function is returned", "its values")
        self.frame.result = value

    def listed(self, value, node):
        """A structure for whoever calls a derivative: its growing lists as arrays."""
        if is_growing(value):
            array = self.frame.reading.array(value)
            return Record({"values": array}, Listing(value.container.item))
        if value.container in (range, slice, set):
            what = f"a {value.container.__name__} is returned"
            instead = "its numbers" if value.container is set else "its bounds"
            raise self.frame.refuse(node, what, instead)
        items = {
            key: self.listed(item, node) if isinstance(item, Record) else item
            for key, item in value.items.items()
        }
        return Record(items, value.container, value.token)

    def returned(self, leaf, node):
        """A part of a structure that is returned: None and strings are constants."""
        if not isinstance(leaf, (Expression, Static)):
            raise self.frame.refuse(node, "a function is returned")
        if isinstance(leaf, Static) and isinstance(leaf.value, (str, type(None))):
            return leaf
        if len(self.frame.unit.active) > 1:  # what is called
            if isinstance(leaf, Static):
                return leaf  # may give flags, functions, objects
            number = integer_of(self.frame, leaf.node)
            if number is not None:
                return Static(number)  # such as an axis
        return self.frame.expressions.as_expression(leaf, node)

    def _If(self, node):
        test = self.frame.choices.test(node.test)
        known = truth(test)
        if known is not None:
            self.frame.take(self.frame.block(node.body if known else node.orelse))
            return
        test = self.condition(test, node.test)
        self.frame.vary([node])
        start = len(self.frame.returns.seen)
        with self.frame.forks.where(node.test, True):
            body, left, left_dead = self.frame.branch(node.body, node.test)
        middle = len(self.frame.returns.seen)
        with self.frame.forks.where(node.test, False):
            orelse, right, right_dead = self.frame.branch(node.orelse)
        if not left_dead and not right_dead:
            clash = self.frame.returns.refusal(left[0], right[0], start, middle)
            if clash and clash[1]:
                body, left_dead = [self.frame.reached(clash[0])], True
            elif clash:
                orelse, right_dead = [self.frame.reached(clash[0])], True
        if body or orelse:
            self.frame.emit(build.conditional(test, body, orelse))
        self.meet(left, left_dead, right, right_dead)

    def meet(self, left, left_dead, right, right_dead):
        """The names and the memory after two branches, of which either may be dead."""
        if left_dead and right_dead:
            self.frame.dead = True
        elif left_dead or right_dead:
            self.frame.state = right if left_dead else left
        else:
            self.frame.loops.sums.note(left, right)
            self.frame.env = self.joined(left[0], right[0])
            self.frame.memory.merge(left[1], right[1])
            self.frame.shapes.merge(left[2], right[2])

    def condition(self, value, node):
        """The node of a condition, which must be one number or truth value."""
        value = self.frame.expressions.as_expression(value, node)
        if isinstance(value.kind, Array):
            raise self.frame.refuse(
                node,
                f"the truth of a {value.kind}",
                "a comparison of its elements, in a loop",
            )
        return value.node

    def joined(self, left, right):
        """The names after two paths meet."""
        env, around = {}, self.sharing
        self.sharing = Sharing(left, right)
        for name in {**left, **right}:
            if name not in left or name not in right:
                if name in self.frame.attributes.names.values():
                    env[name] = None  # an attribute that one path does not make
                    continue
                found = left.get(name, right.get(name))
                sharing = self.sharing
                of = sharing.of_left if name in left else sharing.of_right
                env[name] = sharing.alone(found, of)
                continue
            first, second = left[name], right[name]
            env[name] = self.join(name, first, second)
        self.sharing = around
        self.frame.inside.align(env)
        return env

    def can_join(self, name, left, right):
        """Whether a name has one value after two paths."""
        around, self.sharing = self.sharing, Sharing(left, right)
        found = self.join(name, left[name], right[name])
        self.sharing = around
        return found is not None

    def join(self, name, first, second):
        if is_growing(first) and first == second and name in self.frame.grown:
            counts = [side.items["count"].node for side in (first, second)]
            plan = self.frame.fillings.plans.get(name)
            token = self.sharing.joint(first.token, second.token)
            is_indexed = plan is not None and plan.is_indexed
            if not is_indexed and gast.dump(counts[0]) != gast.dump(counts[1]):
                first = self.frame.lists.record(name, first.container.item)
            return replace(first, token=token)
        found = self.joint(name, first, second)
        if found is None and name in self.frame.locals:
            self.frame.lists.diverged(name, first, second)
        if found is None and first is not None and second is not None:
            self.unlike[name] = on_one_path(first, second)
            self.frame.alternatives.clash(name, first, second)
        return found

    def joint(self, name, first, second):
        """The value of a name that has one of two values, or None."""
        if is_one_of(first) and is_one_of(second):
            return joint(first, second)
        is_record = isinstance(first, Record) and not is_growing(first)
        if is_growing(first) and first == second:
            return replace(first, token=self.sharing.joint(first.token, second.token))
        if first == second and not is_record:
            return first
        if isinstance(first, Expression) and isinstance(second, Expression):
            kind = join_values(first.kind, second.kind)
            both = {getattr(item.node, "id", name) for item in (first, second)}
            found = both.pop() if len(both) == 1 else name
            is_array = first.is_array and second.is_array
            return kind and Expression(build.name(found), kind, is_array=is_array)
        if isinstance(first, Record) and isinstance(second, Record):
            same = first.items.keys() == second.items.keys()
            if same and first.container == second.container:
                items = {
                    k: self.joint(f"{name}_{k}", first.items[k], second.items[k])
                    for k in first.items
                }
                token = self.sharing.joint(first.token, second.token)
                found = Record(items, first.container, token)
                for key in [key for key, item in items.items() if item is None]:
                    sides = first.items[key], second.items[key]
                    self.frame.alternatives.part_clash(name, key, *sides)
                return None if None in items.values() else found
        return None
