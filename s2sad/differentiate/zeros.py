"""Zeros with the shape of a value: where an adjoint or a tangent begins."""

import gast

from s2sad.facts.calls import BIRTHS, LIKE_BIRTHS, spelling
from s2sad.facts.infer import kind_of
from s2sad.facts.kinds import Array, dtype_word
from s2sad.facts.numbers import dtype_keyword, zero
from s2sad.syntax import build


def zeros_for(value, kinds):
    """Zeros with the shape and the kind of a value that is not varied."""
    kind = kind_of(value, kinds)
    if isinstance(value, gast.Call):
        name = spelling(value.func)
        if name in BIRTHS:
            named = [k for k in value.keywords if k.arg == "dtype"]
            zeros = build.call("np.zeros", value.args[0], **dtype_keyword(kind.dtype))
            zeros.keywords = named or zeros.keywords
            return zeros
        if name in LIKE_BIRTHS:
            source = value.args[0]
            if kind_of(source, kinds).dtype == kind.dtype:
                return build.call("np.zeros_like", source)
            dtype = build.attribute("np", dtype_word(kind.dtype))
            return build.call("np.zeros_like", source, dtype=dtype)
    return build.call("np.zeros_like", value) if isinstance(kind, Array) else zero(kind)
