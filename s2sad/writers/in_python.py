"""Calls that Numba lacks are made by Python, in the midst of compiled code.

w, v = np.linalg.eig(a)   becomes   with objmode(w="complex128[::1]", ...):
                                        w, v = np.linalg.eig(a)
                                        w = np.ascontiguousarray(w, np.complex128)
                                        v = np.ascontiguousarray(v, np.complex128)

Numba's own eig of a real matrix raises where an eigenvalue is complex, and NumPy's is
real where none is.
"""

import gast

from s2sad.facts.calls import spelling
from s2sad.syntax import build
from s2sad.syntax.names import copied
from s2sad.syntax.walk import walk

# {what is called: the ranks of its complex results}
_CALLS = {"np.linalg.eig": (1, 2)}


def in_python(node):
    """A function whose calls that Numba lacks stand in blocks that Python runs."""
    calls = (child.func for child in walk(node) if isinstance(child, gast.Call))
    if not any(spelling(function) in _CALLS for function in calls):
        return node
    return _InPython().visit(copied(node))


class _InPython(gast.NodeTransformer):
    def visit_Assign(self, node):
        called = isinstance(node.value, gast.Call) and spelling(node.value.func)
        if called not in _CALLS:
            return node
        names = [target.id for target in node.targets[0].elts]
        ranks = dict(zip(names, _CALLS[called]))
        texts = {n: build.constant(_complex_array(rank)) for n, rank in ranks.items()}
        context = gast.withitem(build.call("objmode", **texts), None)
        return gast.With([context], [node, *map(_made_complex, names)], None)


def _complex_array(rank):
    """What Numba calls a contiguous array of complex numbers."""
    return f"complex128[{':, ' * (rank - 1)}::1]"


def _made_complex(name):
    dtype = build.attribute(build.name("np"), "complex128")
    maker = build.attribute(build.name("np"), "ascontiguousarray")
    return build.assign(name, gast.Call(maker, [build.name(name), dtype], []))
