"""Mutants of the programs: where one runs, gradient, tangent and columns agree.

So does the gradient in parallel, its parallel loops run backwards, in three parts.

`pytest tests/test_mutants.py --mutants 5000` tries more of them.
"""

import signal

import numba
import numpy as np
import pytest
from mutants import mutant
from programs_under_test import Program, dot, is_float, quiet

import s2sad

AGREEMENT = 1e-8
LARGE = 1e6
SECONDS = 2  # that a mutant may take to end


def pytest_generate_tests(metafunc):
    count = metafunc.config.getoption("--mutants")
    metafunc.parametrize("seed", range(count))


def value_of(made):
    """What a mutant returns; None if it fails, does not end, or gives no float."""

    def stop(signum, frame):
        raise TimeoutError

    old = signal.signal(signal.SIGALRM, stop)
    left = signal.alarm(SECONDS)
    try:
        value = quiet(made.function, *made.arguments())
    except Exception:
        return None
    finally:
        signal.alarm(left)
        signal.signal(signal.SIGALRM, old)
    is_number = is_float(value) and not isinstance(value, np.ndarray)
    return value if is_number and abs(value) < LARGE else None


@pytest.fixture
def backwards(monkeypatch):
    """Parallel loops in an order that they must not mind."""
    monkeypatch.setattr(numba, "prange", lambda *bounds: reversed(range(*bounds)))
    monkeypatch.setattr(numba, "get_num_threads", lambda: 3)


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="endless loops are stopped")
def test_all_modes_agree(seed, tmp_path, backwards):
    name, text = mutant(seed)
    (tmp_path / f"{name}.py").write_text(text)
    try:
        made = Program(name, tmp_path)
    except (SyntaxError, TypeError):
        return
    value = value_of(made)
    if value is None:
        return
    settings = {"argnums": made.argnums, "jit": False}
    both = s2sad.value_and_grad(made.function, **settings)
    columns = s2sad.jacfwd(made.function, **settings)
    parallel = s2sad.grad(made.function, parallel=True, **settings)
    v = made.direction()
    try:
        got, gradient = quiet(both, *made.arguments())
        tangent = quiet(s2sad.jvp, made.function, made.arguments(), v, False)[1]
        jacobian = quiet(columns, *made.arguments())
        apart = quiet(parallel, *made.arguments())
    except (s2sad.errors.RefusalError, s2sad.errors.ReachedError):
        return
    except ValueError as error:
        assert "have different shapes" in str(error)
        return
    assert got == pytest.approx(value, rel=1e-12), text
    tolerance = max(AGREEMENT, made.agreement())
    for slopes in (gradient, jacobian, apart):
        slope = dot(slopes, made.floats(v))
        if np.isfinite(slope) or np.isfinite(tangent):
            assert slope == pytest.approx(tangent, rel=tolerance, abs=tolerance), text
