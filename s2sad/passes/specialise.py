"""Plain form: a function specialised on the kinds of its arguments.

Branches on what is known now are decided, structures are taken apart into their
numbers, callees are found by object and specialised in turn; what has no kind is
refused, in a branch by an error that is raised when the branch is reached.
"""

import builtins
import os
import types

import gast
import numpy as np

from s2sad.errors import RefusalError
from s2sad.facts import effects, kinds, webs
from s2sad.facts.infer import NoKind, kind_of
from s2sad.facts.kinds import INT, Array, Scalar, Stack, kind_of_value
from s2sad.facts.plain import Hidden, Plain
from s2sad.facts.values import (
    Bound,
    Closure,
    Expression,
    Record,
    Static,
    join_values,
    static_node,
    tuple_record,
)
from s2sad.passes.desugar import desugar
from s2sad.passes.evaluate import Evaluator, Undetermined, library_word, truth
from s2sad.passes.jumps import jumps
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.names import Fresh, bound, names_in, reads, renamed
from s2sad.syntax.source import Source, plain_function, read

_ROUNDS = 20
REFUSED = "not differentiated: "


class Unit:
    """The functions that one derivative needs, each specialised once."""

    def __init__(self, taken=()):
        self.functions = {}
        self.assumed = {}
        self.active = set()
        self.recursive = set()
        self.recursive_names = set()
        self.surroundings = {}
        self.fresh = Fresh(taken)
        self.names = {}

    def function(self, source, node, name, values, captured=None):
        """The Plain of a function for argument values, and the leaves to call it with.

        `values` is {parameter: value}; `captured` what its free names are bound to.
        """
        entry = _Entry(values, captured or {}, names_in(node))
        key = (source.function.__code__, node.lineno, node.col_offset, entry.key)
        key += (id(source.function.__globals__), _cells(source.function))
        if key in self.functions:
            return self.functions[key], entry.leaves
        if key in self.active:
            self.recursive.add(key)
            self.recursive_names.add(self.names[key])
            if self.assumed.get(key) is None:
                raise Undetermined
            return self.assumed[key], entry.leaves
        return self.specialised(key, source, node, name, entry), entry.leaves

    def specialised(self, key, source, node, name, entry):
        name = self.names.setdefault(key, None) or self.fresh(name)
        self.names[key] = name
        self.active.add(key)
        try:
            for _ in range(_ROUNDS):
                plain = Specialiser(self, source, node, name, entry).plain()
                before = self.assumed.get(key)
                self.assumed[key] = plain
                if key not in self.recursive or _same_result(before, plain):
                    break
        finally:
            self.active.discard(key)
            self.assumed.pop(key, None)
        plain.callees.update(dict.fromkeys({name} & plain.callees.keys(), plain))
        self.functions[key] = plain
        return plain


def _cells(function):
    return tuple(id(cell) for cell in function.__closure__ or ())


def _same_result(before, plain):
    return before is not None and before.result_kinds == plain.result_kinds


class _Entry:
    """How argument values become parameters: names, kinds, and the key of the cache."""

    def __init__(self, values, captured, taken):
        self.fresh = Fresh(taken - set(values) - set(captured))
        self.parameters = []
        self.leaves = []
        self.structure = []
        key = []
        self.bindings = {}
        for name, value in [*values.items(), *captured.items()]:
            start = len(self.parameters)
            self.bindings[name] = self.binding(name, value, key)
            if name in values:
                self.structure.append((name, self.parameters[start:], value))
        self.key = tuple(key)

    def binding(self, name, value, key):
        if isinstance(value, Expression):
            name = self.fresh(name)
            self.parameters.append((name, value.kind))
            self.leaves.append(value.node)
            key.append((name, value.kind))
            return Expression(build.name(name), value.kind)
        if isinstance(value, Record):
            key.append((name, value.container, tuple(value.items)))
            items = {
                k: self.binding(f"{name}_{k}", item, key)
                for k, item in value.items.items()
            }
            return Record(items, value.container)
        if isinstance(value, Closure):
            key.append((name, value.line, value.source.function.__code__))
            captured = {
                k: self.binding(k, item, key)
                for k, item in (value.captured or {}).items()
            }
            return Closure(value.node, value.source, value.line, captured)
        if isinstance(value, Static):
            key.append((name, _identity(value.value)))
        else:
            key.append((name, id(value)))
        return value


def _identity(value):
    if isinstance(value, (bool, int, float, str, bytes, type(None))):
        return (type(value), value)
    if isinstance(value, tuple):
        return tuple(map(_identity, value))
    return _Same(value)


class _Same:
    """A key that equals itself only, and keeps its object alive."""

    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return isinstance(other, _Same) and self.value is other.value

    def __hash__(self):
        return id(self.value)


