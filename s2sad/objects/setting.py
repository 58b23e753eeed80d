"""Attributes that are written by their names: `setattr`, and `__dict__.update`."""

import gast

from s2sad.called.operators import class_of_user, raw_member
from s2sad.called.parts import mapping
from s2sad.facts.values import Static
from s2sad.objects.attributes import Place


def set_attribute(frame, arguments, node):
    """`setattr(base, "name", value)`: the assignment that it stands for."""
    base, name, value = arguments
    word = getattr(name, "value", None)
    if not isinstance(word, str):
        what = "setattr with a name that is not known"
        raise frame.refuse(node, what, "an attribute")
    write_attribute(frame, base, _place(word, node), value)
    return Static(None)


def write_attribute(frame, base, place, value):
    """`base.name = value`, of an object that is known."""
    if not frame.objects.sets(base, place.attr, value, place):
        put(frame, base, place, value)


def write_field(frame, base, name, value, node):
    """Write an attribute into an object as it is now, as its own __init__ does."""
    put(frame, frame.identities.current(base), _place(name, node), value)


def put(frame, base, place, value):
    """Write an attribute, whatever its class says of its name."""
    if frame.identities.is_object(base):
        frame.identities.write(base, place.attr, value, place)
        return
    frame.objects.check_writable(base, place)
    frame.attributes.write(Place(base.value, place.attr), value, place)


def updates(frame, node):
    """Whether a call is `base.__dict__.update(...)`, which it then does."""
    function = node.func
    if not isinstance(function, gast.Attribute) or function.attr != "update":
        return False
    owner = function.value
    if not isinstance(owner, gast.Attribute) or owner.attr != "__dict__":
        return False
    base = frame.expressions.value(owner.value)
    if class_of_user(base) is None:
        return False
    items = {}
    for given in node.args:
        found = mapping(frame, frame.expressions.value(given), node)
        if found is None:
            raise frame.refuse(node, "a dict whose keys are not constants")
        items |= found
    named = [(item, frame.expressions.value(item.value)) for item in node.keywords]
    items |= frame.applications.keywords(named, node)
    for name, value in items.items():
        if isinstance(raw_member(class_of_user(base), name), property):
            what = f"{name}, which is a property, gets a value that nobody can read"
            raise frame.refuse(node, what, "an attribute of another name")
        put(frame, frame.identities.current(base), _place(name, node), value)
    return True


def _place(name, node):
    return gast.copy_location(gast.Attribute(node, name, gast.Store()), node)
