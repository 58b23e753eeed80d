"""Hares and lynxes: a model of predators and prey, fitted to 21 years of pelts.

Hares breed and are eaten, lynxes eat and starve (Lotka and Volterra):

    hare' = (alpha - beta * lynx) * hare
    lynx' = (delta * hare - gamma) * lynx

The Hudson's Bay Company counted the pelts of both from 1900 to 1920.  The four rates,
the two first populations and the two errors are those of greatest likelihood when the
errors are log-normal, as in Stan's case study of these data.  The optimiser moves in
the logarithms of the parameters: all are positive, and none is large or small there.

The model is plain loops, as one writes for Numba; s2sad writes its gradient.
"""

import csv
import math
import statistics
import time
from dataclasses import dataclass
from pathlib import Path

import click
import numba
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from rich.console import Console
from rich.syntax import Syntax
from rich.table import Table
from scipy.optimize import minimize

import s2sad

DATA = Path(__file__).with_name("data") / "hudson-bay-pelts.csv"
SPECIES = ("hare", "lynx")
# Each parameter, what it is, and Stan's posterior mean (the comment in DATA).
PARAMETERS = (
    ("alpha", "hares breed", 0.55),
    ("beta", "hares are eaten", 0.028),
    ("gamma", "lynxes starve", 0.80),
    ("delta", "lynxes eat", 0.024),
    ("hare", "hares in 1900", 33.9),
    ("lynx", "lynxes in 1900", 5.9),
    ("sigma hare", "error, hares", 0.25),
    ("sigma lynx", "error, lynxes", 0.25),
)


# --- the model ------------------------------------------------------------------------


@numba.njit
def rates(hare, lynx, p):
    """The rates at which the two populations change."""
    return (p[0] - p[1] * lynx) * hare, (p[3] * hare - p[2]) * lynx


@numba.njit
def step(hare, lynx, p, dt):
    """Both populations a time dt later: one step of Runge and Kutta's method."""
    h1, l1 = rates(hare, lynx, p)
    h2, l2 = rates(hare + 0.5 * dt * h1, lynx + 0.5 * dt * l1, p)
    h3, l3 = rates(hare + 0.5 * dt * h2, lynx + 0.5 * dt * l2, p)
    h4, l4 = rates(hare + dt * h3, lynx + dt * l3, p)
    hare += dt / 6.0 * (h1 + 2.0 * h2 + 2.0 * h3 + h4)
    lynx += dt / 6.0 * (l1 + 2.0 * l2 + 2.0 * l3 + l4)
    return hare, lynx


@numba.njit
def populations(p, years, steps):
    """Hares and lynxes in each of the years, `steps` steps from one to the next."""
    curve = np.empty((len(years), 2))
    hare = p[4]
    lynx = p[5]
    curve[0, 0] = hare
    curve[0, 1] = lynx
    for row in range(1, len(years)):
        dt = (years[row] - years[row - 1]) / steps
        for _ in range(steps):
            hare, lynx = step(hare, lynx, p, dt)
        curve[row, 0] = hare
        curve[row, 1] = lynx
    return curve


@numba.njit
def misfit(theta, years, pelts, steps):
    """Minus the logarithm of the likelihood, up to a constant; theta holds logs."""
    p = np.exp(theta)
    curve = populations(p, years, steps)
    total = 0.0
    for row in range(len(years)):
        for species in range(2):
            sigma = p[6 + species]
            error = math.log(pelts[row, species] / curve[row, species]) / sigma
            total += 0.5 * error**2 + theta[6 + species]
    return total


misfit_value_and_grad = s2sad.value_and_grad(misfit)
misfit_hessian = s2sad.hessian(misfit)


# --- the fit --------------------------------------------------------------------------


@dataclass
class Fit:
    """The optimum: log-parameters, parameters, standard errors, misfit, path to it."""

    theta: np.ndarray
    estimates: np.ndarray
    errors: np.ndarray
    misfit: float
    iterations: int


def read_pelts():
    """The years, and a row of hares and lynxes for each."""
    with DATA.open(newline="") as lines:
        table = list(csv.DictReader(line for line in lines if line[0] != "#"))
    years = np.array([float(row["year"]) for row in table])
    pelts = np.array([[float(row[name]) for name in SPECIES] for row in table])
    return years, pelts


def first_guess(pelts):
    """Log-parameters read off the data.

    The mean populations of the model are gamma/delta and alpha/beta, its period for
    small swings 2 pi / sqrt(alpha * gamma); in the pelts the period is ten years.
    """
    rate = 2.0 * math.pi / 10.0
    hares, lynxes = pelts.mean(axis=0)
    guess = [rate, rate / lynxes, rate, rate / hares, *pelts[0], 0.5, 0.5]
    return np.log(guess)


