"""Functions that are defined for real numbers refuse complex ones.

A norm, an order or a step of complex numbers is another thing, or none: a definition of
the library is of real numbers unless it says that it is of complex ones too.
"""

import numpy as np

from s2sad.called.library import text_of_dtype
from s2sad.facts.numbers import is_complex
from s2sad.facts.values import Record
from s2sad.known.comparable import comparable, name_of
from s2sad.known.definitions import takes_complex


def check_real(frame, definition, values, node):
    """Refuse complex numbers where a function is defined for real ones."""
    if takes_complex(definition):
        return
    for value in values:
        leaves = value.leaves() if isinstance(value, Record) else [value]
        kinds = [getattr(leaf, "kind", None) for leaf in leaves]
        if any(map(is_complex, kinds)) or _is_complex_dtype(value):
            what = f"{name_of(definition)} of complex numbers is not supported"
            instead = "their parts .real and .imag, or abs(...)"
            raise frame.refuse(node, what, instead)


def _is_complex_dtype(value):
    """Whether a value says that elements are to be complex."""
    known = comparable(value)
    if known is None or text_of_dtype(known.value) is None:
        return False
    return np.dtype(known.value).kind == "c"
