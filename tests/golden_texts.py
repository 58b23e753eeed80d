"""The first derivatives of every program, as text: what tests/golden holds.

python tests/golden_texts.py NAME... prints those of some programs.
"""

import functools
import sys
from pathlib import Path

import numpy as np
from programs_under_test import ARRAYS, leaves, made, program, quiet, random_like

import s2sad
from s2sad.derivative import derivative
from s2sad.writers.request import Request

FOLDER = Path(__file__).parent / "golden"


# Derivatives in many directions at once: a few programs, each in one way.
MANY = (
    ("logistic_regression_loss", "hessian"),
    ("lennard_jones_with_cutoff", "hessian"),
    ("kepler_by_newton", "hessian"),
    ("hermite_spline", "jacfwd"),
    ("thomas_tridiagonal_solve", "jacfwd"),
    ("convolution", "jacrev"),
)


def modes(name):
    """The two derivatives of a program: one in reverse, one forward."""
    found = program(name)
    if found.writes:
        return "adjoint", "tangent"
    return "value_and_grad" if found.returns_a_scalar else "vjp", "jvp"


@functools.lru_cache(maxsize=16)
def derivative_in(name, mode):
    """A derivative of a program in plain Python, by all its floats."""
    found = program(name)
    if mode in ("adjoint", "tangent", "hessian", "jacfwd", "jacrev"):
        return getattr(s2sad, mode)(found.function, jit=False)
    return derivative(found.function, Request(mode, found.argnums), jit=False)


def text(name, mode):
    """The generated module."""
    return quiet(s2sad.source, derivative_in(name, mode), *program(name).arguments())


def path(name, mode):
    """The golden file of a derivative, named as the function in it."""
    folder = FOLDER / "arrays" if name in ARRAYS else FOLDER
    folder = FOLDER / "many" if (name, mode) in MANY else folder
    return folder / f"{name}_{mode}.py"


def kept(name, mode):
    """The text in the golden file, which is the generated one: see test_golden."""
    return path(name, mode).read_text()


def entry(name, mode):
    """The function in a golden file, with a source that s2sad reads."""
    return made(kept(name, mode), f"{name}_{mode}")


def example(name, mode):
    """Arguments of the function in a golden file: leaves, captured values, seeds."""
    one = derivative_in(name, mode)
    found, given = one.specialise(one.bound(program(name).arguments(), {}))
    given = [*given, *(item.getter() for item in found.hidden)]
    given = [*given, *seeds(name, mode)]
    return tuple(np.float64(v) if type(v) is float else v for v in given)


def seeds(name, mode):
    """Seeds for the results, then shadows or tangents of the arguments."""
    one = program(name)
    results = leaves(random_like(one.result, f"{name} seeds"))
    arguments = leaves(one.direction())
    if mode == "vjp":
        return results
    if mode == "adjoint":
        return results + [x for x in arguments if hasattr(x, "shape") and x.shape]
    return arguments if mode in ("jvp", "tangent") else []


def main(names):
    for name in names:
        for mode in modes(name):
            print(text(name, mode))


if __name__ == "__main__":
    main(sys.argv[1:])