class Specialiser:
    """Specialises one function; statements here, expressions in the Evaluator."""

    def __init__(self, unit, source, node, name, entry):
        self.unit, self.source, self.name = unit, source, name
        self.node = _plain_def(source, node)
        self.entry = entry
        self.fresh = Fresh(names_in(self.node) | {p for p, _ in entry.parameters})
        self.env = dict(entry.bindings)
        for parameter, kind in entry.parameters:
            self.env.setdefault(parameter, Expression(build.name(parameter), kind))
        self.locals = bound(*self.node.body) | set(entry.bindings)
        self.rebound = _rebound(self.node)
        self.hidden, self.callees = {}, {}
        self.buffers = []
        self.result = None
        self.undetermined, self.pending = False, None
        self.dead = False
        self.refusals = []
        self.depth = 0
        self.evaluator = Evaluator(self)

    def plain(self):
        """The function in plain form."""
        body = self.block(self.node.body)
        if self.undetermined and self.result is None and self.dead:
            if self.entry_is_outermost():
                what = f"{self.pending.id} is read before it is written"
                raise self.source.refuse(self.pending, what, "a value for it at first")
            raise Undetermined
        if self.undetermined and self.entry_is_outermost():
            what = f"{self.pending.id} is read before it is written"
            raise self.source.refuse(self.pending, what, "a value for it at first")
        hidden = list(self.hidden.values())
        parameters = [p for p, _ in self.entry.parameters] + [h.name for h in hidden]
        node = build.function(self.name, parameters, body or [gast.Pass()])
        gast.copy_location(node, self.node)
        given = dict(self.entry.parameters) | {h.name: h.kind for h in hidden}
        results = {
            name: callee.result_kinds[0]
            for name, callee in self.callees.items()
            if len(callee.result_kinds) == 1
        }
        node, found = webs.separated(node, given, results, self.callees)
        return Plain(
            self.name,
            node,
            self.source,
            found,
            hidden,
            self.result,
            dict(self.callees),
            self.entry.structure,
            refusals=self.refusals,
        )

    def entry_is_outermost(self):
        """Whether nothing that is still being specialised could tell more."""
        return len(self.unit.active) == 1 and self.pending is not None

    # names

    def kinds(self):
        """{name: kind} of the numbers and arrays that have names here."""
        found = {}
        for name, value in self.env.items():
            if isinstance(value, Expression):
                found[name] = value.kind
            elif isinstance(value, Record):
                for leaf in value.leaves():
                    if isinstance(leaf, Expression) and isinstance(
                        leaf.node, gast.Name
                    ):
                        found[leaf.node.id] = leaf.kind
        for hidden in self.hidden.values():
            found[hidden.name] = hidden.kind
        for name, callee in self.callees.items():
            if len(callee.result_kinds) == 1:
                found[name] = callee.result_kinds[0]
        return found

    def look(self, node):
        """What a name stands for here."""
        if node.id in self.env:
            value = self.env[node.id]
            if value is None:
                what = (
                    f"{node.id} is of one kind on one path and of another on the other"
                )
                raise self.source.refuse(node, what, "two names")
            return value
        if node.id in self.locals:
            self.undetermined, self.pending = True, node
            raise Undetermined
        try:
            getter = self.source.lookup(node.id)
            value = getter()
        except (KeyError, ValueError):
            raise self.source.refuse(node, f"{node.id} is not defined") from None
        key = (id(self.source.function.__globals__), node.id)
        if node.id in self.source.function.__code__.co_freevars:
            key = (id(getter.args[0]), node.id)
        return self.found(Static(value, key, getter, node.id), node)

    def attribute(self, base, node):
        """An attribute of a module or of another object that is known."""
        try:
            value = getattr(base.value, node.attr)
        except AttributeError:
            what = f"{_name_of(base.value)} has no attribute {node.attr}"
            raise self.source.refuse(node, what) from None
        word = _constant_word(base.value, node.attr)
        if word is not None and isinstance(value, float):
            return Expression(build.attribute(*word), kinds.FLOAT)
        owner = base.value
        key = (id(owner), node.attr)
        hint = f"{base.hint}_{node.attr}" if base.hint else node.attr

        def getter():
            return getattr(owner, node.attr)

        return self.found(Static(value, key, getter, hint), node)

    def found(self, static, node):
        """A thing from the surroundings: numbers and arrays become hidden arguments."""
        value = static.value
        if isinstance(value, (bool, np.bool_)):
            return Static(bool(value))
        kind = kind_of_value(value)
        if kind is None:
            if isinstance(value, np.ndarray):
                what = f"an array of {value.dtype} is not supported"
                raise self.source.refuse(node, what, "float64, float32 or integers")
            return static
        if static.key is None:
            if isinstance(kind, Scalar):
                return Expression(build.constant(value), kind)
            array = value
            static = Static(value, ("table", id(value)), lambda: array, "table")
        return self.hide(static, kind)

    def hide(self, static, kind):
        if static.key not in self.hidden:
            hint = static.hint.strip("_") or "captured"
            taken = hint in self.env or hint in self.locals
            name = self.fresh(hint) if taken or hint in self.fresh.taken else hint
            if hint in names_in(self.node) and hint not in self.locals:
                name = hint
            self.fresh.taken.add(name)
            hidden = Hidden(static.key, name, static.getter, kind)
            self.hidden[static.key] = hidden
        hidden = self.hidden[static.key]
        return Expression(build.name(hidden.name), hidden.kind)

    def hidden_array(self, static, node):
        """A table of numbers as an array that is read when the derivative is called."""
        try:
            kind = kind_of_value(np.array(static.value))
        except ValueError:
            kind = None
        if kind is None:
            raise self.source.refuse(node, "a table that is not of numbers is indexed")
        table = static.value
        key = ("table", id(table))
        return self.hide(
            Static(table, key, lambda: np.array(table), static.hint or "table"), kind
        )

    def temporary(self, wanted):
        name = self.fresh(wanted)
        self.locals.add(name)
        return name

    def bind(self, name, kind):
        self.env[name] = Expression(build.name(name), kind)

    # statements

    def emit(self, *statements):
        self.buffers[-1].extend(statements)

    def apart(self, node):
        """(value, the statements it needs first)."""
        self.buffers.append([])
        try:
            value = self.evaluator.value(node)
        finally:
            before = self.buffers.pop()
        return value, before

    def block(self, statements):
        """The residual statements; a raise or an undetermined value ends them."""
        self.buffers.append([])
        self.dead = False
        try:
            for node in statements:
                start = len(self.buffers[-1])
                self.statement(node)
                for new in self.buffers[-1][start:]:
                    gast.copy_location(new, node)
                    gast.fix_missing_locations(new)
                if self.dead:
                    break
        except Undetermined:
            self.undetermined = True
            self.dead = True
        finally:
            out = self.buffers.pop()
        return out

    def branch(self, statements):
        """(residual statements, names afterwards, whether control reaches the end)."""
        saved, self.env = self.env, dict(self.env)
        self.depth += 1
        try:
            out = self.block(statements)
        except RefusalError as error:
            out = [self.reached(error)]
            self.dead = True
        env, dead = self.env, self.dead
        self.env, self.dead = saved, False
        self.depth -= 1
        return out, env, dead

    def reached(self, error):
        """What stands in a branch instead of what is not supported there."""
        self.refusals.append(error)
        place = error.place
        where = f"{os.path.basename(place.file)}:{place.line}:{place.column + 1}: "
        message = build.constant(REFUSED + (where if place else "") + error.what)
        return gast.Raise(build.call("NotImplementedError", message), None)

    def statement(self, node):
        method = getattr(self, f"_{type(node).__name__}", None)
        if method is None:
            word = _STATEMENT_WORDS.get(type(node).__name__, type(node).__name__)
            instead = _STATEMENT_REWRITES.get(type(node).__name__, _TAKE_OUT)
            raise self.source.refuse(node, f"{word} is not supported", instead)
        try:
            method(node)
        except NoKind as error:
            raise self.source.refuse(node, error.why, error.instead) from None
        except RefusalError as error:
            raise error.at(self.source.place(node)) from None

    def _Pass(self, node):
        pass

    def _Import(self, node):
        for alias in node.names:
            module = self.imported(alias.name, node)
            if alias.asname and "." in alias.name:
                for part in alias.name.split(".")[1:]:
                    module = getattr(module, part)
            self.env[alias.asname or alias.name.split(".")[0]] = Static(module)

    def _ImportFrom(self, node):
        module = self.imported(node.module, node, [a.name for a in node.names])
        for alias in node.names:
            if not hasattr(module, alias.name):
                what = f"{node.module} has no attribute {alias.name}"
                raise self.source.refuse(node, what)
            static = Static(getattr(module, alias.name))
            self.env[alias.asname or alias.name] = self.found(static, node)

    def imported(self, name, node, names=()):
        try:
            return __import__(name, fromlist=list(names))
        except ImportError as error:
            raise self.source.refuse(node, str(error)) from None

    def _FunctionDef(self, node):
        place = (node.lineno, node.col_offset)
        self.env[node.name] = Closure(node, self.source, place)

    def _Break(self, node):
        self.emit(node)

    def _Assert(self, node):
        test = self.evaluator.value(node.test)
        known = truth(test)
        if known is True:
            return
        message = _inert_text(node.msg)
        test = build.constant(False) if known is False else test.node
        self.emit(gast.Assert(test, message))

    def _Raise(self, node):
        error = node.exc
        if isinstance(error, gast.Call):
            texts = [self.message(argument) for argument in error.args]
            kept = [text for text in texts if text is not None]
            error = build.call(self.exception(error.func), *kept)
        elif error is not None:
            error = self.exception(error)
        self.emit(gast.Raise(error, None))
        self.dead = True

    def message(self, node):
        """An argument of an exception, as a literal or a value; None if neither."""
        if isinstance(node, gast.JoinedStr):
            return _inert_text(node)
        value = self.evaluator.value(node)
        if isinstance(value, Static):
            return static_node(value.value)
        return value.node if isinstance(value, Expression) else None

    def exception(self, node):
        """How the text names an exception class."""
        value = self.evaluator.value(node)
        target = getattr(value, "value", None)
        if not isinstance(target, type) or not issubclass(target, BaseException):
            raise self.source.refuse(node, "what is raised is no exception class")
        if getattr(builtins, target.__name__, None) is target:
            return build.name(target.__name__)
        if getattr(np.linalg, target.__name__, None) is target:
            return build.attribute("np", "linalg", target.__name__)
        self.unit.surroundings[target.__name__] = target
        return build.name(target.__name__)

    def _Expr(self, node):
        if build.is_comment(node):
            self.emit(node)
            return
        call = node.value
        if isinstance(call, gast.Call) and isinstance(call.func, gast.Name):
            if call.func.id == "print" and "print" not in self.env:
                self.print(call)
                return
        value = self.evaluator.value(node.value)
        if isinstance(value, Expression) and isinstance(value.node, gast.Call):
            if isinstance(value.node.func, gast.Name):
                if value.node.func.id in self.callees:
                    self.emit(gast.Expr(value.node))

    def print(self, call):
        """What is printed: texts and numbers, f-strings taken apart."""
        parts = []
        for item in call.args:
            if isinstance(item, gast.JoinedStr):
                parts.extend(self.printed(item))
            else:
                value = self.evaluator.value(item)
                if isinstance(value, Record):
                    parts.extend(leaf.node for leaf in value.leaves())
                elif isinstance(value, Static):
                    parts.append(build.constant(str(value.value)))
                else:
                    parts.append(value.node)
        self.emit(gast.Expr(gast.Call(build.name("print"), parts, [])))

    def printed(self, joined):
        parts = []
        for piece in joined.values:
            if isinstance(piece, gast.Constant):
                text = str(piece.value).strip()
                parts.extend([build.constant(text)] if text else [])
            else:
                value = self.evaluator.value(piece.value)
                if isinstance(value, Expression):
                    parts.append(value.node)
                else:
                    parts.append(build.constant(str(getattr(value, "value", ""))))
        return parts

    def _Return(self, node):
        if node.value is None:
            return
        value = self.evaluator.value(node.value)
        if isinstance(value, Static) and value.value is None:
            return
        if isinstance(value, Record):
            for leaf in value.leaves():
                if not isinstance(leaf, (Expression, Static)):
                    raise self.source.refuse(node, "a function is returned")
            value = value.map(lambda leaf: self.evaluator.as_expression(leaf, node))
            leaves = [leaf.node for leaf in value.leaves()]
            returned = leaves[0] if len(leaves) == 1 else build.tuple_of(leaves)
            self.emit(gast.Return(returned))
        elif isinstance(value, Static) and callable(value.value):
            raise self.source.refuse(node, "a function is returned", "its values")
        elif isinstance(value, (Expression, Static)):
            value = self.evaluator.as_expression(value, node)
            self.emit(gast.Return(value.node))
        else:
            raise self.source.refuse(node, "a function is returned", "its values")
        self.result = value

    def _Assign(self, node):
        (place,) = node.targets
        value = self.evaluator.value(node.value)
        if self.names_results(place, value):
            return
        if isinstance(place, (gast.Tuple, gast.List)):
            self.unpack(place, value, node)
        else:
            self.assign(place, value, node)

    def names_results(self, place, value):
        """`a, b = g(x)`: the results of a call get their names at once."""
        last = self.buffers[-1][-1] if self.buffers[-1] else None
        if not isinstance(value, Record) or not isinstance(last, gast.Assign):
            return False
        leaves, targets = value.leaves(), getattr(last.targets[0], "elts", [])
        if [getattr(t, "id", None) for t in targets] != [
            getattr(getattr(leaf, "node", None), "id", 0) for leaf in leaves
        ] or not isinstance(last.value, gast.Call):
            return False
        items = getattr(place, "elts", [])
        names = [item.id for item in items if isinstance(item, gast.Name)]
        if len(names) != len(leaves) or len(set(names)) != len(names):
            return False
        last.targets = build.assign(names, last.value).targets
        for name, leaf in zip(names, leaves):
            self.bind(name, leaf.kind)
        return True

    def assign(self, place, value, node):
        if isinstance(place, gast.Name):
            self.assign_name(place.id, value, node)
        elif isinstance(place, gast.Subscript):
            self.assign_part(place, value, node)
        elif isinstance(place, (gast.Tuple, gast.List)):
            self.unpack(place, value, node)
        else:
            raise self.source.refuse(
                place,
                "an attribute is written",
                "an array, or a value that is returned",
            )

    def assign_name(self, name, value, node=None):
        if isinstance(value, Static) and (
            static_node(value.value) is None
            or value.value is None
            or isinstance(value.value, str)
            or name not in self.rebound
        ):
            self.env[name] = value
            return
        if isinstance(value, (Closure, Bound)):
            self.env[name] = value
            return
        if isinstance(value, Record):
            self.env[name] = self.stored_record(name, value, node)
            return
        value = self.evaluator.as_expression(value, node)
        if isinstance(value.kind, str):
            raise self.source.refuse(node, "a range is kept in a name", "its bounds")
        if isinstance(value.node, gast.Name) and value.node.id == name:
            return
        self.emit(build.assign(name, value.node))
        self.env[name] = Expression(build.name(name), value.kind)

    def stored_record(self, name, value, node):
        """Each number of a structure in a name of its own."""
        interfering = {
            leaf.node.id
            for leaf in value.leaves()
            if isinstance(leaf, Expression) and isinstance(leaf.node, gast.Name)
        }
        items = {}
        for key, item in value.items.items():
            part = f"{name}_{key}"
            known = self.env.get(name)
            mine = (
                isinstance(known, Record) and known.items.keys() == value.items.keys()
            )
            if not mine and part in self.fresh.taken:
                part = self.fresh(part)
            self.fresh.taken.add(part)
            self.locals.add(part)
            if isinstance(item, Record):
                items[key] = self.stored_record(part, item, node)
            elif isinstance(item, (Static, Closure, Bound)):
                items[key] = item
            else:
                if part in interfering and item.node.id != part:
                    item = self.stored(item, part)
                items[key] = self.part(part, item)
        return Record(items, value.container)

    def part(self, name, item):
        if not (isinstance(item.node, gast.Name) and item.node.id == name):
            self.emit(build.assign(name, item.node))
        self.env[name] = Expression(build.name(name), item.kind)
        return self.env[name]

    def stored(self, value, wanted):
        """A value in a new name."""
        name = self.temporary(wanted)
        self.emit(build.assign(name, value.node))
        self.bind(name, value.kind)
        return self.env[name]

    def assign_part(self, place, value, node):
        base = self.evaluator.value(place.value)
        if isinstance(base, Record) and isinstance(place.value, gast.Name):
            self.assign_item(base, place, value)
            return
        if not isinstance(base, Expression) or not isinstance(base.kind, Array):
            raise self.source.refuse(
                place, "only parts of arrays are assigned to", "an array argument"
            )
        target = self.evaluator.indexed(base, place)
        value = self.evaluator.as_expression(value, node)
        part = kind_of(target, self.kinds())
        if value.kind.rank > part.rank:
            what = f"a {value.kind} is written where a {part} stands"
            raise self.source.refuse(node, what)
        if _overlaps(target, value.node):
            value = Expression(_copied(value), value.kind)
        self.emit(build.assign(target, value.node))

    def assign_item(self, base, place, value):
        """A part of a list or dict that lives in names."""
        key = self.evaluator.value(place.slice)
        known = key.value if isinstance(key, Static) else build.number_of(key.node)
        if known is None:
            raise self.source.refuse(
                place, "a list is written at an index that is not constant", "np.array"
            )
        if isinstance(known, int) and known < 0:
            known += len(base.items)
        items = dict(base.items)
        items[known] = value
        self.env[place.value.id] = self.stored_record(
            place.value.id, Record(items, base.container), place
        )

    def unpack(self, place, value, node):
        targets = place.elts
        if any(isinstance(t, gast.Starred) for t in targets):
            raise self.source.refuse(
                node, "a starred target is not supported", "one name for each value"
            )
        if isinstance(value, Expression) and isinstance(value.kind, Array):
            value = self.stored_if_compound(value)
            parts = [
                self.evaluator.expression(
                    build.subscript(value.node, build.constant(i))
                )
                for i in range(len(targets))
            ]
            value = tuple_record(parts)
        if isinstance(value, Static) and isinstance(value.value, (tuple, list)):
            value = tuple_record([self.found(Static(v), node) for v in value.value])
        if not isinstance(value, Record):
            raise self.source.refuse(node, "only tuples and arrays are unpacked")
        values = list(value.items.values())
        if len(values) != len(targets):
            what = f"{len(values)} values are unpacked into {len(targets)} names"
            raise self.source.refuse(node, what)
        if self.permutes(targets, values):
            return
        later = set()
        for target in reversed(targets):
            later |= names_in(target)
        for position, (target, item) in enumerate(zip(targets, values)):
            written = set()
            for earlier in targets[:position]:
                written |= names_in(earlier)
            if isinstance(item, Expression) and written & reads(item.node):
                raise AssertionError("interference is resolved below")
            values[position + 1 :] = [
                self.saved_from(v, target, targets) for v in values[position + 1 :]
            ]
            self.assign(target, item, node)

    def saved_from(self, value, target, targets):
        """A value that is still to be assigned, out of the way of this target."""
        if isinstance(value, Record):
            return value.map(lambda leaf: self.saved_from(leaf, target, targets))
        if not isinstance(value, Expression):
            return value
        written = bound(target) if isinstance(target, gast.Name) else names_in(target)
        if written & reads(value.node):
            base = value.node.id if isinstance(value.node, gast.Name) else "value"
            return self.stored(value, f"{base}_before")
        return value

    def stored_if_compound(self, value):
        if isinstance(value.node, gast.Name):
            return value
        return self.stored(value, "row")

    def permutes(self, targets, values):
        """`u, v = v, u` of arrays is one statement: their names change places."""
        names = [t.id for t in targets if isinstance(t, gast.Name)]
        given = [
            v.node.id
            for v in values
            if isinstance(v, Expression)
            and isinstance(v.node, gast.Name)
            and isinstance(v.kind, Array)
        ]
        if len(given) != len(targets) or sorted(names) != sorted(given):
            return False
        self.emit(build.assign(names, build.tuple_of([build.name(g) for g in given])))
        for name, value in zip(names, values):
            self.env[name] = Expression(build.name(name), value.kind)
        return True

    def _AugAssign(self, node):
        place = node.target
        if isinstance(place, gast.Subscript):
            base = self.evaluator.value(place.value)
            if isinstance(base, Expression) and isinstance(base.kind, Array):
                self.augment_part(base, node)
                return
        load = build.loaded(place)
        old = self.evaluator.value(load)
        if isinstance(old, Expression) and isinstance(old.kind, Array):
            value = self.evaluator.number(node.value)
            whole = build.subscript(old.node, gast.Slice(None, None, None))
            self.write(whole, node.op, value, base=old.node)
            return
        value = self.evaluator.value(gast.BinOp(load, node.op, node.value))
        same = isinstance(value, Expression) and isinstance(place, gast.Name)
        if same and isinstance(value.node, gast.BinOp) and value.kind == old.kind:
            self.emit(gast.AugAssign(place, node.op, value.node.right))
            self.env[place.id] = Expression(build.name(place.id), value.kind)
            return
        self.assign(place, value, node)

    def augment_part(self, base, node):
        target = self.evaluator.indexed(base, node.target)
        value = self.evaluator.number(node.value)
        self.check_divisor(node.op, None, value)
        self.write(target, node.op, value)

    def write(self, target, op, value, base=None):
        """`target op= value`, with a copy where NumPy would see the old values."""
        node = value.node
        if _overlaps(target, node):
            node = _copied(value)
        place = build.stored(base if base is not None else target)
        self.emit(gast.AugAssign(place, op, node))

    def check_divisor(self, op, left, right):
        """Dividing an integer by 0 raises, as Python's division does."""
        if not isinstance(op, (gast.FloorDiv, gast.Mod, gast.Div)):
            return
        if left is not None and (left.kind != INT or right.kind != INT):
            return
        if left is None or build.number_of(right.node) not in (None, 0):
            return
        if self.is_loop_bound(right.node):
            return
        message = build.constant("division by zero")
        error = gast.Raise(build.call("ZeroDivisionError", message), None)
        zero = build.compare(right.node, gast.Eq(), build.constant(0))
        self.emit(build.conditional(zero, [error]))

    def is_loop_bound(self, node):
        """Whether a loop around this runs up to `node`, which then is not 0."""
        text = gast.dump(node)
        return any(text == bound_text for bound_text in self.bounds_around)

    @property
    def bounds_around(self):
        return getattr(self, "_bounds", [])

    # control flow

    def _If(self, node):
        test = self.evaluator.value(node.test)
        known = truth(test)
        if known is not None:
            out = self.block(node.body if known else node.orelse)
            self.emit(*out)
            return
        test = self.condition(test, node.test)
        body, left, left_dead = self.branch(node.body)
        orelse, right, right_dead = self.branch(node.orelse)
        if body or orelse:
            self.emit(_conditional(test, body, orelse))
        if left_dead and right_dead:
            self.dead = True
        elif left_dead or right_dead:
            self.env = right if left_dead else left
        else:
            self.env = self.joined(left, right)

    def condition(self, value, node):
        """The node of a condition, which must be one number or truth value."""
        value = self.evaluator.as_expression(value, node)
        if isinstance(value.kind, Array):
            raise self.source.refuse(
                node,
                f"the truth of a {value.kind}",
                "a comparison of its elements, in a loop",
            )
        return value.node

    def joined(self, left, right):
        """The names after two paths meet."""
        env = {}
        for name in {**left, **right}:
            if name not in left or name not in right:
                env[name] = left.get(name, right.get(name))
                continue
            first, second = left[name], right[name]
            env[name] = self.join(name, first, second)
        return env

    def join(self, name, first, second):
        if first == second:
            return first
        if isinstance(first, Expression) and isinstance(second, Expression):
            kind = join_values(first.kind, second.kind)
            return kind and Expression(build.name(name), kind)
        if isinstance(first, Record) and isinstance(second, Record):
            same = first.items.keys() == second.items.keys()
            if same and first.container == second.container:
                items = {
                    k: self.join(f"{name}_{k}", first.items[k], second.items[k])
                    for k in first.items
                }
                return (
                    None if None in items.values() else Record(items, first.container)
                )
        return None

    def loop_body(self, statements):
        """The residual body of a loop, its names stable from trip to trip."""
        for _ in range(_ROUNDS):
            before = dict(self.env)
            undetermined, self.undetermined = self.undetermined, False
            refusals = len(self.refusals)
            out = self.block(statements)
            pending, self.undetermined = self.undetermined, undetermined
            after = self.joined(before, self.env)
            stable = all(after[name] == before[name] for name in before)
            if stable and (not pending or after.keys() == before.keys()):
                self.undetermined |= pending
                self.env = after
                self.dead = False
                return out
            del self.refusals[refusals:]
            self.env = after if pending else {name: after[name] for name in before}
            if stable and not pending:
                self.env = after
        raise RefusalError("the kinds of the names in this loop do not settle")

    def _While(self, node):
        test, before = self.apart(node.test)
        if truth(test) is False:
            return
        if before:
            self.waiting(node)
            return
        saved = dict(self.env)
        body = self.loop_body(node.body)
        test = self.condition(self.evaluator.value(node.test), node.test)
        del saved
        self.emit(gast.While(test, body or [gast.Pass()], []))

    def waiting(self, node):
        """A while whose test needs statements: they run before each test."""
        flag = self.temporary("going")
        again = build.assign(flag, node.test)
        self.statement(gast.copy_location(again, node))
        body = [*node.body, gast.copy_location(again, node)]
        body = self.loop_body(body)
        self.emit(gast.While(build.name(flag), body, []))

    def _For(self, node):
        iterator = node.iter
        word = _called_word(iterator, self)
        if word == "range":
            self.counted_loop(node)
        elif word == "enumerate":
            self.enumerated(node)
        elif word == "zip":
            self.zipped(node)
        else:
            self.over_values(node)

    def counted_loop(self, node):
        if not isinstance(node.target, gast.Name):
            raise self.source.refuse(node, "a range gives one number at a time")
        bounds = [self.evaluator.number(item).node for item in node.iter.args]
        for item in bounds:
            if kind_of(item, self.kinds()) != INT:
                raise self.source.refuse(
                    node, "a bound of range is not an integer", "int(...) of it"
                )
        self.loop(node.target.id, bounds, node.body)

    def loop(self, counter, bounds, body):
        stop = bounds[0] if len(bounds) == 1 else bounds[1]
        around = self.bounds_around
        self._bounds = [*around, gast.dump(stop)]
        if len(bounds) == 3 and number_of(bounds[2]) == -1:
            self._bounds.append(gast.dump(one_more(bounds[0])))
        before = self.env.get(counter)
        self.bind(counter, INT)
        body = self.loop_body(body)
        self._bounds = around
        del before
        self.emit(build.counted(counter, bounds, body or [gast.Pass()]))

    def enumerated(self, node):
        """`for i, v in enumerate(a, start)`: a loop over the indices of a."""
        if not isinstance(node.target, gast.Tuple) or len(node.target.elts) != 2:
            raise self.source.refuse(node, "enumerate gives pairs", "for i, v in ...")
        index, item = node.target.elts
        iterable, *start = node.iter.args
        items, iterables = [item], [iterable]
        if _called_word(iterable, self) == "zip":
            items, iterables = item.elts, iterable.args
        start = start[0] if start else None
        for given in node.iter.keywords:
            start = given.value
        counter, sources = self.sources(iterables, node, index if not start else None)
        first = []
        if start:
            shifted = build.binary(build.name(counter), "+", start)
            first.append(build.assign(index, shifted))
        self.over(node, counter, items, sources, first)

    def zipped(self, node):
        targets = getattr(node.target, "elts", None)
        if targets is None or len(targets) != len(node.iter.args):
            raise self.source.refuse(node, "zip gives one value for each argument")
        counter, sources = self.sources(node.iter.args, node)
        self.over(node, counter, targets, sources)

    def over_values(self, node):
        value = self.evaluator.value(node.iter)
        if isinstance(value, Record):
            self.unrolled(node, list(value.items.values()))
            return
        if isinstance(value, Static) and isinstance(value.value, (tuple, list, range)):
            items = [self.found(Static(v), node) for v in value.value]
            self.unrolled(node, items)
            return
        counter, sources = self.sources([node.iter], node)
        self.over(node, counter, [node.target], sources)

    def unrolled(self, node, items):
        """A loop over a few values that are known one by one."""
        if _breaks(node.body):
            raise self.source.refuse(
                node, "break out of a loop over a tuple is not supported", "range(n)"
            )
        for item in items:
            self.assign(node.target, item, node)
            self.emit(*self.block(node.body))
            if self.dead:
                return

    def sources(self, iterables, node, index=None):
        """(counter, [(expression of the k-th item, its length)]) of some iterables."""
        named = isinstance(index, gast.Name) and index.id not in bound(*node.body)
        counter = index.id if named else self.temporary("k")
        if index is not None and not named:
            raise self.source.refuse(
                node, "the index of enumerate is written", "a copy"
            )
        found = []
        for iterable in iterables:
            word = _called_word(iterable, self)
            if word == "range":
                found.append(self.range_items(iterable, counter))
                continue
            value = self.evaluator.number(iterable)
            if not isinstance(value.kind, Array):
                raise self.source.refuse(
                    iterable, f"a loop over a {value.kind}", "range(n)"
                )
            value = self.stored_if_compound(value)
            self.bind(counter, INT)
            item = build.subscript(value.node, build.name(counter))
            found.append((item, build.call("len", value.node)))
        return counter, found

    def range_items(self, node, counter):
        bounds = [self.evaluator.number(item).node for item in node.args]
        start, step = build.constant(0), None
        stop = bounds[0]
        if len(bounds) > 1:
            start, stop = bounds[:2]
        step = bounds[2] if len(bounds) > 2 else None
        item = build.name(counter)
        if step is not None:
            item = build.binary(item, "*", step)
        if build.number_of(start) != 0:
            item = build.binary(start, "+", item)
        if len(bounds) == 1:
            return item, stop
        return item, build.call("len", build.call("range", *bounds))

    def over(self, node, counter, targets, sources, first=()):
        lengths = [length for _, length in sources]
        stop = lengths[0]
        for length in lengths[1:]:
            if gast.dump(length) != gast.dump(stop):
                stop = build.call("min", stop, length)
        assigns = [
            build.assign(target, item) for target, (item, _) in zip(targets, sources)
        ]
        body = [*first, *assigns]
        for new in body:
            gast.copy_location(new, node)
            gast.fix_missing_locations(new)
        self.loop(counter, [stop], [*body, *node.body])

    # lists and calls

    def stack_method(self, owner, name, arguments, node):
        """append and pop of a list that works as a stack."""
        stack = owner.node.id
        if name == "append":
            item = self.evaluator.as_expression(arguments[0], node)
            known = owner.kind.item
            kind = item.kind if known is None else join_values(known, item.kind)
            if kind is None:
                raise self.source.refuse(node, "a list holds values of two kinds")
            call = build.call(f"{stack}.append", item.node)
            self.emit(gast.Expr(call))
            self.env[stack] = Expression(owner.node, Stack(kind))
            return Static(None)
        if name == "pop" and not arguments:
            if owner.kind.item is None:
                self.undetermined = True
                raise Undetermined
            kind = owner.kind.item
            taken = self.temporary("popped")
            self.emit(build.assign(taken, build.call(f"{stack}.pop")))
            self.bind(taken, kind)
            return self.env[taken]
        raise self.source.refuse(node, f".{name}(...) of a list is not supported")

    def folded(self, target, arguments, keywords):
        """The result of a call of s2sad's or of the library that is known now."""
        return None

    def call_closure(self, closure, arguments, keywords, node):
        """A def or lambda of this function, or one that was passed in."""
        define = closure.node
        if isinstance(define, gast.Lambda):
            returned = gast.copy_location(gast.Return(define.body), define.body)
            define = gast.FunctionDef(
                "function", define.args, [returned], [], None, None, []
            )
            gast.copy_location(define, closure.node)
        values = self.matched(define, closure.source, arguments, keywords, node)
        captured = self.captured(closure)
        return self.call(closure.source, define, values, captured, node)

    def captured(self, closure):
        """{free name of a closure: what it is bound to now}."""
        if closure.captured is not None:
            return closure.captured
        own = {a.id for a in closure.node.args.args}
        body = closure.node.body
        trees = body if isinstance(body, list) else [body]
        own |= bound(*trees)
        found = {}
        for name in sorted(reads(*trees) - own):
            if name not in self.env or name in found:
                continue
            value = self.env[name]
            if isinstance(value, Closure) and value.captured is None:
                if value.node is closure.node:
                    continue
                value = Closure(
                    value.node, value.source, value.line, self.captured(value)
                )
            found[name] = value
        return found

    def passed(self, value):
        """An argument as a callee sees it: closures bring what they captured."""
        if isinstance(value, Closure) and value.captured is None:
            captured = self.captured(value)
            return Closure(value.node, value.source, value.line, captured)
        if isinstance(value, Record):
            return value.map(self.passed)
        return value

    def call_function(self, function, arguments, keywords, node):
        """A call of a Python function of the user's."""
        target = plain_function(function.value)
        if not isinstance(target, types.FunctionType):
            name = _name_of(function.value)
            module = getattr(function.value, "__module__", None) or ""
            what = f"{name} is called"
            if module.split(".")[0] in ("numpy", "scipy"):
                what = f"{module.replace('numpy', 'np')}.{name} is not supported"
            raise self.source.refuse(
                node, what, "loops, a Python function of your own, or a rule for it"
            )
        source = read(target)
        if isinstance(function.value, types.MethodType):
            arguments = [Static(function.value.__self__, hint="self"), *arguments]
        values = self.matched(source.node, source, arguments, keywords, node)
        return self.call(source, source.node, values, None, node)

    def matched(self, define, source, arguments, keywords, node):
        """{parameter: value}, defaults filled in."""
        names = [a.id for a in (*define.args.posonlyargs, *define.args.args)]
        only = [a.id for a in define.args.kwonlyargs]
        if define.args.vararg is not None or define.args.kwarg is not None:
            raise self.source.refuse(
                node, f"{define.name} takes *args or **kwargs", "named parameters"
            )
        if len(arguments) > len(names):
            plural = "" if len(names) == 1 else "s"
            what = (
                f"{define.name} takes {len(names)} argument{plural}, "
                f"not {len(arguments)}"
            )
            raise self.source.refuse(node, what)
        values = dict(zip(names, arguments)) | keywords
        defaults = dict(zip(reversed(names), reversed(define.args.defaults)))
        defaults |= {n: d for n, d in zip(only, define.args.kw_defaults) if d}
        for name in [*names, *only]:
            if name in values:
                continue
            if name not in defaults:
                what = f"{define.name} is called without its argument {name}"
                raise self.source.refuse(node, what)
            values[name] = self.default(define, source, name, defaults[name])
        for name in keywords:
            if name not in [*names, *only]:
                raise self.source.refuse(node, f"{define.name} has no argument {name}")
        return {n: self.passed(values[n]) for n in [*names, *only]}

    def default(self, define, source, name, node):
        """The value of a default: what it was when the def ran."""
        import inspect

        if source.node is define or source.node.name == define.name:
            signature = inspect.signature(source.function)
            if name in signature.parameters:
                value = signature.parameters[name].default
                if value is not inspect.Parameter.empty:
                    return self.found(
                        Static(
                            value, ("default", id(define), name), lambda: value, name
                        ),
                        node,
                    )
        return self.evaluator.value(node)

    def call(self, source, define, values, captured, node):
        name = define.name if define.name != "<lambda>" else "function"
        plain, leaves = self.unit.function(source, define, name, values, captured)
        return self.call_plain(plain, leaves, node)

    def call_plain(self, plain, leaves, node):
        """The value of a call of a specialised function, its statement emitted."""
        if self.must_inline(plain, leaves):
            return self.inlined(plain, leaves)
        self.callees[plain.name] = plain
        hidden = [
            self.hide(Static(None, h.key, h.getter, h.name), h.kind).node
            for h in plain.hidden
        ]
        call = gast.Call(build.name(plain.name), [*leaves, *hidden], [])
        gast.copy_location(call, node)
        results = plain.result_kinds
        if not results:
            self.emit(gast.copy_location(gast.Expr(call), node))
            return Static(None)
        if isinstance(plain.result, Record):
            return self.call_record(plain, call)
        if effects.written_parameters(plain):
            return self.stored(Expression(call, results[0]), f"{plain.name}_result")
        return Expression(call, results[0])

    def must_inline(self, plain, leaves):
        """Whether a call would make two names for one array that the callee hides.

        A function that returns an array it was given, or that writes one of two
        arguments that are the same array, is written out where it is called.
        """
        if plain.name in self.unit.recursive_names:
            return False
        if effects.returns_parameter(plain):
            return True
        bases = [effects.base_name(leaf) for leaf in leaves]
        shared = [b for b in bases if b is not None and bases.count(b) > 1]
        written = effects.written_parameters(plain)
        places = dict(zip(plain.parameters, bases))
        return any(places.get(p) in shared for p in written)

    def inlined(self, plain, leaves):
        """The body of a function in place of its call, its names made new."""
        arguments = dict(zip(plain.parameters, leaves))
        for hidden in plain.hidden:
            static = Static(None, hidden.key, hidden.getter, hidden.name)
            arguments[hidden.name] = self.hide(static, hidden.kind).node
        assigned = bound(*plain.node.body)
        new_names = {}
        for name in plain.parameters:
            node = arguments[name]
            if isinstance(node, gast.Name) and name not in assigned:
                new_names[name] = node.id
            else:
                stored = self.stored(Expression(node, plain.kinds[name]), name)
                new_names[name] = stored.node.id
        for name in sorted(assigned - set(plain.parameters)):
            new_names[name] = self.temporary(name)
            self.bind(new_names[name], plain.kinds[name])
        self.callees.update(plain.callees)
        *body, last = [renamed(node, new_names) for node in plain.node.body]
        if not isinstance(last, gast.Return):
            self.emit(*body, last)
            return Static(None)
        self.emit(*body)
        values = last.value.elts if isinstance(last.value, gast.Tuple) else [last.value]
        if not isinstance(plain.result, Record):
            return Expression(values[0], plain.result_kinds[0])
        parts = iter(values)
        return plain.result.map(lambda leaf: Expression(next(parts), leaf.kind))

    def call_record(self, plain, call):
        names, kinds_found = [], plain.result_kinds
        for position in range(len(kinds_found)):
            names.append(self.temporary(f"{plain.name}_{position}"))
        for name, kind in zip(names, kinds_found):
            self.bind(name, kind)
        self.emit(build.assign(names if len(names) > 1 else names[0], call))
        parts = iter(names)
        return plain.result.map(lambda leaf: self.env[next(parts)])


