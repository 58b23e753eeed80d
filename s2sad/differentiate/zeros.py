"""Zeros with the shape of a value: where an adjoint or a tangent begins."""

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.infer import kind_of
from s2sad.facts.kinds import Array
from s2sad.syntax import build

BIRTHS = {"np.zeros", "np.empty", "np.ones", "np.full"}
LIKE_BIRTHS = {"np.zeros_like", "np.empty_like", "np.ones_like", "np.full_like"}


def zeros_for(value, kinds):
    """Zeros with the shape of a value that is not varied."""
    if isinstance(value, gast.Call):
        name = spelling(value.func)
        if name in BIRTHS:
            dtype = [k for k in value.keywords if k.arg == "dtype"]
            return gast.Call(build.attribute("np", "zeros"), [value.args[0]], dtype)
        if name in LIKE_BIRTHS:
            return build.call("np.zeros_like", value.args[0])
    if isinstance(kind_of(value, kinds), Array):
        return build.call("np.zeros_like", value)
    return build.constant(0.0)
