"""Objects as a function is specialised: attributes, methods, properties, classes.

An object that is known is a Static; one that is given, or made by the function itself,
is a Record of its attributes. What their classes define is called with them as `self`.
"""

import dataclasses
import functools
import inspect
import types

import gast
import numpy as np

from s2sad.called.library import sample
from s2sad.called.operators import class_of_user, is_made, raw_member
from s2sad.errors import RefusalError
from s2sad.facts.kinds import Array
from s2sad.facts.values import Bound, Closure, Expression, Method, Record, Static
from s2sad.known.comparable import shown
from s2sad.known.definitions import definition_of
from s2sad.known.functions import applied
from s2sad.known.growing import container_of
from s2sad.objects.attributes import Place
from s2sad.objects.setting import set_attribute, write_field
from s2sad.syntax.marks import mark_of
from s2sad.syntax.source import plain_function

_CONTAINERS = (tuple, list, dict)
_NUMBERS = {"bool": bool, "int": int, "float64": float}


@dataclasses.dataclass(frozen=True)
class Super:
    """`super()`: an object, seen from the classes above one of its own."""

    owner: object
    start: type


class Objects:
    """Finds the attributes of the objects of one function, and makes objects."""

    def __init__(self, frame):
        self.frame = frame

    def attribute(self, base, node):
        """`base.name` where base is no number and no array."""
        name = node.attr
        if isinstance(base, Super):
            return self.inherited(base, node)
        if isinstance(base, Record):
            if name in base.items and base.container is not dict:
                return base.items[name]
            if name == "__class__":
                return Static(base.container)
            if name == "__dict__" and self.frame.identities.is_object(base):
                # the token says that what is written into one is in both
                return Record(base.items, dict, base.token)
            return self.of_class(base, base.container, node)
        if name == "__dict__" and class_of_user(base) is not None:
            self.frame.unit.attributes.dicts[id(vars(base.value))] = base.value
        raw = raw_member(type(base.value), name)
        if isinstance(base.value, dict) and raw_member(dict, name) is raw is not None:
            return self.of_table(base, node)
        if isinstance(raw, property) and plain_function(raw.fget) is raw.fget:
            return self.property_of(base, raw, node)
        if isinstance(raw, functools.cached_property):
            known = name in vars(base.value)
            if self.frame.unit.attributes.written and not known:
                what = f"{name} is computed after attributes were written"
                raise self.frame.refuse(node, what, "its first use before")
        return self.frame.surroundings.attribute(base, node)

    def of_table(self, base, node):
        """A method that every dict, list or tuple has, of one from outside."""
        if node.attr != "__getitem__":
            return Method(self.frame.surroundings.record(base, node), node.attr)

        def finish(frame, arguments, keywords, node):
            return frame.expressions.entry_of(base, *arguments, node)

        return Bound(finish)

    def property_of(self, base, raw, node):
        """What a property gives, or what it is at each call where it can't be read."""
        try:
            return self.call(raw.fget, [base], {}, node)
        except RefusalError:
            if self.frame.unit.attributes.written:
                raise
            return self.frame.surroundings.attribute(base, node)

    def of_class(self, base, container, node):
        """What the class of a Record defines under a name."""
        if not isinstance(container, type) or container in _CONTAINERS:
            return Method(base, node.attr)
        raw = raw_member(container, node.attr)
        is_own = node.attr in ("_replace", "_asdict") and hasattr(container, "_fields")
        if raw is None and not is_own and not raw_member(container, "__getattr__"):
            what = f"{container.__name__} has no attribute {node.attr}"
            raise self.frame.source.raising(node, AttributeError(what), what)
        if raw is None or is_own:
            return Method(base, node.attr)
        return self.member(base, container, raw, node)

    def member(self, owner, class_, raw, node):
        """An attribute that a class defines, of one of its objects."""
        if isinstance(raw, property):
            return self.call(raw.fget, [owner], {}, node)
        if isinstance(raw, functools.cached_property):
            return self.call(raw.func, [owner], {}, node)
        if isinstance(raw, staticmethod):
            return Static(raw.__func__)
        if isinstance(raw, classmethod):
            return Static(types.MethodType(raw.__func__, class_))
        if isinstance(plain_function(raw), types.FunctionType):
            return self.bound(raw, owner)
        getter = raw_member(type(raw), "__get__")
        if isinstance(getter, types.FunctionType):
            return self.call(getter, [Static(raw), owner, Static(class_)], {}, node)
        if hasattr(raw, "__get__"):
            if isinstance(getattr(owner, "value", None), _CONTAINERS):
                return self.of_table(owner, node)
            return Method(owner, node.attr)
        key, name = (id(class_), node.attr), node.attr
        static = Static(raw, key, lambda: getattr(class_, name), name)
        return self.frame.surroundings.found(static, node)

    def bound(self, function, owner):
        """A function of a class that is called with its object first."""
        if isinstance(owner, Static):
            return Static(types.MethodType(function, owner.value))
        return applied(Static(function), [owner])

    def call(self, function, arguments, keywords, node):
        function = Static(function)
        return self.frame.applications.known(function, arguments, keywords, node)

    # attributes that are written

    def sets(self, base, name, value, node):
        """Whether a property takes what is written into it, as it then does."""
        class_ = class_of_user(base)
        raw = class_ and raw_member(class_, name)
        if not isinstance(raw, property) or raw.fset is None:
            return False
        self.call(raw.fset, [base, value], {}, node)
        return True

    def check_writable(self, base, node):
        """Refuse to write an attribute of what is no object of a user's class."""
        what, instead = (
            "an attribute is written",
            "an array, or a value that is returned",
        )
        if isinstance(base, Static) and isinstance(base.value, types.ModuleType):
            what = "an attribute of a module is written"
        elif isinstance(base, Static) and isinstance(base.value, type):
            what = "an attribute of a class is written"
        elif isinstance(base, Static):
            class_ = type(base.value)
            if class_.__setattr__ is object.__setattr__ and not isinstance(
                raw_member(class_, node.attr), property
            ):
                return
        raise self.frame.refuse(node, what, instead)

    # super

    def super(self, arguments, node):
        """The value of `super()`, in a method."""
        if len(arguments) == 2 and isinstance(arguments[0], Static):
            return Super(arguments[1], arguments[0].value)
        parameters = self.frame.node.args.posonlyargs + self.frame.node.args.args
        try:
            start = self.frame.source.lookup("__class__")()
        except (KeyError, ValueError):
            start = None
        if arguments or start is None or not parameters:
            raise self.frame.refuse(node, "super() outside of a method", "the class")
        return Super(self.frame.env[parameters[0].id], start)

    def inherited(self, base, node):
        """An attribute of `super()`."""
        class_ = self.class_of(base.owner)
        order = class_.__mro__
        for above in order[order.index(base.start) + 1 :]:
            if node.attr in vars(above):
                raw = vars(above)[node.attr]
                if raw is object.__init__:
                    return Bound(lambda *call: Static(None))
                if is_made(raw):
                    return Bound(functools.partial(self.initialised, base.owner, above))
                return self.member(base.owner, class_, raw, node)
        what = f"super() has no attribute {node.attr}"
        raise self.frame.refuse(node, what)

    def class_of(self, value):
        """The class of an object; of a class method, the class that it is given."""
        if isinstance(value, Record):
            return value.container
        value = value.value
        return value if isinstance(value, type) else type(value)

    # builtins

    def builtin(self, target, arguments, keywords, node):
        """What a builtin function gives that looks into an object, or None."""
        if target is functools.partial:
            return applied(arguments[0], arguments[1:], keywords)
        if target is type and len(arguments) == 1:
            return self.type_of(arguments[0], node)
        if target is super:
            return self.super(arguments, node)
        if target in (getattr, hasattr) and len(arguments) > 1:
            return self.looked_up(target, arguments, node)
        if target is setattr and len(arguments) == 3:
            return set_attribute(self.frame, arguments, node)
        if target is callable:
            (value,) = arguments
            known = isinstance(value, Static) and callable(value.value)
            known |= isinstance(value, (Closure, Bound, Method))
            return Static(known or self.called(value) is not None)
        return None

    def looked_up(self, target, arguments, node):
        """The value of `getattr(base, "name", ...)` or `hasattr(base, "name")`."""
        base, name, *default = arguments
        word = getattr(name, "value", None)
        if not isinstance(word, str):
            what = f"{target.__name__} with a name that is not known"
            raise self.frame.refuse(node, what, "an attribute")
        if isinstance(base, Static) and not isinstance(base.value, types.ModuleType):
            self.frame.surroundings.guard_presence(base.value, word)
        there = self.has(base, word)
        if target is hasattr or not there:
            return Static(there) if target is hasattr else self.missing(default, node)
        load = gast.copy_location(gast.Attribute(node, word, gast.Load()), node)
        return self.frame.expressions.attribute(base, load)

    def has(self, base, word):
        if isinstance(base, Record):
            return word in base.items or hasattr(container_of(base), word)
        if isinstance(base, Expression):
            return hasattr(sample(base), word)
        if not isinstance(base, Static):
            return hasattr(Objects.has, word)
        place = Place(base.value, word)
        is_written = place.key in self.frame.attributes.given()
        return is_written or hasattr(base.value, word)

    def missing(self, default, node):
        if not default:
            raise self.frame.refuse(node, "there is no such attribute")
        return default[0]

    def type_of(self, value, node):
        """The value of `type(x)`."""
        if isinstance(value, Record):
            return Static(container_of(value))
        if isinstance(value, Static):
            return Static(type(value.value))
        if isinstance(value, (Closure, Bound, Method)):
            return Static(types.FunctionType)
        if isinstance(value, Expression):
            if isinstance(value.kind, Array) or value.is_array:
                return Static(np.ndarray)
            return Static(_NUMBERS.get(value.kind.dtype, np.float32))
        raise self.frame.refuse(node, f"the type of {shown(value)}", "its name")

    def called(self, value):
        """The function of its class that a call of an object runs, or None."""
        if isinstance(value, Record):
            class_ = container_of(value)
        elif isinstance(value, Static) and not isinstance(value.value, type):
            if mark_of(value.value) is not None:
                return None
            class_ = type(value.value)
        else:
            return None
        raw = raw_member(class_, "__call__")
        if class_.__module__.split(".")[0] in ("numba", "numpy", "scipy", "builtins"):
            return definition_of(raw)
        return raw if isinstance(raw, types.FunctionType) else None

    def appends(self, node):
        """Whether a call appends to a list from outside, which it then does."""
        function = node.func
        is_append = isinstance(function, gast.Attribute) and function.attr == "append"
        if not is_append or len(node.args) != 1 or node.keywords:
            return False
        if not isinstance(function.value, (gast.Name, gast.Attribute)):
            return False
        owner = self.frame.surroundings.unread(function.value)
        if not isinstance(owner, Static) or not isinstance(owner.value, list):
            return False
        value = self.frame.expressions.value(node.args[0])
        self.frame.attributes.append(owner.value, value, node)
        return True

    # classes

    def construct(self, target, arguments, keywords, node):
        """An object made inside the function: a Record of its attributes."""
        own = raw_member(target, "__init__")
        if raw_member(target, "__new__") is not object.__new__ and not hasattr(
            target, "_fields"
        ):
            raise self.frame.refuse(node, f"{target.__name__}(...) is not supported")
        if isinstance(raw_member(target, "__getattribute__"), types.FunctionType):
            what = f"{target.__name__} has a __getattribute__ of its own"
            raise self.frame.refuse(node, what, "__getattr__, or properties")
        if hasattr(target, "_fields") or is_made(own):
            return self.fielded(target, arguments, keywords, node)
        if isinstance(own, types.FunctionType):
            return self.frame.attributes.made(target, own, arguments, keywords, node)
        if own is object.__init__ and not (arguments or keywords):
            return Record({}, target, object())
        raise self.frame.refuse(node, f"{target.__name__}(...) is not supported")

    def fielded(self, target, arguments, keywords, node):
        """A NamedTuple, or a dataclass with the __init__ that it was given."""
        items, after, given = self.fields(target, arguments, keywords, node)
        if after is None:
            return Record(items, target, object())
        return self.frame.attributes.made(target, after, given, {}, node, items)

    def fields(self, target, arguments, keywords, node):
        """({field: value}, what then runs or None, what that is given)."""
        try:
            bound = inspect.signature(target).bind(*arguments, **keywords).arguments
        except TypeError as error:
            what = f"{target.__name__}: {error}"
            raise self.frame.refuse(node, what) from None
        items = {
            name: bound[name] if name in bound else self.default(target, name, node)
            for name in _fields(target)
        }
        after = raw_member(target, "__post_init__")
        inits = () if after is None else _init_only(target)
        return items, after, [bound[name] for name in inits if name in bound]

    def initialised(self, owner, target, frame, arguments, keywords, node):
        """`super().__init__(...)`, of a dataclass: it writes the fields."""
        items, after, given = self.fields(target, arguments, keywords, node)
        for name, value in items.items():
            write_field(frame, owner, name, value, node)
        if after is not None:
            after = raw_member(self.class_of(owner), "__post_init__")
            self.call(after, [frame.identities.current(owner), *given], {}, node)
        return Static(None)

    def default(self, target, name, node):
        """The default of a field."""
        found = getattr(target, "_field_defaults", {}).get(name)
        if dataclasses.is_dataclass(target):
            field = target.__dataclass_fields__[name]
            if field.default_factory is not dataclasses.MISSING:
                made = field.default_factory
                return self.frame.applications.apply(Static(made), [], {}, node)
            found = field.default
        key = (id(target), name)
        static = Static(found, key, lambda: found, name)
        return self.frame.surroundings.found(static, node)


def _fields(target):
    """The fields that an object of a NamedTuple or dataclass has when it is made."""
    if hasattr(target, "_fields"):
        return target._fields
    return [f.name for f in dataclasses.fields(target) if f.init or _has_default(f)]


def _has_default(field):
    none = dataclasses.MISSING
    return field.default is not none or field.default_factory is not none


def _init_only(target):
    """The names that a dataclass gives to its __post_init__ alone."""
    names = {field.name for field in dataclasses.fields(target)}
    return [name for name in inspect.signature(target).parameters if name not in names]
