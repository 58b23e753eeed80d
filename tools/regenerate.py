"""Rebuild generated_examples/ from the functions in tools/examples/.

python tools/regenerate.py            writes the modules
python tools/regenerate.py --check    exits with 1 and a diff if one is out of date
"""

import argparse
import difflib
import importlib.util
import sys
from pathlib import Path

import _environment

SOURCES = Path(__file__).with_name("examples")
TARGETS = _environment.ROOT / "generated_examples"

# Each module: the function, the mode, the types of its arguments, and what to
# differentiate by.  `polar` is annotated, so its types need no words.
EXAMPLES = {
    "api_tour": (
        ("rosenbrock", "grad", "f8[:]"),
        ("rosenbrock", "value_and_grad", "f8[:]"),
        ("rosenbrock", "hessian", "f8[:]"),
        ("polar", "jvp"),
        ("polar", "vjp"),
        ("polar", "jacfwd", None, ("r", "phi")),
    ),
    "lotka_volterra": (
        ("misfit", "value_and_grad", "f8[:], f8[:], f8[:, :], f8, i8", ("p", "start")),
    ),
    "in_place_sweep": (("roughness", "grad", "f8[:], f8, f8, i8", "start"),),
    "newton_while": (
        ("distances", "grad", "f8[:], f8[:]", ("anomalies", "eccentricities")),
    ),
    "hessian": (("energy", "hessian", "f8[:], f8"),),
}


def wanted(module):
    """The derivatives that a module holds, in order."""
    from s2sad.export import Wanted
    from s2sad.locate import located

    rows, file = EXAMPLES[module], SOURCES / f"{module}.py"
    return [Wanted(located(f"{file}:{name}"), *rest) for name, *rest in rows]


def generated(numba=False):
    """{module: its text}, as it should stand in generated_examples/."""
    from s2sad import generate

    return {module: generate(*wanted(module), numba=numba) for module in EXAMPLES}


def differences(texts):
    """The lines of a diff from the modules as they stand to what they should be."""
    lines = []
    for module, text in texts.items():
        path = TARGETS / f"{module}.py"
        standing = path.read_text() if path.exists() else ""
        lines += difflib.unified_diff(
            standing.splitlines(),
            text.splitlines(),
            f"{TARGETS.name}/{module}.py",
            "regenerated",
            lineterm="",
        )
    extra = {path.stem for path in TARGETS.glob("*.py")} - texts.keys()
    return lines + [f"{TARGETS.name}/{name}.py is not generated" for name in extra]


def write(texts):
    TARGETS.mkdir(exist_ok=True)
    for module, text in texts.items():
        (TARGETS / f"{module}.py").write_text(text)


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="only compare")
    check = parser.parse_args(arguments).check
    if importlib.util.find_spec("s2sad") is None:
        python = _environment.python_with()
        return _environment.run(python, __file__, *arguments)
    texts = generated()
    found = differences(texts)
    if check:
        print("\n".join(found) if found else "the generated examples are up to date")
        return bool(found)
    write(texts)
    print(f"{len(texts)} modules written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
