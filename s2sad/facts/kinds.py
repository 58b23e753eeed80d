"""What values are: numbers and arrays by dtype and rank, tuples of them, constants.

`kind_of` gives the kind of an expression from the kinds of its names. Numba's own types
are its test oracle.
"""

import functools
from dataclasses import dataclass
from typing import Any

import numpy as np

_ORDER = ("bool", "int", "float32", "float64", "complex128")
_DTYPES = {"b": "bool", "i": "int", "u": "int", "f": "float64", "c": "complex128"}
_WORDS = {"bool": "bool_", "int": "int64"}


def is_inexact(dtype):
    """Whether numbers of a dtype have derivatives: floats and complex numbers."""
    return dtype.startswith(("float", "complex"))


def real_dtype(dtype):
    """The dtype of the real parts of numbers."""
    return "float64" if dtype == "complex128" else dtype


def dtype_word(dtype):
    """How NumPy calls a dtype: `bool_` for bool."""
    return _WORDS.get(dtype, dtype)


class _Numbers:
    """What numbers and arrays are asked for alike."""

    dtype: str

    @property
    def is_float(self):
        """Whether these have derivatives: floats and complex numbers."""
        return is_inexact(self.dtype)

    @property
    def is_complex(self):
        return self.dtype == "complex128"


@dataclass(frozen=True)
class Scalar(_Numbers):
    """A number: bool, int, float32, float64 or complex128."""

    dtype: str

    rank = 0

    def __str__(self):
        return self.dtype


@dataclass(frozen=True)
class Array(_Numbers):
    """An array: its dtype, its rank, and which axes are known to have length 1."""

    dtype: str
    rank: int
    ones: tuple = ()

    def __str__(self):
        return f"{self.dtype}[{', '.join(':' * self.rank)}]"


@dataclass(frozen=True)
class Stack:
    """A list that only ever grows and shrinks at its end, as saved values do."""

    item: Any

    @property
    def is_float(self):
        return self.item.is_float

    @property
    def holds_arrays(self):
        return isinstance(self.item, Array)

    def __str__(self):
        return f"list of {self.item}"


BOOL, INT, FLOAT = Scalar("bool"), Scalar("int"), Scalar("float64")
FLOAT32, COMPLEX = Scalar("float32"), Scalar("complex128")


# The numbers of Python, which most are.
_NUMBERS = {bool: BOOL, int: INT, float: FLOAT, complex: COMPLEX}


def dtype_name(dtype):
    """The name kinds give a NumPy dtype, or None if s2sad has no kind for it."""
    dtype = np.dtype(dtype)
    if dtype == np.float32:
        return "float32"
    if dtype.kind in "fc" and dtype not in (np.float64, np.complex128):
        return None
    return _DTYPES.get(dtype.kind)


def kind_of_value(value):
    """The kind of a number or an array, or None for every other object."""
    found = _NUMBERS.get(type(value))
    if found is not None:
        return found
    if isinstance(value, np.ndarray):
        ones = tuple(n == 1 for n in value.shape)
        return _kind_of_array(value.dtype, ones) if is_plain(value) else None
    if isinstance(value, (bool, np.bool_)):
        return BOOL
    if isinstance(value, (int, np.integer)):
        return INT
    if isinstance(value, np.inexact):
        name = dtype_name(value.dtype)
        return None if name is None else Scalar(name)
    if isinstance(value, (float, complex)):
        return FLOAT if isinstance(value, float) else COMPLEX
    return None


@functools.lru_cache(maxsize=256)
def _kind_of_array(dtype, ones):
    name = dtype_name(dtype)
    return None if name is None else array_kind(name, len(ones), ones)


def is_plain(array):
    """Whether an array does what NumPy's do: not one with a mask, or with units."""
    return type(array) in (np.ndarray, np.memmap)


def described_array(array):
    """What an array is called in a message, and what is taken instead."""
    if not is_plain(array):
        return f"a {type(array).__name__}", "np.asarray(...) of it"
    return f"an array of {array.dtype}", "float64, float32, complex128 or integers"


def array_kind(dtype, rank, ones=()):
    """An Array; of rank 0 a Scalar, since that is what NumPy's operations give."""
    if rank == 0:
        return Scalar(dtype)
    return Array(dtype, rank, tuple(ones) if any(ones) else (False,) * rank)


def wider(*dtypes):
    """The dtype that holds all of these."""
    widest = max(dtypes, key=_ORDER.index)
    if widest == "float32" and "int" in dtypes:
        return "float64"
    return widest


def join(first, second):
    """The kind of a name that has one of two kinds; None if there is no such kind."""
    if first == second:
        return first
    if isinstance(first, Scalar) and isinstance(second, Scalar):
        return Scalar(wider(first.dtype, second.dtype))
    if isinstance(first, Stack) and isinstance(second, Stack):
        if first.item is None or second.item is None:
            return second if first.item is None else first
        item = join(first.item, second.item)
        return item and Stack(item)
    if isinstance(first, Array) and isinstance(second, Array):
        if first.dtype == second.dtype and first.rank == second.rank:
            ones = tuple(a and b for a, b in zip(first.ones, second.ones))
            return Array(first.dtype, first.rank, ones)
    return None


def broadcast(*kinds, dtype=None):
    """The kind of an elementwise operation on operands of these kinds."""
    dtype = dtype or wider(*(kind.dtype for kind in kinds))
    rank = max(kind.rank for kind in kinds)
    padded = [
        (True,) * (rank - kind.rank) + (kind.ones if kind.rank else ())
        for kind in kinds
    ]
    ones = tuple(all(axis) for axis in zip(*padded)) if rank else ()
    return array_kind(dtype, rank, ones)
