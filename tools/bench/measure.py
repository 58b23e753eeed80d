"""Times and errors of a workload: all its variants run in turn, medians of each."""

import importlib
import inspect
import statistics
from dataclasses import dataclass
from time import perf_counter, process_time
from typing import NamedTuple

import numba
import numpy as np

import s2sad

from . import peers
from .bounds import BOUNDS, PEERS

OPTIONS = {"error_model": "numpy"}
AGREEMENT = 1e-9
SHORT = 1e-4
ROUNDS, QUICK_ROUNDS = 21, 3
# Seconds that the rounds of one call may take: a slow one has fewer, at least one.
BUDGET = 10.0
OWN = ("primal", "by hand", "generated")


class Times(NamedTuple):
    """The median seconds of a call, and of how many measurements."""

    wall: float
    cpu: float
    runs: int


class Plan(NamedTuple):
    """How a call is measured: calls at once, how many times, what was found."""

    repeats: int
    runs: int
    found: list


@dataclass
class Row:
    """What a workload's generated derivative costs, beside its primal and one by hand.

    Times are in seconds; `ratio` and `by_hand` compare CPU times, `error` is the
    largest relative difference from the one by hand, `lines` the length of the text
    beside the primal's, `peers` the CPU times of other tools over that of the generated
    text, `runs` how often each was measured, `missed` the bounds that do not hold, in
    words.
    """

    name: str
    ratio: float
    by_hand: float
    wall: float
    cpu: float
    primal_cpu: float
    hand_cpu: float
    first_call: float
    error: float
    lines: float | None
    peers: dict[str, float]
    runs: dict[str, int]
    missed: list[str]


def leaves(result):
    """The numbers and arrays of a result, however nested, in order."""
    if isinstance(result, (tuple, list)):
        return [leaf for part in result for leaf in leaves(part)]
    return [result]


def largest_error(got, expected):
    """The largest difference of two results, relative to the largest number of each."""
    pairs = zip(leaves(got), leaves(expected), strict=True)
    return max(
        float(np.max(np.abs(np.subtract(a, b))) / max(np.max(np.abs(b)), 1e-300))
        for a, b in pairs
    )


def code_lines(text):
    """How many lines of code a text has: comments, docstrings and imports left out."""
    lines = [line.strip() for line in text.splitlines()]
    kept = [line for line in lines if line and not line.startswith(("#", '"""'))]
    return sum(not line.startswith(("import ", "from ")) for line in kept)


def lines_ratio(derivative, primal, arguments):
    """The lines of a derivative's text beside those of its primal."""
    text = s2sad.source(derivative, *arguments)
    return code_lines(text) / code_lines(inspect.getsource(primal))


def durations(call, repeats):
    """(wall, CPU) seconds of one call, measured over several."""
    wall, cpu = perf_counter(), process_time()
    for _ in range(repeats):
        call()
    return (perf_counter() - wall) / repeats, (process_time() - cpu) / repeats


def medians(calls, rounds):
    """The Times of each call, all of them run in turn, slow ones not in every round."""
    plans = [plan(call, rounds) for call in calls.values()]
    for number in range(rounds):
        for call, one in zip(calls.values(), plans):
            # So many of the rounds, at even distances.
            if number * one.runs // rounds < (number + 1) * one.runs // rounds:
                one.found.append(durations(call, one.repeats))
    return {
        label: Times(*map(statistics.median, zip(*one.found)), len(one.found))
        for label, one in zip(calls, plans)
    }


def plan(call, rounds):
    """How often to run a call: what alone takes longer than the budget is done."""
    first = durations(call, 1)
    repeats = 1 + int(SHORT / max(first[0], 1e-7))
    runs = min(rounds, int(BUDGET / max(first[0] * repeats, SHORT)))
    return Plan(repeats, runs, [] if runs else [first])


def workload(name):
    """The module of a workload."""
    return importlib.import_module(f".workloads.{name}", __package__)


def measure(name, quick):
    """The Row of one workload."""
    module = workload(name)
    arguments = module.arguments(quick)
    primal = numba.njit(**OPTIONS)(module.primal)
    hand = numba.njit(**OPTIONS)(module.by_hand)
    start = perf_counter()
    derivative = module.derivative()
    got = derivative(*arguments)
    first_call = perf_counter() - start
    expected = hand(*arguments)
    used = arguments[: len(inspect.signature(module.primal).parameters)]
    primal(*used)
    own = {
        "primal": lambda: primal(*used),
        "by hand": lambda: hand(*arguments),
        "generated": lambda: derivative(*arguments),
    }
    rounds = QUICK_ROUNDS if quick else ROUNDS
    found = medians(own, rounds)
    row = compared(name, found, first_call, largest_error(got, expected))
    if hasattr(derivative, "__s2sad__"):
        row.lines = lines_ratio(derivative, module.primal, arguments)
    row.missed = missed(row, {} if quick else BOUNDS[name])
    add_others(row, arguments, expected, own["generated"], rounds)
    row.missed += [] if quick else slower(row)
    return row


def compared(name, found, first_call, error):
    """The Row of a workload of the Times of its own three calls."""
    primal, hand, made = (found[label] for label in OWN)
    return Row(
        name,
        ratio=made.cpu / primal.cpu,
        by_hand=made.cpu / hand.cpu,
        wall=made.wall,
        cpu=made.cpu,
        primal_cpu=primal.cpu,
        hand_cpu=hand.cpu,
        first_call=first_call,
        error=error,
        lines=None,
        peers={},
        runs={label: one.runs for label, one in found.items()},
        missed=[],
    )


def add_others(row, arguments, expected, generated, rounds):
    """Compare each tool that agrees, in turn with the generated text and nothing else.

    What a tool leaves behind, caches it has emptied and threads that still spin, would
    be charged to whatever ran next, and to the same ones in every round.
    """
    for label, call in peers.variants(row.name, arguments).items():
        error = largest_error(call(), expected)
        if not error <= AGREEMENT:
            row.missed.append(f"{row.name}: {label} has the error {error:.0e}")
            continue
        found = medians({"generated": generated, label: call}, rounds)
        row.peers[label] = found[label].cpu / found["generated"].cpu
        row.runs[label] = found[label].runs


def slower(row):
    """The tools that are not as much slower as they should be, in words."""
    bounds = PEERS.get(row.name, {})
    return [
        f"{row.name}: {label} / generated {ratio:.2f}, at least {least:.2f}"
        for label, ratio in row.peers.items()
        if (least := bounds.get(label, bounds.get("*", 0.0))) > ratio
    ]


def missed(row, bounds):
    """Which bounds a row does not keep, in words; small sizes have none for time."""
    found = [
        f"{row.name}: {what} {getattr(row, what):.2f}, bound {bound:.2f}"
        for what, bound in bounds.items()
        if getattr(row, what) > bound
    ]
    if not row.error <= AGREEMENT:
        found.append(f"{row.name}: error {row.error:.0e}, bound {AGREEMENT:.0e}")
    return found


def writing_time(quick):
    """The median seconds in which the gradient of twenty lines is written."""
    module = workload("twenty_lines")
    arguments = module.arguments()

    def write():
        s2sad.source(s2sad.grad(module.primal), *arguments)

    write()
    return statistics.median(durations(write, 1)[0] for _ in range(1 if quick else 11))
