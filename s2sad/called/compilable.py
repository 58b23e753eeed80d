"""Which calls of NumPy the text may hold as they are."""

import gast

from s2sad.called import library
from s2sad.facts import calls
from s2sad.facts.infer import kind_of
from s2sad.rules.table import find, is_elementwise, rules_of
from s2sad.syntax import build


def is_compiled(frame, word, value):
    """Whether Numba compiles what a call became, and a rule differentiates it."""
    node, kinds = value.node, frame.kinds()
    if not isinstance(node, gast.Call):
        return True
    name = calls.spelling(node.func)
    if name in library.WHOLE_ONLY and len(node.args) > 1:
        return False
    if name in library.VECTORS_ONLY and kind_of(node.args[0], kinds).rank != 1:
        return False
    question = _QUESTIONS.get(name or "")
    if question is not None and not question(node, kinds):
        return False
    if not value.kind.is_float:
        return True
    if not rules_of(node) and not is_elementwise(word):
        return True
    return find(node, lambda item: kind_of(item, kinds)) is not None


def _is_product(node, kinds):
    return calls.is_product(*(kind_of(a, kinds) for a in node.args))


def _is_of_one_dtype(node, kinds):
    """Whether Numba multiplies what is multiplied with its adjoint."""
    first, second = (kind_of(a, kinds) for a in node.args)
    return first.dtype == second.dtype


def _is_of_integers(node, kinds):
    """Whether no number is a float that may be varied."""
    sizes = [a for a in node.args if build.number_of(a) is None]
    return not any(kind_of(size, kinds).is_float for size in sizes)


def _is_of_numbers(node, kinds):
    """Whether both ends are numbers, and it is said how many there are between."""
    return len(node.args) == 3 and not any(kind_of(a, kinds).rank for a in node.args)


def _is_proper_sum(node, kinds):
    """Whether a sum is of all elements, or along one axis of several."""
    has_axis = calls.keyword(node, "axis", 1) is not None
    return not has_axis or kind_of(node.args[0], kinds).rank != 1


_QUESTIONS = {
    "np.dot": _is_product,
    "np.outer": _is_of_one_dtype,
    "np.arange": _is_of_integers,
    "np.linspace": _is_of_numbers,
    "np.sum": _is_proper_sum,
}
