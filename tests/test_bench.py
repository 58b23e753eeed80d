"""The benchmark runs, and what it measures is right; how fast it is, is not tested."""

import ast
import json
import tomllib
from pathlib import Path
from time import sleep

import numpy as np
import pytest
from bench import cold, measure, peers, report
from bench.bounds import BOUNDS, PEERS
from click.testing import CliRunner

import s2sad

VALUE_TOO = (
    "branching_sum",
    "lstm",
    "burgers",
    "burgers_in_place",
    "kepler",
    "lotka_volterra",
)
GRADIENTS = ("rosenbrock", "gmm", "black_scholes")


@pytest.mark.parametrize("name", BOUNDS)
def test_generated_and_hand_written_derivatives_agree(name):
    module = measure.workload(name)
    arguments = module.arguments(quick=True)
    got, expected = module.derivative()(*arguments), module.by_hand(*arguments)
    assert measure.largest_error(got, expected) <= measure.AGREEMENT


@pytest.mark.parametrize("name", [*VALUE_TOO, *GRADIENTS])
def test_hand_written_gradients_agree_with_differences(name):
    module = measure.workload(name)
    arguments = module.arguments(quick=True)
    gradients = measure.leaves(module.by_hand(*arguments))
    if name in VALUE_TOO:
        value, *gradients = gradients
        assert value == pytest.approx(module.primal(*arguments), rel=1e-12)
    for number, gradient in enumerate(map(np.asarray, gradients)):
        direction = np.cos(np.arange(gradient.size)).reshape(gradient.shape)

        def along(step, number=number, direction=direction):
            moved = list(arguments)
            moved[number] = moved[number] + step * direction
            return module.primal(*moved)

        near, far = (along(h) - along(-h) for h in (1e-4, 2e-4))
        slope = (8.0 * near - far) / 12e-4
        assert np.sum(gradient * direction) == pytest.approx(slope, rel=1e-6)


def test_the_function_to_transform_has_twenty_lines():
    primal = measure.workload("twenty_lines").primal
    assert measure.code_lines(measure.inspect.getsource(primal)) == 20
    assert measure.lines_ratio(s2sad.grad(primal), primal, twenty_arguments()) <= 3.0


def twenty_arguments():
    return measure.workload("twenty_lines").arguments()


def test_a_quick_run_gives_a_row_for_each_name(tmp_path):
    names, file = ["branching_sum", "call"], tmp_path / "rows.json"
    result = CliRunner().invoke(
        report.main, [*names, "--quick", "--json", str(file)], catch_exceptions=False
    )
    assert all(name in result.output for name in names)
    rows = json.loads(file.read_text())
    assert [row["name"] for row in rows] == names
    assert all(row["error"] <= measure.AGREEMENT for row in rows)
    assert rows[0]["lines"] <= 3.0


def test_the_gate_fails_where_a_bound_is_missed(monkeypatch):
    monkeypatch.setitem(BOUNDS, "call", {"ratio": 0.0})
    command = ["call", "--gate"]
    result = CliRunner().invoke(report.main, command, catch_exceptions=False)
    assert result.exit_code == 1
    assert "missed: call: ratio" in result.output
    result = CliRunner().invoke(report.main, [*command, "--quick"])
    assert result.exit_code == 0


def test_a_wrong_derivative_is_told(monkeypatch):
    monkeypatch.setattr(measure, "AGREEMENT", -1.0)
    result = CliRunner().invoke(report.main, ["call", "--quick"])
    assert "missed: call: error" in result.output


def test_an_unknown_name_is_told():
    result = CliRunner().invoke(report.main, ["nothing"])
    assert result.exit_code == 2
    assert "'nothing' is not one of" in result.output


def test_other_tools_have_workloads_of_the_benchmark():
    assert set(PEERS) <= set(BOUNDS)
    for tool in peers.installed():
        for name in BOUNDS:
            module = measure.workload(name)
            arguments = module.arguments(quick=True)
            expected = module.by_hand(*arguments)
            for label, call in tool.variants(name, arguments).items():
                assert measure.largest_error(call(), expected) <= 1e-9, label


def test_other_tools_are_files_of_their_own_and_can_be_installed():
    """Read and not imported, as what they need may not be there."""
    project = Path(__file__).parents[1] / "pyproject.toml"
    extras = tomllib.loads(project.read_text())["project"]["optional-dependencies"]
    for module, needed in peers.TOOLS.items():
        tree = ast.parse((Path(peers.__file__).parent / f"{module}.py").read_text())
        functions = {d.name for d in tree.body if isinstance(d, ast.FunctionDef)}
        assert "variants" in functions
        assert any(line.startswith(needed) for line in extras["bench"])


def fake_variants(name, arguments):
    module = measure.workload(name)
    expected = module.by_hand(*arguments)
    return {"slow": lambda: expected, "wrong": lambda: 2.0 * expected}


