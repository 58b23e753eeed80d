"""The benchmark runs, and what it measures is right; how fast it is, is not tested."""

import importlib
import json

import bench
import numpy as np
import pytest
from click.testing import CliRunner

import s2sad


@pytest.mark.parametrize("name", bench.WORKLOADS)
def test_generated_and_hand_written_gradients_agree(name):
    module = importlib.import_module(f"workloads.{name}")
    arguments = module.arguments(quick=True)
    value, *expected = module.by_hand(*arguments)
    assert value == pytest.approx(module.primal(*arguments), rel=1e-12)
    derivative = s2sad.value_and_grad(module.primal, argnums=module.ARGNUMS, jit=False)
    got, gradient = derivative(*arguments)
    assert got == pytest.approx(value, rel=1e-12)
    assert bench.largest_error(bench.as_tuple(gradient), expected) <= bench.AGREEMENT


@pytest.mark.parametrize("name", bench.WORKLOADS)
def test_hand_written_gradients_agree_with_differences(name):
    module = importlib.import_module(f"workloads.{name}")
    arguments = module.arguments(quick=True)
    _, *gradients = module.by_hand(*arguments)
    numbers = bench.as_tuple(module.ARGNUMS)
    for number, gradient in zip(numbers, gradients, strict=True):
        direction = np.cos(np.arange(gradient.size)).reshape(gradient.shape)

        def along(step, number=number, direction=direction):
            moved = list(arguments)
            moved[number] = moved[number] + step * direction
            return module.primal(*moved)

        near, far = (along(h) - along(-h) for h in (1e-4, 2e-4))
        slope = (8.0 * near - far) / 12e-4
        assert np.sum(gradient * direction) == pytest.approx(slope, rel=1e-6)


def test_the_scalar_gradient_of_the_call_is_right():
    assert s2sad.grad(bench.wave, jit=False)(0.7) == bench.wave_slope(0.7)


def test_the_function_to_transform_has_twenty_lines():
    text = bench.inspect.getsource(bench.twenty_lines.primal)
    assert bench.code_lines(text) == 20


def test_a_quick_run_gives_a_row_for_each_name(tmp_path):
    names, file = ["branching_sum", "call", "transform"], tmp_path / "rows.json"
    result = CliRunner().invoke(
        bench.main, [*names, "--quick", "--json", str(file)], catch_exceptions=False
    )
    assert all(name in result.output for name in names)
    rows = json.loads(file.read_text())
    assert [row["name"] for row in rows] == names
    assert [row["bound"] for row in rows] == [3.0, 1.5, 0.1]
    assert all(row["error"] <= bench.AGREEMENT for row in rows[:2])
    assert rows[0]["lines"] <= 3.0 and rows[2]["lines"] <= 3.0


def test_an_unknown_name_is_told():
    result = CliRunner().invoke(bench.main, ["nothing"])
    assert result.exit_code == 2
    assert "'nothing' is not one of" in result.output
