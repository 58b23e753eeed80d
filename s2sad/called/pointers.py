"""Pointers to functions of SciPy, which compiled code calls: what they point at.

    address = get_cython_function_address("scipy.special.cython_special", "ndtri")
    ndtri = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_double)(address)

A call of this ndtri is one of scipy.special.ndtri, of numbers of 64 bits.
"""

import ctypes
import functools
import re
import sys

from numba.core.types import WrapperAddressProtocol
from numba.extending import get_cython_function_address

from s2sad.called.compiled import as_kind
from s2sad.facts.kinds import FLOAT
from s2sad.facts.values import Static

_MODULE = "scipy.special.cython_special"
# Of a function of several types there is a pointer for each: __pyx_fuse_1kv.
_SEVERAL = re.compile(r"__pyx_fuse(_\d+)+")
_POINTER: type = type(ctypes.CFUNCTYPE(None))


def _pointed_at(target):
    """(a function of SciPy, the types of its arguments) behind a pointer, or None."""
    if isinstance(target, WrapperAddressProtocol):
        address = target.__wrapper_address__()
    elif isinstance(type(target), _POINTER):
        address = ctypes.cast(target, ctypes.c_void_p).value
    else:
        return None
    return _functions(_MODULE in sys.modules).get(address)


def pointed(frame, function, arguments, node):
    """(function, arguments) of a call, of what a pointer points at if it is one.

    Numbers are converted as C does.
    """
    found = _pointed_at(function.value)
    if found is None:
        return function, arguments
    target, types = found
    kinds = [FLOAT if word == "double" else None for word in types]
    if len(kinds) != len(arguments):
        what = f"{len(kinds)} arguments are taken, not {len(arguments)}"
        raise frame.refuse(node, what)
    given = [as_kind(frame, v, kind, node) for v, kind in zip(arguments, kinds)]
    return Static(target), given


@functools.cache
def _functions(is_imported):
    """{address: (function, types of its arguments)}, those of 64 bits."""
    if not is_imported:  # nobody can have a pointer
        return {}
    import scipy.special

    found = {}
    for word, capsule in sys.modules[_MODULE].__pyx_capi__.items():
        given, _, taken = _signature(capsule).partition(" (")
        types = [part.strip() for part in taken.rstrip(")").split(",")][:-1]
        function = getattr(scipy.special, _SEVERAL.sub("", word), None)
        if function is not None and {given, *types} <= {"double", "long", "int"}:
            found[get_cython_function_address(_MODULE, word)] = function, types
    return found


def _signature(capsule):
    """What C knows of a function: double (double, double, int)."""
    name_of = ctypes.pythonapi.PyCapsule_GetName
    name_of.restype, name_of.argtypes = ctypes.c_char_p, [ctypes.py_object]
    return name_of(capsule).decode()