def test_other_tools_are_compared_and_checked(monkeypatch):
    monkeypatch.setattr(peers, "variants", fake_variants)
    monkeypatch.setitem(PEERS, "call", {"slow": 1e9})
    row = measure.measure("call", False)
    assert list(row.peers) == ["slow"]
    assert any("wrong has the error" in words for words in row.missed)
    assert any("slow / generated" in words for words in row.missed)


def test_other_tools_do_not_run_beside_each_other(monkeypatch):
    """One's caches and threads would be charged to the next."""
    together, medians = [], measure.medians
    monkeypatch.setattr(peers, "variants", two_variants)
    monkeypatch.setattr(
        measure,
        "medians",
        lambda calls, n: together.append([*calls]) or medians(calls, n),
    )
    measure.measure("call", True)
    assert together == [[*measure.OWN], ["generated", "one"], ["generated", "other"]]


def two_variants(name, arguments):
    expected = measure.workload(name).by_hand(*arguments)
    return dict.fromkeys(("one", "other"), lambda: expected)


def test_a_tool_that_is_not_installed_is_left_out(monkeypatch):
    monkeypatch.setattr(peers, "TOOLS", {"jax_": "a_module_that_nobody_has"})
    assert peers.installed() == []
    assert peers.variants("call", (0.7,)) == {}


def test_the_chart_is_a_picture(tmp_path):
    file = tmp_path / "chart.png"
    command = ["call", "--quick", "--chart", str(file)]
    CliRunner().invoke(report.main, command, catch_exceptions=False)
    assert file.read_bytes().startswith(b"\x89PNG")


def test_a_slow_call_is_measured_less_often(monkeypatch):
    called = []
    calls = {"quick": lambda: None, "slow": lambda: called.append(sleep(0.02))}
    monkeypatch.setattr(measure, "BUDGET", 0.1)
    found = measure.medians(calls, 9)
    assert found["quick"].runs == 9
    assert 1 <= found["slow"].runs <= 4
    assert len(called) == 1 + found["slow"].runs
    assert found["slow"].wall >= 0.02


def test_a_call_that_alone_is_over_the_budget_is_measured_once(monkeypatch):
    called = []
    monkeypatch.setattr(measure, "BUDGET", 0.001)
    found = measure.medians({"slow": lambda: called.append(sleep(0.02))}, 9)
    assert len(called) == 1
    assert found["slow"].runs == 1


def test_the_table_says_what_had_few_runs(monkeypatch):
    monkeypatch.setattr(peers, "variants", slow_variants)
    monkeypatch.setattr(measure, "BUDGET", 0.03)
    result = CliRunner().invoke(report.main, ["call", "--quick"])
    assert "call: slow 1" in result.output


def slow_variants(name, arguments):
    expected = measure.workload(name).by_hand(*arguments)
    return {"slow": lambda: sleep(0.02) or expected}


def test_first_calls_are_measured_in_processes_of_their_own(tmp_path):
    file = tmp_path / "rows.json"
    command = ["call", "--quick", "--cold", "--json", str(file)]
    result = CliRunner().invoke(report.main, command, catch_exceptions=False)
    assert "in a process of its own" in result.output
    (row,) = json.loads(file.read_text())
    assert row["cold"]["generated"]["first_call"] > 0.0
    assert row["cold"]["generated"]["memory"] >= 0.0


def test_a_process_that_is_too_slow_is_stopped_and_told(monkeypatch):
    monkeypatch.setattr(cold, "LIMIT", 0.01)
    result = CliRunner().invoke(report.main, ["call", "--quick", "--cold"])
    assert result.exit_code == 0
    assert result.output.count("over 0 s") == 2


def test_a_process_that_fails_says_why():
    failed = cold.measured("no_such_workload", cold.GENERATED, True)
    assert "no_such_workload" in failed["missing"]


def first_of(tools):
    found = {tool: {"first_call": s, "memory": 1.0} for tool, s in tools.items()}
    missing = {"missing": "no form"}
    return {tool: found.get(tool, missing) for tool in cold.TOOLS}


def test_the_median_of_the_ratios_is_of_what_both_have(monkeypatch):
    costs = {
        "call": {"generated": 1.0, "jax": 2.0},
        "gmm": {"generated": 3.0, "jax": 2.0},
        "lstm": {"generated": 1.0},
    }
    monkeypatch.setattr(
        cold, "measured", lambda name, tool, quick: first_of(costs[name])[tool]
    )
    result = CliRunner().invoke(report.main, [*costs, "--cold"])
    assert "median of the ratios: 1.00, of 2" in result.output
    assert "no form" in result.output


def test_the_cold_table_is_for_itself():
    result = CliRunner().invoke(report.main, ["call", "--cold", "--gate"])
    assert result.exit_code == 2
