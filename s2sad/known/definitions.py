"""Functions of NumPy and SciPy that are defined in the language that s2sad reads.

`s2sad.library` holds the definitions; here they are found by the object that is called.
A function that the text may call as it is, and that has a rule, is not looked up here.
"""

import functools
import sys
from types import ModuleType

DEFINITIONS = {}
ELEMENTWISE = set()
METHODS = "ndarray."


def defines(*words):
    """Declare what a function does, by its full names: `numpy.cumsum`.

    `ndarray.flatten` is a method of arrays, whose first argument is the array.
    """

    def register(function):
        DEFINITIONS.update(dict.fromkeys(words, function))
        return function

    return register


def of_complex(function):
    """Declare that a definition is right for complex numbers, as few are.

    A norm, an order, a step of real numbers is something else for complex ones.
    """
    function.is_of_complex = True
    return function


def raises(*classes):
    """Declare what a function raises where its definition gives inf or nan."""

    def declare(function):
        function.classes_raised = classes
        return function

    return declare


def takes_complex(function):
    """Whether a definition says that it is right for complex numbers."""
    return getattr(function, "is_of_complex", False)


def lends(least_rank):
    """Declare that NumPy gives a view that is not to be written, and s2sad a copy.

    It does so for arrays of a rank, or higher ones.
    """

    def declare(function):
        function.lends = least_rank
        return function

    return declare


class _Refusal:
    """Refuses what a definition does not do: `refused("what", "what instead")`."""

    def __s2sad__(self, frame, arguments, keywords, node):
        raise frame.refuse(node, *(value.value for value in arguments))

    def __call__(self, what, instead=None):
        raise NotImplementedError(what)


refused = _Refusal()


def elementwise(function):
    """Declare that a function is of numbers, and of arrays element by element."""
    ELEMENTWISE.add(function)
    return function


def is_elementwise_definition(function):
    """Whether a function is of numbers, and of arrays element by element."""
    try:
        return function in ELEMENTWISE
    except TypeError:
        return False


def definition_of(target):
    """What defines a function of NumPy or SciPy, or None."""
    try:
        return _by_object(len(sys.modules), len(DEFINITIONS)).get(target)
    except TypeError:
        return None


def definition_named(word):
    """What defines a function of that full name."""
    return DEFINITIONS[word]


def method_definition(name):
    """What defines a method of arrays, or None."""
    own = DEFINITIONS.get(METHODS + name)
    return own or DEFINITIONS.get(f"numpy.{name}")


@functools.lru_cache(maxsize=1)
def _by_object(modules, definitions):
    """{function: its definition} of the modules that are imported by now."""
    found = {}
    for word, definition in DEFINITIONS.items():
        module, *path = _split(word)
        target = module
        for part in path:
            target = _attribute(target, part)
        if target is not None:
            found[target] = definition
    return found


def _attribute(owner, name):
    """An attribute, but no module that only the asking would import."""
    if isinstance(owner, ModuleType):
        return vars(owner).get(name)
    return getattr(owner, name, None)


def _split(word):
    """The module of a full name, or None, and the attributes after it."""
    parts = word.split(".")
    for count in range(len(parts) - 1, 0, -1):
        module = sys.modules.get(".".join(parts[:count]))
        if module is not None:
            return module, *parts[count:]
    return None, *parts
