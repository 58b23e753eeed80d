"""Where arrays are not 0, and what they have at places."""

import numpy as np

from s2sad.specialise.definitions import defines


@defines("numpy.nonzero")
def nonzero(a):
    """The places where an array is not 0: for each axis an array of indices."""
    if a.ndim == 1:
        return (np.flatnonzero(a),)
    if a.ndim == 2:
        count = 0
        for i in range(a.shape[0]):
            for j in range(a.shape[1]):
                if a[i, j] != 0:
                    count += 1
        rows = np.empty(count, dtype=np.int64)
        columns = np.empty(count, dtype=np.int64)
        place = 0
        for i in range(a.shape[0]):
            for j in range(a.shape[1]):
                if a[i, j] != 0:
                    rows[place] = i
                    columns[place] = j
                    place += 1
        return rows, columns
    if a.ndim == 3:
        first, others = nonzero(np.reshape(a, (a.shape[0], -1)))
        return first, others // a.shape[2], others % a.shape[2]
    raise NotImplementedError("np.nonzero of an array with more than three axes")
