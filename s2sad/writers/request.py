"""What is asked of a function, and what is written for it."""

from dataclasses import dataclass, field


@dataclass
class Request:
    """What is asked of a plain function: the mode, and what to differentiate by."""

    mode: str
    argnums: object = 0
    has_aux: bool = False
    name: str | None = None


@dataclass
class Written:
    """A module of generated text and how its entry is called.

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
    is_spread: bool = False
    statics: dict = field(default_factory=dict)
