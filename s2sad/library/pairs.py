"""Methods of ufuncs: what all pairs give, and each element with those before it."""

import numpy as np

from s2sad.known.definitions import defines, refused
from s2sad.library.axes import as_array, axis_of
from s2sad.library.cumulative import cumprod, cumsum
from s2sad.library.lines import each_line


def beside(a, b):
    """An array with an axis of length 1 for each axis of another."""
    if b.ndim == 0:
        return a
    elif b.ndim == 1:
        return a[..., None]
    elif b.ndim == 2:
        return a[..., None, None]
    else:
        return refused(
            "outer of an array of more axes", "None in its index: a[:, None]"
        )


@defines("numpy.add.outer")
def sums_of_pairs(A, B):
    """The sums of each element and each other."""
    a, b = as_array(A), as_array(B)
    return beside(a, b) + b


@defines("numpy.subtract.outer")
def differences_of_pairs(A, B):
    """The differences between each element and each other."""
    a, b = as_array(A), as_array(B)
    return beside(a, b) - b


@defines("numpy.multiply.outer")
def products_of_pairs(A, B):
    """The products of each element and each other."""
    a, b = as_array(A), as_array(B)
    return beside(a, b) * b


@defines("numpy.divide.outer", "numpy.true_divide.outer")
def quotients_of_pairs(A, B):
    """The quotients of each element and each other."""
    a, b = as_array(A), as_array(B)
    return beside(a, b) / b


@defines("numpy.power.outer")
def powers_of_pairs(A, B):
    """Each element to the power of each other."""
    a, b = as_array(A), as_array(B)
    return beside(a, b) ** b


@defines("numpy.maximum.outer")
def larger_of_pairs(A, B):
    """The larger of each element and each other."""
    a, b = as_array(A), as_array(B)
    return np.maximum(beside(a, b), b)


@defines("numpy.minimum.outer")
def smaller_of_pairs(A, B):
    """The smaller of each element and each other."""
    a, b = as_array(A), as_array(B)
    return np.minimum(beside(a, b), b)


@defines("numpy.add.accumulate")
def running_sum(array, axis=0):
    """The sums of the elements up to each, along an axis."""
    return cumsum(array, axis)


@defines("numpy.multiply.accumulate")
def running_product(array, axis=0):
    """The products of the elements up to each, along an axis."""
    return cumprod(array, axis)


@defines("numpy.maximum.accumulate")
def running_maximum(array, axis=0):
    """The largest of the elements up to each, along an axis."""
    a = as_array(array)
    return each_line(largest_so_far, a, axis_of(a, axis), a.dtype)


@defines("numpy.minimum.accumulate")
def running_minimum(array, axis=0):
    """The smallest of the elements up to each, along an axis."""
    a = as_array(array)
    return each_line(smallest_so_far, a, axis_of(a, axis), a.dtype)


def largest_so_far(a):
    """The largest of the elements of a vector up to each."""
    values = a.copy()
    for i in range(1, len(a)):
        values[i] = np.maximum(values[i - 1], a[i])
    return values


def smallest_so_far(a):
    """The smallest of the elements of a vector up to each."""
    values = a.copy()
    for i in range(1, len(a)):
        values[i] = np.minimum(values[i - 1], a[i])
    return values