def fit(years, pelts, steps, report=lambda iteration, value: None):
    """The most likely parameters, and their errors from the Hessian at the optimum."""
    seen = 0

    def callback(intermediate_result):
        nonlocal seen
        seen += 1
        report(seen, intermediate_result.fun)

    found = minimize(
        misfit_value_and_grad,
        first_guess(pelts),
        args=(years, pelts, steps),
        method="BFGS",
        jac=True,
        callback=callback,
        options={"gtol": 1e-5},
    )
    if not found.success:
        raise ArithmeticError(f"the fit did not converge: {found.message}")
    estimates = np.exp(found.x)
    covariance = np.linalg.inv(misfit_hessian(found.x, years, pelts, steps))
    # An error of log(p) is, to first order, a relative error of p.
    errors = estimates * np.sqrt(np.diag(covariance))
    return Fit(found.x, estimates, errors, float(found.fun), found.nit)


def time_ratio(theta, years, pelts, steps, rounds=41, calls=20):
    """Seconds a call of the model and of its gradient: medians of alternating runs."""
    seconds = {misfit: [], misfit_value_and_grad: []}
    for _ in range(rounds):
        for function, measured in seconds.items():
            start = time.perf_counter()
            for _ in range(calls):
                function(theta, years, pelts, steps)
            measured.append((time.perf_counter() - start) / calls)
    return tuple(statistics.median(measured) for measured in seconds.values())


# --- what is shown --------------------------------------------------------------------


def show_source(console, *arguments):
    """The text that s2sad wrote for the gradient, highlighted."""
    console.rule("the gradient of the misfit, as s2sad writes it")
    text = s2sad.source(misfit_value_and_grad, *arguments)
    syntax = Syntax(text, "python", theme="ansi_dark", background_color="default")
    # The terminal breaks lines that are too long for it; Rich would cut them off.
    console.print(syntax.highlight(text), soft_wrap=True)


def show_fit(console, fitted):
    """The estimates with their standard errors, beside the published values."""
    table = Table(title=f"{fitted.iterations} iterations, misfit {fitted.misfit:.4f}")
    table.add_column("parameter")
    table.add_column("meaning")
    table.add_column("estimate", justify="right")
    table.add_column("standard error", justify="right")
    table.add_column("published mean", justify="right")
    rows = zip(PARAMETERS, fitted.estimates, fitted.errors, strict=True)
    for (name, meaning, published), estimate, error in rows:
        table.add_row(name, meaning, f"{estimate:.4g}", f"{error:.2g}", f"{published}")
    console.print(table)


def show_times(console, model, gradient):
    """What the gradient costs, as a multiple of the model compiled by Numba."""
    console.print(
        f"misfit {1e6 * model:.1f} µs, with its gradient {1e6 * gradient:.1f} µs: "
        f"[bold]{gradient / model:.2f} times the model[/]"
    )


def draw(path, fitted, years, pelts):
    """The pelts and the fitted populations, as a PNG."""
    fine = np.linspace(years[0], years[-1], 401)
    curve = populations(fitted.estimates, fine, 4)
    figure = Figure(figsize=(8.0, 4.5), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    for species, name in enumerate(SPECIES):
        color = f"C{species}"
        axes.plot(fine, curve[:, species], color=color, label=f"{name}, fitted")
        axes.plot(years, pelts[:, species], "o", color=color, label=f"{name}, pelts")
    axes.set_xticks(years[::5])
    axes.set_ylabel("thousands")
    axes.set_title("Hudson's Bay Company: a Lotka-Volterra model fitted to the pelts")
    figure.legend(loc="outside lower center", ncols=4)
    figure.savefig(path, dpi=150)


@click.command()
@click.option("--output", default="pelts.png", show_default=True, help="The drawing.")
@click.option(
    "--steps", default=50, show_default=True, help="Steps of the model in a year."
)
def main(output, steps):
    """Fit hares and lynxes to the pelts of 1900-1920, and show how."""
    console = Console()
    years, pelts = read_pelts()
    with console.status("writing and compiling the gradient"):
        show_source(console, first_guess(pelts), years, pelts, steps)
        misfit_value_and_grad(first_guess(pelts), years, pelts, steps)

    console.rule("the fit")

    def report(iteration, value):
        console.print(f"iteration {iteration:2}   misfit {value:10.5f}")

    fitted = fit(years, pelts, steps, report)
    show_fit(console, fitted)
    show_times(console, *time_ratio(fitted.theta, years, pelts, steps))
    draw(output, fitted, years, pelts)
    console.print(f"drawn: {output}")


if __name__ == "__main__":
    main()
