"""The tool that tries the functions of a package says what came of them."""

import json
import math

import numpy as np
import pytest
from click.testing import CliRunner
from packages import report
from packages.differences import agreement, resolution_of
from packages.workers import Worker

PACKAGE = '''
import math
import time


def area(width, height=2.0, *, factor=1.0):
    """A public function with an example that fails, which does not matter.

    >>> area(3.0)
    7
    >>> area(3.0, factor=2.0)
    """
    return _doubled(width * height) / 2.0 * factor


def _doubled(x):
    return 2.0 * x


def inner(x, kind):
    return max(x, 0.0) if kind == "size" else math.sin(x)


def outer(x):
    """
    >>> outer(0.0)
    """
    return inner(x, "size")


def sorts(values):
    """
    >>> sorts([3.0, 1.0])
    """
    return sorted(values, key=str)[0]


def named(x):
    """
    >>> named(1.0)
    """
    return "a name"


def applied(f):
    """
    >>> applied(math.sin)
    """
    return f(1.0)


def jumps(x):
    """
    >>> jumps(2.5)
    """
    return x // 1e-9


def tested(x):
    return x * x
'''
TESTS = """
from formulas.areas import tested


def test_tested():
    assert tested(3.0) == 9.0
"""
EXPECTED = {
    "area": "right",
    "inner": "right",
    "outer": "right",
    "sorts": "refused",
    "named": "left out",
    "applied": "left out",
    "jumps": "wrong",
    "tested": "right",
}


@pytest.fixture
def package(tmp_path, monkeypatch):
    folder = tmp_path / "formulas"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "areas.py").write_text(PACKAGE)
    (tmp_path / "test_areas.py").write_text(TESTS)
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def test_every_public_function_is_tried(package):
    path = package / "found.json"
    arguments = ["formulas", "--tests", str(package), "--json", str(path)]
    result = CliRunner().invoke(report.main, [*arguments, "--processes", "1"])
    assert result.exit_code == 0, result.output
    assert "6 functions count" in result.output
    found = {f["function"].split(".")[-1]: f for f in json.loads(path.read_text())}
    assert {name: f["kind"] for name, f in found.items()} == EXPECTED
    assert found["sorts"]["reason"] == "str(...) is not supported"
    assert found["applied"]["reason"] == "takes a function"
    assert found["outer"]["reason"] == "differences of one side"
    assert found["area"]["calls"][0]["arguments"] == "(3.0, 2.0)"


def test_what_takes_too_long_is_ended():
    worker = Worker()
    assert worker.do(pow, 2, 10, seconds=30) == 1024
    assert worker.do(pow, 3, 10**9, seconds=0.1) is None
    assert worker.process is None
    worker.end()


def test_slopes_are_compared_with_differences():
    assert agreement(lambda h: (2.0 + h) ** 3, 12.0) == "both sides"
    assert agreement(lambda h: (2.0 + h) ** 3, 12.01) == "not"
    assert agreement(abs, 1.0) == "one side"
    assert agreement(abs, 0.0) == "both sides"
    assert agreement(lambda h: float("nan"), 1.0) == "unknown"


def test_numbers_of_32_bits_are_known_less_finely():
    def along(h):
        return float(np.float32(math.sin(1.0 + h)))

    assert resolution_of(along) > 1e-8
    assert resolution_of(lambda h: math.sin(1.0 + h)) < 1e-15
    assert agreement(along, math.cos(1.0), resolution_of(along)) == "both sides"
    assert agreement(along, 1.05 * math.cos(1.0), resolution_of(along)) == "not"
