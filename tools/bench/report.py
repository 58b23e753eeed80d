"""The command: which workloads, how, and the table of what was measured."""

import json
import statistics
import sys
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track
from rich.table import Table

from . import cold
from .bounds import BOUNDS
from .measure import measure, writing_time

WIDTH = 140


def duration(value):
    """A time in the unit that suits it."""
    for unit, factor in (("s", 1.0), ("ms", 1e3), ("us", 1e6)):
        if value * factor >= 1.0:
            return f"{value * factor:.2f} {unit}"
    return f"{value * 1e9:.0f} ns"


def bounded(row, what):
    """A ratio beside its bound, red where it is missed."""
    value, bound = getattr(row, what), BOUNDS[row.name].get(what)
    if bound is None:
        return f"{value:.2f}"
    colour = "green" if value <= bound else "red"
    return f"[{colour}]{value:.2f}[/] (<= {bound:.2f})"


def cells(row):
    """A row as the table shows it."""
    return (
        row.name,
        bounded(row, "ratio"),
        bounded(row, "by_hand"),
        duration(row.cpu),
        duration(row.wall),
        duration(row.first_call),
        f"{row.error:.0e}",
        "" if row.lines is None else f"{row.lines:.1f}",
        "\n".join(f"{label} {ratio:.2f}" for label, ratio in row.peers.items()),
    )


def table(rows):
    """All rows as a table."""
    made = Table(title="generated derivatives: medians of interleaved runs")
    made.add_column("workload", no_wrap=True)
    words = ("/ primal", "/ by hand", "CPU", "wall", "first call", "error", "lines")
    for word in words:
        made.add_column(word, justify="right", no_wrap=True)
    made.add_column("others / generated", no_wrap=True)
    for row in rows:
        made.add_row(*cells(row))
    return made


def cold_table(rows, quick):
    """First calls and memory, of the generated text and of JAX."""
    made = Table(title="in a process of its own: first call, and growth of memory")
    for word in ("workload", "generated", "jax", "generated / jax"):
        made.add_column(word, justify="right", no_wrap=True)
    ratios = []
    for row in rows:
        tools = [cold.GENERATED, *(["jax"] if "jax" in row.peers else [])]
        row.cold = {tool: cold.measured(row.name, tool, quick) for tool in tools}
        found = [row.cold.get(tool) for tool in (cold.GENERATED, "jax")]
        shown = [
            f"{one['first_call']:.2f} s, {one['memory']:.0f} MiB" if one else ""
            for one in found
        ]
        ratio = ""
        if all(found):
            ratios.append(found[0]["first_call"] / found[1]["first_call"])
            ratio = f"{ratios[-1]:.2f}"
        made.add_row(row.name, *shown, ratio)
    if ratios:
        made.caption = f"median of the ratios: {statistics.median(ratios):.2f}"
    return made


@click.command(help="How fast derivatives are: medians of interleaved runs.")
@click.argument("names", nargs=-1, type=click.Choice(list(BOUNDS)))
@click.option("--quick", is_flag=True, help="Small sizes: that it runs.")
@click.option("--gate", is_flag=True, help="Fail where a bound is missed.")
@click.option(
    "--cold", "processes", is_flag=True, help="First calls and memory, in processes."
)
@click.option(
    "--chart", type=click.Path(path_type=Path), help="Also draw the times as a PNG."
)
@click.option(
    "--json", "file", type=click.Path(path_type=Path), help="Also write JSON."
)
def main(names, quick, gate, processes, chart, file):
    console = Console()
    console.width = max(console.width, WIDTH)
    chosen = names or list(BOUNDS)
    follow = track(chosen, "measuring", console=console, transient=True)
    rows = [measure(name, quick) for name in follow]
    console.print(table(rows))
    if processes:
        console.print(cold_table(rows, quick))
    if chart is not None:
        from .chart import draw

        draw(rows, chart)
    if not names:
        written = duration(writing_time(quick))
        console.print(f"the gradient of twenty lines is written in {written}")
    if file is not None:
        file.write_text(json.dumps([asdict(row) for row in rows], indent=2) + "\n")
    missed = [words for row in rows for words in row.missed]
    for words in missed:
        console.print(f"missed: {words}", highlight=False)
    if gate and missed:
        sys.exit(1)
