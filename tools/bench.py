"""How fast derivatives are: medians of interleaved runs, as ratios to the primal.

python tools/bench.py                    every workload, and the cost of a call
python tools/bench.py sweep kepler       these only
python tools/bench.py --quick            small sizes: that it runs, not how fast
python tools/bench.py --json FILE        the same numbers, for a program

Primal, gradient by hand and generated gradient are compiled by Numba with the same
options; the one by hand gives the value too. What counts is the ratio, not the seconds.
"""

import importlib
import inspect
import json
import math
import statistics
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

import click
import numba
import numpy as np
from rich.console import Console
from rich.table import Table
from workloads import twenty_lines

import s2sad

OPTIONS = {"error_model": "numpy"}
AGREEMENT = 1e-9
GRADIENT_BOUND = 3.0
CALL_BOUND = 1.5
TRANSFORM_BOUND = 0.1
BATCH = 1000
WIDTH = 106
WORKLOADS = ("branching_sum", "rosenbrock", "predator_prey", "sweep", "kepler")


@dataclass
class Row:
    """One measured thing: what it costs beside what it is compared with."""

    name: str
    ratio: float
    bound: float
    holds: bool
    by_hand: float | None = None
    seconds: float | None = None
    first_call: float | None = None
    error: float | None = None
    lines: float | None = None


def seconds(call):
    start = perf_counter()
    call()
    return perf_counter() - start


def medians(calls, runs):
    """The median time of each call, all of them run in turn."""
    times = [[seconds(call) for call in calls] for _ in range(runs)]
    return [statistics.median(column) for column in zip(*times, strict=True)]


def largest_error(got, expected):
    """The largest difference of two results, relative to the largest number of each."""
    pairs = zip(got, expected, strict=True)
    return max(
        float(np.max(np.abs(np.subtract(a, b))) / max(np.max(np.abs(b)), 1e-300))
        for a, b in pairs
    )


def code_lines(text):
    """How many lines of code a text has: comments, docstrings and imports left out."""
    lines = [line.strip() for line in text.splitlines()]
    kept = [line for line in lines if line and not line.startswith(("#", '"""'))]
    return sum(not line.startswith(("import ", "from ")) for line in kept)


def as_tuple(gradient):
    return gradient if isinstance(gradient, tuple) else (gradient,)


def measure_gradient(name, quick):
    """Primal, gradient by hand and generated gradient of one workload."""
    module = importlib.import_module(f"workloads.{name}")
    arguments = module.arguments(quick)
    primal = numba.njit(**OPTIONS)(module.primal)
    by_hand = numba.njit(**OPTIONS)(module.by_hand)
    derivative = s2sad.grad(module.primal, argnums=module.ARGNUMS, **OPTIONS)
    first_call = seconds(lambda: derivative(*arguments))
    _, *expected = by_hand(*arguments)
    error = largest_error(as_tuple(derivative(*arguments)), expected)
    primal(*arguments)
    calls = [lambda f=f: f(*arguments) for f in (primal, by_hand, derivative)]
    alone, hand, made = medians(calls, 3 if quick else 31)
    ratio = made / alone
    return Row(
        name,
        ratio,
        GRADIENT_BOUND,
        ratio <= GRADIENT_BOUND and error <= AGREEMENT,
        by_hand=made / hand,
        seconds=made,
        first_call=first_call,
        error=error,
        lines=lines_ratio(derivative, module.primal, arguments),
    )


def lines_ratio(derivative, primal, arguments):
    """The lines of a derivative beside those of its primal."""
    text = s2sad.source(derivative, *arguments)
    return code_lines(text) / code_lines(inspect.getsource(primal))


def wave(x):
    return x * math.sin(x)


def wave_slope(x):
    return math.sin(x) + x * math.cos(x)


def repeated(function, x, count):
    def run():
        for _ in range(count):
            function(x)

    return run


def measure_call(quick):
    """A call of a scalar gradient beside a call of the same function, bare."""
    bare, derivative = numba.njit(**OPTIONS)(wave_slope), s2sad.grad(wave, **OPTIONS)
    first_call = seconds(lambda: derivative(0.7))
    error = abs(derivative(0.7) - bare(0.7))
    count = 10 if quick else BATCH
    calls = [repeated(f, 0.7, count) for f in (bare, derivative)]
    bare_time, made = medians(calls, 3 if quick else 101)
    ratio = made / bare_time
    return Row(
        "call",
        ratio,
        CALL_BOUND,
        ratio <= CALL_BOUND and error <= AGREEMENT,
        by_hand=ratio,
        seconds=made / count,
        first_call=first_call,
        error=error,
    )


def measure_transform(quick):
    """Writing the gradient of a function of twenty lines, anew each time."""
    arguments = twenty_lines.arguments()

    def write():
        s2sad.source(s2sad.grad(twenty_lines.primal), *arguments)

    first = seconds(write)
    (again,) = medians([write], 1 if quick else 11)
    derivative = s2sad.grad(twenty_lines.primal)
    return Row(
        "transform",
        again,
        TRANSFORM_BOUND,
        again <= TRANSFORM_BOUND,
        seconds=again,
        first_call=first,
        lines=lines_ratio(derivative, twenty_lines.primal, arguments),
    )


COSTS = {"call": measure_call, "transform": measure_transform}


def measure(name, quick):
    """The Row of a workload or of a cost."""
    return COSTS[name](quick) if name in COSTS else measure_gradient(name, quick)


def duration(value):
    """A time in the unit that suits it."""
    for unit, factor in (("s", 1.0), ("ms", 1e3), ("us", 1e6)):
        if value * factor >= 1.0:
            return f"{value * factor:.2f} {unit}"
    return f"{value * 1e9:.0f} ns"


def optional(value, form):
    return "" if value is None else format(value, form)


def cells(row):
    """A row as the table shows it."""
    if row.name == "transform":
        ratio, bound = duration(row.ratio), f"<= {duration(row.bound)}"
    else:
        ratio, bound = f"{row.ratio:.2f}", f"<= {row.bound:.1f}"
    return (
        row.name,
        ratio,
        bound,
        "[green]holds[/]" if row.holds else "[red]missed[/]",
        optional(row.by_hand, ".2f"),
        duration(row.seconds),
        duration(row.first_call),
        optional(row.error, ".0e"),
        optional(row.lines, ".1f"),
    )


def table(rows):
    """All rows as a table."""
    title = "generated gradients: median times beside the Numba primal"
    made = Table(title=title)
    made.add_column("workload", no_wrap=True)
    words = (
        "/ primal",
        "bound",
        "",
        "/ by hand",
        "time",
        "first call",
        "error",
        "lines",
    )
    for word in words:
        made.add_column(word, justify="right", no_wrap=True)
    for row in rows:
        made.add_row(*cells(row))
    return made


@click.command(help=__doc__.split("\n")[0])
@click.argument("names", nargs=-1, type=click.Choice([*WORKLOADS, *COSTS]))
@click.option("--quick", is_flag=True, help="Small sizes: that it runs.")
@click.option(
    "--json", "file", type=click.Path(path_type=Path), help="Also write JSON."
)
def main(names, quick, file):
    console = Console()
    console.width = max(console.width, WIDTH)
    rows = []
    for name in names or [*WORKLOADS, *COSTS]:
        console.print(f"measuring {name}", style="dim")
        rows.append(measure(name, quick))
    console.print(table(rows))
    if file is not None:
        file.write_text(json.dumps([asdict(row) for row in rows], indent=2) + "\n")


if __name__ == "__main__":
    main()
