"""The generated examples: up to date, right, and in need of nothing but NumPy."""

import importlib.util
import itertools
import json
import subprocess
import sys

import numpy as np
import pytest
import regenerate

X = np.array([0.3, -0.7, 1.1, 0.4])
ARGUMENTS = {
    "rosenbrock": [np.array([-0.4, 0.9])],
    "polar": [1.3, 0.4],
    "misfit": [
        np.array([0.55, 0.028, 0.8, 0.024]),
        np.array([30.0, 4.0]),
        np.array([[47.2, 6.1], [70.2, 9.8], [77.4, 35.2]]),
        0.2,
        5,
    ],
    "roughness": [np.sin(X), 0.05, 0.3, 4],
    "distances": [np.array([0.8, 2.0, 4.5]), np.array([0.3, 0.7, 0.05])],
    "energy": [X, 1.7],
}
SEEDS = {"jvp": [0.6, -1.2], "vjp": [0.9, 0.5]}

# Runs calls of modules where only NumPy and the standard library can be imported.
ALONE = """
import importlib.util, json, sys


class OnlyNumPy:
    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        if top != "numpy" and top not in sys.stdlib_module_names:
            raise ModuleNotFoundError(name)


sys.meta_path.insert(0, OnlyNumPy())
import numpy as np

for name in ("s2sad", "numba"):
    try:
        __import__(name)
    except ModuleNotFoundError:
        continue
    sys.exit(f"{name} can be imported")

results = []
for path, function, arguments in json.load(sys.stdin):
    spec = importlib.util.spec_from_file_location("generated", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    arguments = [np.array(a) if isinstance(a, list) else a for a in arguments]
    result = getattr(module, function)(*arguments)
    result = result if isinstance(result, tuple) else (result,)
    results.append([np.asarray(part).tolist() for part in result])
json.dump(results, sys.stdout)
"""


def flat(result):
    """All numbers of a result, in order."""
    parts = result if isinstance(result, (tuple, list)) else (result,)
    return np.concatenate([np.ravel(part) for part in parts])


def differences(function, arguments, numbers, step=1e-6):
    """The Jacobian of a function by some of its arguments, by central differences."""
    columns = []
    for number in numbers:
        base = np.asarray(arguments[number])
        for place in np.ndindex(base.shape):
            ends = []
            for sign in (1.0, -1.0):
                moved = [np.copy(a) if np.ndim(a) else a for a in arguments]
                shift = np.zeros_like(base)
                shift[place] = sign * step
                moved[number] = base + shift if base.ndim else float(base + shift)
                ends.append(flat(function(*moved)))
            columns.append((ends[0] - ends[1]) / (2.0 * step))
    return np.array(columns).T


def expected(wanted):
    """What a derivative gives, from differences."""
    function, mode = wanted.function, wanted.mode
    arguments = ARGUMENTS[function.__name__]
    names = list(function.__code__.co_varnames)
    wrt = wanted.wrt if isinstance(wanted.wrt, tuple) else (wanted.wrt,)
    numbers = [names.index(w) if isinstance(w, str) else w for w in wrt]
    if mode == "hessian":

        def gradient(*args):
            return differences(function, args, numbers, 1e-4)

        return differences(gradient, arguments, numbers, 1e-4).ravel()
    if mode in SEEDS:
        numbers = range(len(arguments))
    matrix = differences(function, arguments, numbers)
    if mode == "vjp":
        return SEEDS["vjp"] @ matrix
    if mode == "jvp":
        return np.concatenate([flat(function(*arguments)), matrix @ SEEDS["jvp"]])
    if mode == "value_and_grad":
        return np.concatenate([flat(function(*arguments)), matrix.ravel()])
    return matrix.ravel()


def calls():
    """[(wanted, module, function of the module, arguments)] of all examples."""
    return [
        (
            wanted,
            module,
            wanted.part().written.name,
            [*ARGUMENTS[wanted.function.__name__], *SEEDS.get(wanted.mode, ())],
        )
        for module in regenerate.EXAMPLES
        for wanted in regenerate.wanted(module)
    ]


def test_the_examples_are_up_to_date():
    lines = regenerate.differences(regenerate.generated())
    assert not lines, "\n".join(["run tools/regenerate.py", *lines])


def test_an_example_out_of_date_is_noticed(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(regenerate, "TARGETS", tmp_path)
    texts = regenerate.generated()
    regenerate.write(texts)
    assert regenerate.main(["--check"]) == 0
    changed = tmp_path / "hessian.py"
    changed.write_text(changed.read_text().replace("import math", "import cmath"))
    (tmp_path / "left_over.py").write_text("")
    assert regenerate.main(["--check"]) == 1
    printed = capsys.readouterr().out
    assert "-import cmath\n+import math" in printed
    assert "left_over.py is not generated" in printed


def test_regenerating_twice_gives_the_same_text():
    assert regenerate.generated() == regenerate.generated()


def test_the_examples_are_right_where_only_numpy_is():
    wanted = calls()
    sent = [
        (str(regenerate.TARGETS / f"{module}.py"), name, arguments)
        for _, module, name, arguments in wanted
    ]
    done = subprocess.run(
        [sys.executable, "-I", "-c", ALONE],
        input=json.dumps(sent, default=np.ndarray.tolist),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    for (item, module, name, _), result in zip(
        wanted, json.loads(done.stdout), strict=True
    ):
        assert_close(result, expected(item), f"{module}.{name}")


def assert_close(result, wanted, name):
    given = flat(result)
    np.testing.assert_allclose(
        given, wanted, rtol=1e-5, atol=1e-6 * np.max(np.abs(wanted)), err_msg=name
    )


@pytest.mark.parametrize("module", regenerate.EXAMPLES)
def test_the_examples_are_right_with_numba(module, tmp_path):
    path = tmp_path / f"{module}.py"
    path.write_text(regenerate.generated(numba=True)[module])
    spec = importlib.util.spec_from_file_location(f"numba_{module}", path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    for wanted, _, name, arguments in (c for c in calls() if c[1] == module):
        function = getattr(loaded, name)
        result = function(*arguments)
        assert function.signatures, f"{name} was not compiled"
        assert_close(result, expected(wanted), f"{module}.{name}")


def test_every_mode_is_shown():
    shown = {item[1] for item in itertools.chain(*regenerate.EXAMPLES.values())}
    assert shown >= {"grad", "value_and_grad", "jvp", "vjp", "jacfwd", "hessian"}
