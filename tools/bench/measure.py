"""Times and errors of a workload: all its variants run in turn, medians of each."""

import importlib
import inspect
import statistics
from dataclasses import dataclass
from time import perf_counter, process_time

import numba
import numpy as np

import s2sad

from . import peers
from .bounds import BOUNDS, PEERS

OPTIONS = {"error_model": "numpy"}
AGREEMENT = 1e-9
SHORT = 1e-4
# Seconds of a call of another tool: what takes longer than the first has few rounds,
# what takes longer than the second is not measured.
SLOW, PATIENCE = 0.5, 60.0


@dataclass
class Row:
    """What a workload's generated derivative costs, beside its primal and one by hand.

    Times are in seconds; `ratio` and `by_hand` compare CPU times, `error` is the
    largest relative difference from the one by hand, `lines` the length of the text
    beside the primal's, `peers` the CPU times of other tools over that of the generated
    text, `missed` the bounds that do not hold, in words.
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


def medians(calls, runs):
    """The median (wall, CPU) seconds of each call, all of them run in turn."""
    repeats = [1 + int(SHORT / max(durations(call, 1)[0], 1e-7)) for call in calls]
    rounds = [[durations(*pair) for pair in zip(calls, repeats)] for _ in range(runs)]
    return [
        tuple(statistics.median(times) for times in zip(*column))
        for column in zip(*rounds)
    ]


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
    error = largest_error(got, hand(*arguments))
    others, wrong = agreeing(name, arguments, hand(*arguments))
    used = arguments[: len(inspect.signature(module.primal).parameters)]
    primal(*used)
    calls = [
        lambda: primal(*used),
        lambda: hand(*arguments),
        lambda: derivative(*arguments),
    ]
    (alone, by_hand, made), theirs = timed(calls, others, 3 if quick else 21)
    row = Row(
        name,
        ratio=made[1] / alone[1],
        by_hand=made[1] / by_hand[1],
        wall=made[0],
        cpu=made[1],
        primal_cpu=alone[1],
        hand_cpu=by_hand[1],
        first_call=first_call,
        error=error,
        lines=None,
        peers={label: times[1] / made[1] for label, times in theirs.items()},
        missed=[],
    )
    if hasattr(derivative, "__s2sad__"):
        row.lines = lines_ratio(derivative, module.primal, arguments)
    row.missed = missed(row, {} if quick else BOUNDS[name])
    row.missed += wrong if quick else [*wrong, *slower(row)]
    return row


def timed(calls, others, rounds):
    """(medians of the calls, {label: medians of others}), slow ones run thrice."""
    quickly = {n: call for n, (call, spent) in others.items() if spent < SLOW}
    slowly = {n: call for n, (call, _) in others.items() if n not in quickly}
    found = medians([*calls, *quickly.values()], rounds)
    theirs = dict(zip(quickly, found[len(calls) :]))
    return found[: len(calls)], theirs | dict(
        zip(slowly, medians([*slowly.values()], 3))
    )


def agreeing(name, arguments, expected):
    """({label: (call, its seconds)} of those that agree, what is wrong with others)."""
    found, wrong = {}, []
    for label, call in peers.variants(name, arguments).items():
        error = largest_error(call(), expected)
        spent = durations(call, 1)[0]
        if not error <= AGREEMENT:
            wrong.append(f"{name}: {label} has the error {error:.0e}")
        elif spent <= PATIENCE:
            found[label] = call, spent
        else:
            wrong.append(f"{name}: {label} takes {spent:.0f} s, and is not measured")
    return found, wrong


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
