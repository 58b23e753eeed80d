"""The exception classes of the user's that a module raises, as classes of its own.

class Diverged(ValueError):
    "As solver.Diverged."

Where s2sad runs the text itself, the names stand for the user's classes.
"""

import builtins


def exception_texts(classes, used):
    """The texts of those classes of {name: class} that are used, bases first."""
    wanted = {name: found for name, found in classes.items() if name in used}
    order = sorted(wanted, key=lambda name: (len(wanted[name].__mro__), name))
    return [_text(name, wanted) for name in order]


def _text(name, wanted):
    found = wanted[name]
    return (
        f"class {name}({_base(found, wanted)}):\n"
        f'    """As {found.__module__}.{name}."""'
    )


def _base(found, wanted):
    """The name of the nearest base that the module has: its own, or a builtin one."""
    for base in found.__mro__[1:]:
        name = base.__name__
        if wanted.get(name) is base or getattr(builtins, name, None) is base:
            return name
    raise AssertionError("every exception class has a builtin base")
