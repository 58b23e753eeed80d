"""The README's table of conventions is the one that stands with the rules."""

import importlib.util
from pathlib import Path

import pytest

import s2sad

ROOT = Path(__file__).parent.parent


def test_the_readme_has_the_table_of_the_rules():
    place = ROOT / "tools" / "kinks.py"
    spec = importlib.util.spec_from_file_location("kinks", place)
    assert spec is not None and spec.loader is not None
    kinks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(kinks)
    assert kinks.table() in (ROOT / "README.md").read_text()


@pytest.mark.parametrize("jit", [False, True])
def test_of_an_exponent_that_is_0_the_derivative_is_0(jit):
    def series(x):
        return sum(c * x**k for k, c in enumerate([1.0, 2.0, 3.0]))

    assert s2sad.grad(series, jit=jit)(0.0) == 2.0
    assert s2sad.jvp(series, (0.0,), (1.0,), jit=jit)[1] == 2.0
    assert s2sad.grad(lambda x: x**0.0, jit=jit)(0.0) == 0.0