def _plain_def(source, node):
    prepared = Source(node, source.file, source.lines, source.function)
    return jumps(desugar(prepared))


def _rebound(node):
    """Names that are assigned more than once, or inside a loop or branch."""
    counts, nested = {}, set()
    for child in gast.walk(node):
        if isinstance(child, gast.Name) and isinstance(child.ctx, gast.Store):
            counts[child.id] = counts.get(child.id, 0) + 1
        if isinstance(child, (gast.For, gast.While, gast.If)):
            nested |= bound(*child.body, *child.orelse)
    parameters = {a.id for a in node.args.args}
    several = {n for n, count in counts.items() if count > 1 or n in parameters}
    return several | nested


def _conditional(test, body, orelse):
    if not body:
        return build.conditional(negated(test), orelse)
    return build.conditional(test, body, orelse)


def negated(test):
    """The opposite of a condition, without `not` where a comparison can say it."""
    if isinstance(test, gast.UnaryOp) and isinstance(test.op, gast.Not):
        return test.operand
    return build.logical_not(test)


def _inert_text(node):
    """A message as a literal: the text of an f-string, its values left out."""
    if node is None:
        return None
    if isinstance(node, gast.JoinedStr):
        pieces = [
            str(p.value) if isinstance(p, gast.Constant) else "..." for p in node.values
        ]
        return build.constant("".join(pieces))
    if isinstance(node, gast.Constant):
        return node
    return None


