"""What came of all functions of a package, as a table."""

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from packages.recording import recorded
from packages.trial import OUTCOMES, Outcome, tried
from packages.workers import Worker, each


def outcomes(package, tests, only, jit, seconds, processes):
    """{(module, name): [Outcome of each call]} of all public functions."""
    worker = Worker()
    calls = worker.do(recorded, package, tests)
    worker.end()
    if calls is None:
        raise click.ClickException(f"{package} could not be imported and watched")
    jobs = [
        (key, call, jit)
        for key, found in calls.items()
        for call in found
        if only in ".".join(key)
    ]
    found = {key: [] for key in calls if only in ".".join(key)}
    for (key, _, _), outcome in each(tried, jobs, seconds, processes):
        found[key].append(outcome or Outcome("slow", f"not done in {seconds} s"))
    return found, calls


def worst(found):
    """What a function is, by its calls."""
    if not found:
        return Outcome("left out", "nothing calls it")
    return min(found, key=lambda outcome: OUTCOMES.index(outcome.kind))


def table(package, functions):
    """The counts, by outcome and reason."""
    counts = Counter((o.kind, o.reason) for o in functions.values())
    kinds = Counter(o.kind for o in functions.values())
    counted = sum(kinds.values()) - kinds["left out"]
    shown = Table("outcome", "functions", title=f"{package}: {counted} functions count")
    for kind in OUTCOMES[::-1]:
        if not kinds[kind]:
            continue
        share = "" if kind == "left out" else f" ({kinds[kind] / counted:.1%})"
        shown.add_row(f"[bold]{kind}", f"[bold]{kinds[kind]}{share}")
        reasons = [(n, r) for (k, r), n in counts.items() if k == kind and r]
        for count, reason in sorted(reasons, key=lambda each: (-each[0], each[1])):
            shown.add_row(f"  {reason}", str(count))
    return shown


def details(found, calls):
    """All that is known of each function, for a program."""
    return [
        {
            "function": ".".join(key),
            **asdict(worst(each)),
            "calls": [
                {"arguments": repr(call.positional), "keywords": repr(call.keywords)}
                | asdict(outcome)
                for call, outcome in zip(calls[key], each)
            ],
        }
        for key, each in found.items()
    ]


@click.command(help="Try each public function of an installed package.")
@click.argument("package")
@click.option("--tests", help="The package's own tests, for pytest.")
@click.option("--only", default="", help="Functions whose names hold this word.")
@click.option("--jit", is_flag=True, help="Compile the derivatives.")
@click.option("--seconds", default=120, help="The time a call may take.")
@click.option("--processes", default=2)
@click.option("--json", "path", help="Where to write what came of each function.")
def main(package, tests, only, jit, seconds, processes, path):
    """Try each public function, and show the table."""
    found, calls = outcomes(package, tests, only, jit, seconds, processes)
    functions = {key: worst(each) for key, each in found.items()}
    console = Console()
    for key, outcome in functions.items():
        if outcome.kind in ("wrong", "raising", "slow"):
            console.print(f"{outcome.kind}: {'.'.join(key)}: {outcome.reason}")
    console.print(table(package, functions))
    if path:
        Path(path).write_text(json.dumps(details(found, calls), indent=1))
