"""A call that Python, NumPy or SciPy does not take is refused where it stands."""

import math

import numpy as np
import pytest
from programs_under_test import made

import s2sad

CALLS = [
    "np.sin()",
    "np.outer(x)",
    "np.power(x)",
    "np.maximum(x)",
    "np.dot(x)",
    "np.where(x>1,x)",
    "np.linspace(0.)",
    "np.mean()",
    "np.sum()",
    "np.expand_dims(x)",
    "np.swapaxes(x,0)",
    "np.full_like(x)",
    "np.copy()",
    "np.real()",
    "np.argsort()",
    "np.concatenate()",
    "np.stack()",
    "np.interp(x[0],x)",
    "np.ravel()",
    "np.cov()",
    "np.roll(x)",
    "np.sum(x,0,None,None,1,2,3,4)",
    "np.searchsorted(x)",
    "np.mean(x,axes=0)",
    "np.asarray()",
    "math.sin()",
    "math.sin(x[0],x[1])",
    "abs()",
    "len()",
    "isinstance(x)",
    "pow(x[0])",
    "max()",
    "min()",
    "range()",
    "round(x[0],1,2)",
    "float((x[0], 1.0))",
    "math.sin([x[0]])",
    "abs((x[0], 1.0))",
    "round([x[0]])",
    "np.linalg.solve(x)",
    "np.add.reduce()",
]


@pytest.mark.parametrize("call", CALLS)
def test_a_call_with_wrong_arguments_is_refused(call):
    text = f"import math\n\n\ndef f(x):\n    return np.sum({call}) * x[0]\n"
    f, x = made(text, "f"), np.array([1.0, 2.0])
    with pytest.raises((TypeError, ValueError)):
        f(x)
    with pytest.raises(s2sad.RefusalError, match=":5:"):
        s2sad.grad(f, jit=False)(x)


def test_what_is_left_out_by_right_is_not_refused():
    def f(x):
        return np.sum(np.round(x, 1)) + np.mean(x, axis=None) + math.hypot(x[0])

    x = np.array([1.0, 2.0])
    assert s2sad.value_and_grad(f, jit=False)(x)[0] == f(x)
