"""What is asked of a function, and what is written for it."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Request:
    """What is asked of a plain function: the mode, and what to differentiate by.

    `axes` are those that a vmap maps over, None for none of an argument, and
    `is_parallel` says whether loops whose trips are apart may run at once.
    `style` says whether whole arrays are worked on in loops or as they stand.
    `holomorphic` says that complex numbers are differentiated by complex ones.
    `argnums` is None where that is all float arguments. `word` is what was asked for
    where this mode is a part of it.
    """

    mode: str
    argnums: Any = None
    has_aux: bool = False
    name: str | None = None
    word: str | None = None
    axes: Any = 0
    is_parallel: bool = False
    style: str = "loops"
    holomorphic: bool = False

    def __post_init__(self):
        object.__setattr__(self, "argnums", _argnums(self.argnums))


def _argnums(given):
    """Numbers of NumPy as Python's, and several of them as a tuple."""
    if isinstance(given, (tuple, list, range)):
        return tuple(map(_argnums, given))
    return int(given) if isinstance(given, np.integer) else given


@dataclass
class Written:
    """A module of generated text and how its entry is called.

    `seeds` says for each result whether it takes a seed; `extra` holds the kinds of
    the seeds and shadows that a low-level derivative takes after its arguments, the
    last of which are for the parameters in `shadows`.
    `is_spread` says whether the text depends on which axes have length 1; `statics`
    holds, for each constant that was read outside, a getter and what it was.
    """

    text: str
    name: str
    parameters: list
    seeds: list
    result: object
    refusals: list = field(default_factory=list)
    names: dict = field(default_factory=dict)
    shadows: list = field(default_factory=list)
    extra: dict = field(default_factory=dict)
    is_spread: bool = False
    statics: dict = field(default_factory=dict)
