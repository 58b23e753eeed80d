"""The text of every program's first derivatives is what tests/golden holds.

`pytest --update-golden tests/test_golden.py` rewrites the files: read the diff.
"""

import copy
import os
import subprocess
import sys
from pathlib import Path

import golden_texts
import pytest
from programs_under_test import (
    NAMES,
    assert_close,
    assert_same,
    differences,
    leaves,
    program,
    quiet,
    random_like,
    vector,
)

import s2sad

ROOT = Path(__file__).parents[1]
CASES = [(name, mode) for name in NAMES for mode in golden_texts.modes(name)]
SAMPLE = NAMES[::12]


def every(cases):
    names = [f"{name}-{mode}" for name, mode in cases]
    return pytest.mark.parametrize("name, mode", cases, ids=names)


every_golden = every(CASES)


@every([*CASES, *golden_texts.MANY])
def test_text(name, mode, update_golden):
    text = golden_texts.text(name, mode)
    path = golden_texts.path(name, mode)
    if update_golden:
        path.write_bytes(text.encode())
    assert path.exists(), f"no {path.name}: run pytest --update-golden"
    assert path.read_bytes().decode() == text


def test_no_file_is_left_over(update_golden):
    wanted = {golden_texts.path(name, mode) for name, mode in CASES}
    left = set(golden_texts.FOLDER.glob("*.py")) - wanted
    if update_golden:
        for path in left:
            path.unlink()
        left = set()
    assert not left


@pytest.mark.parametrize("command", [("check",), ("format", "--check")])
def test_ruff(command):
    ruff = [sys.executable, "-m", "ruff", *command, str(golden_texts.FOLDER)]
    done = subprocess.run(ruff, cwd=ROOT, capture_output=True, text=True)
    assert not done.returncode, done.stdout + done.stderr


def test_the_same_text_in_every_process():
    first, second = (generated_with(seed) for seed in ("0", "4711"))
    assert first and first == second


def generated_with(hash_seed):
    """The texts of the sample, generated in a fresh process."""
    found = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": found}
    command = [sys.executable, golden_texts.__file__, *SAMPLE]
    return subprocess.run(
        command, capture_output=True, env=environment, check=True
    ).stdout


# --- a golden file is a program like any other ----------------------------------------


@every_golden
def test_runs_by_itself(name, mode):
    one = program(name)
    function = golden_texts.entry(name, mode)
    arguments = golden_texts.example(name, mode)
    made = golden_texts.derivative_in(name, mode)
    found, _ = made.specialise(made.bound(one.arguments(), {}))
    got = run(function, arguments)
    expected = run(found.compiled, arguments)
    assert_same(got, expected, "the golden file and the derivative")


def run(function, arguments):
    """(results, all arguments afterwards), the arguments themselves untouched."""
    arguments = copy.deepcopy(arguments)
    result = quiet(function, *arguments)
    return result, arguments


@every_golden
def test_is_differentiated_again(name, mode):
    one = program(name)
    function = golden_texts.entry(name, mode)
    arguments = golden_texts.example(name, mode)
    v = random_like(arguments, f"{name} {mode}")
    if one.writes:
        got = tangent_of_writing(function, arguments, v)
    else:
        value, got = quiet(s2sad.jvp, function, arguments, v, False)
        assert_same(value, run(function, arguments)[0], "the value")
    if one.is_smooth and not one.is_single:
        expected = differences(lambda *x: run(function, x), arguments, v)
        expected = expected if one.writes else expected[: len(vector(got))]
        assert_close(got, expected, one.difference(), "the tangent")


def tangent_of_writing(function, arguments, v):
    """(the tangents of the results, those of all arguments) of a low-level one."""
    v = copy.deepcopy(v)
    tangent = s2sad.tangent(function, jit=False)
    both = quiet(tangent, *copy.deepcopy(arguments), *leaves(v))
    count = len(leaves([run(function, arguments)[0]]))
    return leaves([both])[count:], v
