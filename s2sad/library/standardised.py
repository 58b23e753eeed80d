"""Distributions of a place and a scale, written by the standard ones of a table.

"expon": ("the exponential distribution", "", {"sf": "exponential_above(z)"})

    becomes

def expon_sf(x, loc=0, scale=1):
    return exponential_above(standard(x, loc, scale))

A formula is of z, the argument of the standard distribution, or of q, a probability.
"""

import math
import re
from types import SimpleNamespace

import numpy as np

from s2sad.known.definitions import defines, elementwise
from s2sad.library.axes import as_array, is_known

# {method: (what it is given, what it says, what it makes of a formula)}
_METHODS = {
    "pdf": ("x", "The density of {}", "per({}, scale)"),
    "logpdf": ("x", "The logarithm of the density of {}", "log_per({}, scale)"),
    "cdf": ("x", "The probability of less under {}", "{}"),
    "logcdf": ("x", "The logarithm of the probability of less under {}", "{}"),
    "sf": ("x", "The probability of more under {}", "{}"),
    "logsf": ("x", "The logarithm of the probability of more under {}", "{}"),
    "ppf": ("q", "A quantile of {}", "placed({}, loc, scale)"),
    "isf": ("q", "A quantile of {}, counted from above", "placed({}, loc, scale)"),
}
_VALUES = {"z": "standard(x, loc, scale)", "q": "as_array(q)"}


def define(module, functions, table):
    """Define what scipy.stats has of distributions; gives the functions by name.

    `table` has, by name, what a distribution is called, its parameters, and formulas
    by method; `functions` are the modules whose functions these call, and `module`
    names the file of the table.
    """
    names = {
        f"{name}_{method}": f"scipy.stats.{name}.{method}"
        for name, (_, _, formulas) in table.items()
        for method in formulas
    }
    text = "\n\n".join(
        _definition(name, words, shapes, method, formula)
        for name, (words, shapes, formulas) in table.items()
        for method, formula in formulas.items()
    )
    # where linecache, and with it s2sad, finds the text
    loader = SimpleNamespace(get_source=lambda name: text)
    found = {"__name__": module, "__loader__": loader}
    for own in (globals(), *map(vars, functions)):
        found |= {word: part for word, part in own.items() if not word.startswith("_")}
    exec(compile(text, f"{module} by its table", "exec", dont_inherit=True), found)
    for own, word in names.items():
        defines(word)(found[own])
    return {own: found[own] for own in names}


def _definition(name, words, shapes, method, formula):
    """The text of one method of a distribution."""
    given, doc, around = _METHODS[method]
    value = re.sub(r"\b[zq]\b", lambda found: _VALUES[found[0]], formula)
    parameters = ", ".join(filter(None, [given, shapes, "loc=0, scale=1"]))
    return (
        f"def {name}_{method}({parameters}):\n"
        f'    """{doc.format(words)}."""\n'
        f"    return {around.format(value)}\n"
    )


# Arguments


@elementwise
def moved(x, loc, scale):
    """The argument of the standard distribution."""
    return (x - loc) / scale if scale > 0.0 else math.nan


def standard(x, loc, scale):
    """The same, which is the argument itself of the distribution at 0 of scale 1."""
    x = as_array(x)
    if is_known(loc) and is_known(scale) and loc == 0 and scale == 1:
        return x
    else:
        return moved(x, loc, scale)


def per(density, scale):
    """A density of the standard distribution as that of one of a scale."""
    if is_known(scale) and scale == 1:
        return density
    else:
        return density / scale


def log_per(log_density, scale):
    """The same, which is the density itself where the scale is 1."""
    if is_known(scale) and scale == 1:
        return log_density
    else:
        return log_density - np.log(scale)


@elementwise
def spread(quantile, loc, scale):
    """A quantile of the standard distribution as that of one of a place and scale."""
    return loc + scale * quantile if scale > 0.0 else math.nan


def placed(quantile, loc, scale):
    """The same, which is the quantile itself at 0 of scale 1."""
    if is_known(loc) and is_known(scale) and loc == 0 and scale == 1:
        return quantile
    else:
        return spread(quantile, loc, scale)
