"""One pass over a few statements: texts of two columns, what is known of their names.

    b_bar = 0.0             | b_bar = b * s_bar
    b_bar += b * s_bar      |

A text of one column stays as it is. The names say what they are: u to z and what ends
like them are arrays, i to n integers; those with an underscore are s2sad's own, and
those with `_bar` derivatives.
"""

import math
import re
import textwrap
import zlib

import gast
import numpy as np

from s2sad.facts.kinds import FLOAT, INT, Array
from s2sad.facts.text import Known
from s2sad.syntax import build
from s2sad.syntax.names import bound, names_in, reads
from s2sad.syntax.printer import text_of

VECTOR = Array("float64", 1, (False,))
WRITES = {"double": {0}}


def double(x, s=1.0):
    """A function that writes into its argument."""
    x *= 2.0 * s
    return x[0]


NAMES = {"np": np, "math": math, "double": double}


def columns(text):
    """(before, after) of a text; after is before where there is one column."""
    lines = textwrap.dedent(text).strip("\n").splitlines()
    if not any("|" in line for line in lines):
        return "\n".join(lines), "\n".join(lines)
    pairs = [line.partition("|") for line in lines]
    left, right = (
        textwrap.dedent("\n".join(side)).split("\n")
        for side in zip(*((a.rstrip(), b.rstrip()) for a, _, b in pairs))
    )
    return tuple("\n".join(filter(None, side)) for side in (left, right))


def function_of(text, given=""):
    """A text as a function of the names that it only reads, and of those given."""
    marked = re.sub(r"^( *)# (.*)$", r'\1"#: \2"', text, flags=re.MULTILINE)
    body = gast.parse(marked).body
    read = sorted(
        reads(*body) - bound(*body) - NAMES.keys() - {"range", "len", "float"}
    )
    return build.function("f", [*given.split(), *read], body)


def kind(name):
    """The kind of a name, by the last letter of its stem."""
    stem = re.sub(r"(_bar|_dot|_part|_saved|_\d+)+$", "", name)
    if "u" <= stem[-1] <= "z":
        return VECTOR
    return INT if len(stem) == 1 and "i" <= stem <= "n" else FLOAT


def known_of(function, **more):
    """What is known of the names of a function."""
    names = names_in(function)
    kinds = {name: kind(name) for name in names}
    known = Known(
        arrays={name for name in names if kinds[name] == VECTOR},
        users={name for name in names if "_" not in name},
        derived={name for name in names if re.search("_bar|_dot", name)},
        writes=WRITES,
        is_reverse=True,
        kinds=kinds,
    )
    for word, value in more.items():
        setattr(known, word, value)
    return known


def statements(function):
    """The text of a function's statements, without empty lines."""
    _, *lines = text_of(function).splitlines()
    return textwrap.dedent("\n".join(filter(None, lines)))


def outcome(function):
    """What a function returns, and what it leaves in its arrays."""
    space = dict(NAMES)
    exec(text_of(function), space)
    arguments = [example(argument.id) for argument in function.args.args]
    result = space["f"](*arguments)
    return np.hstack([np.ravel(v) for v in [result, *arguments] if v is not None])


def example(name):
    """A value for a parameter."""
    if kind(name) == INT:
        return 3
    found = np.random.default_rng(zlib.crc32(name.encode())).uniform(0.5, 1.5, 5)
    return found if kind(name) == VECTOR else float(found[0])
