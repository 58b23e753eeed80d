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
from .measure import BUDGET, measure, writing_time

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
    made.caption = how_many_runs(rows)
    return made


def how_many_runs(rows):
    """How often calls were measured, and which ones were slow and had fewer runs."""
    most = max(max(row.runs.values()) for row in rows)
    fewer = [
        f"{row.name}: {label} {runs}"
        for row in rows
        for label, runs in row.runs.items()
        if runs < most
    ]
    rule = f"{most} runs of each, or as many as take {BUDGET:.0f} s and at least one"
    return "\n".join([rule, *fewer])


def cold_table(rows):
    """First calls and memory, of the generated text and of JAX."""
    made = Table(title="in a process of its own: first call, and growth of memory")
    for word in ("workload", *cold.TOOLS, "generated / jax"):
        made.add_column(word, justify="right", no_wrap=True)
    ratios = []
    for row in rows:
        found = [row["cold"][tool] for tool in cold.TOOLS]
        ratio = ""
        if not any("missing" in one for one in found):
            ratios.append(found[0]["first_call"] / found[1]["first_call"])
            ratio = f"{ratios[-1]:.2f}"
        made.add_row(row["name"], *map(cold_cell, found), ratio)
    made.caption = f"a process that takes longer than {cold.LIMIT:.0f} s is stopped"
    if ratios:
        middle = f"{statistics.median(ratios):.2f}, of {len(ratios)}"
        made.caption += f"\nmedian of the ratios: {middle}"
    return made


def cold_cell(one):
    """What a first call cost, or why there is none."""
    if "missing" in one:
        return one["missing"]
    return f"{duration(one['first_call'])}, {one['memory']:.0f} MiB"


def first_calls(name, quick):
    """The first calls of a workload, for the table of cold ones."""
    tools = {tool: cold.measured(name, tool, quick) for tool in cold.TOOLS}
    return {"name": name, "cold": tools}


@click.command(help="How fast derivatives are: medians of interleaved runs.")
@click.argument("names", nargs=-1, type=click.Choice(list(BOUNDS)))
@click.option("--quick", is_flag=True, help="Small sizes: that it runs.")
@click.option("--gate", is_flag=True, help="Fail where a bound is missed.")
@click.option(
    "--cold",
    "processes",
    is_flag=True,
    help="First calls and memory instead, each in a process of its own.",
)
@click.option(
    "--chart", type=click.Path(path_type=Path), help="Also draw the times as a PNG."
)
@click.option(
    "--json", "file", type=click.Path(path_type=Path), help="Also write JSON."
)
def main(names, quick, gate, processes, chart, file):
    if processes and (gate or chart):
        raise click.UsageError("--cold is a table of its own: no --gate, no --chart")
    console = Console()
    console.width = max(console.width, WIDTH)
    one = first_calls if processes else measure
    follow = track(names or list(BOUNDS), "measuring", console=console, transient=True)
    rows = [one(name, quick) for name in follow]
    if processes:
        console.print(cold_table(rows))
        written = rows
    else:
        told(console, rows, chart)
        if not names:
            spent = duration(writing_time(quick))
            console.print(f"the gradient of twenty lines is written in {spent}")
        written = [asdict(row) for row in rows]
    if file is not None:
        file.write_text(json.dumps(written, indent=2) + "\n")
    if gate and any(row.missed for row in rows):
        sys.exit(1)


def told(console, rows, chart):
    """Show what was measured, and which bounds were missed."""
    console.print(table(rows))
    if chart is not None:
        from .chart import draw

        draw(rows, chart)
    for row in rows:
        for words in row.missed:
            console.print(f"missed: {words}", highlight=False)
