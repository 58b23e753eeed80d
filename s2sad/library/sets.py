"""Sets of numbers in arrays: which are in one, in both, or in one and not the other."""

import numpy as np

from s2sad.known.definitions import defines
from s2sad.library.axes import as_array
from s2sad.library.flat import flattened


@defines("numpy.isin")
def isin(element, test_elements, assume_unique=False, invert=False):
    """Which elements are among some numbers."""
    a, among = as_array(element), flattened(as_array(test_elements))
    found = np.any(a[..., None] == among, axis=-1)
    return ~found if invert else found


@defines("numpy.setdiff1d")
def setdiff1d(ar1, ar2, assume_unique=False):
    """The numbers of one array that are not in another, in rising order."""
    a = flattened(as_array(ar1)) if assume_unique else np.unique(ar1)
    return a[isin(a, ar2, invert=True)]


@defines("numpy.intersect1d")
def intersect1d(ar1, ar2, assume_unique=False):
    """The numbers that are in both of two arrays, in rising order."""
    a = np.unique(ar1)
    return a[isin(a, ar2)]


@defines("numpy.union1d")
def union1d(ar1, ar2):
    """The numbers that are in one of two arrays, in rising order."""
    one, other = flattened(as_array(ar1)), flattened(as_array(ar2))
    return np.unique(np.concatenate((one, other)))
