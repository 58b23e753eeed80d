"""Private names: `__length` in a class `Rod` is compiled as `_Rod__length`.

self.__length           becomes         self._Rod__length
"""

import gast

_NAMES = {gast.Attribute: "attr", gast.Name: "id", gast.FunctionDef: "name"}


def class_around(qualified):
    """The class in which a function stands, by its qualified name; None if in none."""
    words = qualified.split(".")[:-1]
    while words and words[-1] == "<locals>":
        words = words[:-2]
    return words[-1].lstrip("_") if words else None


def as_compiled(tree, qualified):
    """The tree of a function, itself changed: its private names as Python has them."""
    name = class_around(qualified)
    for node in gast.walk(tree) if name else ():
        field = _NAMES.get(type(node))
        if field and node is not tree and _is_private(getattr(node, field)):
            setattr(node, field, f"_{name}{getattr(node, field)}")
    return tree


def _is_private(word):
    return word.startswith("__") and not word.endswith("__")