def _breaks(statements):
    return any(isinstance(n, gast.Break) for s in statements for n in gast.walk(s))


def _called_word(node, owner):
    """Which builtin an iterator calls: range, enumerate or zip."""
    if isinstance(node, gast.Call) and isinstance(
        node.func, (gast.Name, gast.Attribute)
    ):
        if isinstance(node.func, gast.Name) and node.func.id in owner.locals:
            return None
        value = owner.evaluator.value(node.func)
        if isinstance(value, Static):
            if getattr(value.value, "__name__", "") == "prange":
                return "range"
            return library_word(value.value)
    return None


def one_more(node):
    """An expression `n - 1` plus one: n."""
    if isinstance(node, gast.BinOp) and isinstance(node.op, gast.Sub):
        if number_of(node.right) == 1:
            return node.left
    return build.binary(node, "+", build.constant(1))


def _overlaps(target, value):
    """Whether a slice of an array is written from other parts of the same array."""
    if not any(isinstance(n, gast.Slice) for n in gast.walk(target)):
        return False
    base = target
    while isinstance(base, gast.Subscript):
        base = base.value
    own = gast.dump(target.slice)
    for node in gast.walk(value):
        if isinstance(node, gast.Subscript) and isinstance(node.value, gast.Name):
            if node.value.id == base.id and gast.dump(node.slice) != own:
                return True
    return False


def _copied(value):
    return build.call(build.attribute(value.node, "copy"))


def _constant_word(owner, name):
    if isinstance(owner, types.ModuleType) and owner.__name__ in ("math", "numpy"):
        if name in ("pi", "e", "inf", "nan", "tau", "euler_gamma"):
            return ("math" if owner.__name__ == "math" else "np"), name
    return None


def _name_of(value):
    return getattr(value, "__name__", None) or repr(value)


_TAKE_OUT = "the numeric part in a function of its own"
_STATEMENT_REWRITES = {
    "Try": "an if before what may fail",
    "With": "the statements without it",
    "ClassDef": "a class or NamedTuple outside the function",
    "Global": "an argument, and a value that is returned",
    "Nonlocal": "an argument, and a value that is returned",
    "Delete": "nothing: names end with the function",
    "Match": "if and elif",
}
_STATEMENT_WORDS = {
    "Try": "try",
    "With": "with",
    "ClassDef": "a class inside a function",
    "Global": "global",
    "Nonlocal": "nonlocal",
    "Delete": "del",
    "Match": "match",
    "AsyncFunctionDef": "async def",
}
