"""The kinds of what the functions of linear algebra give that have no rule.

Their derivatives are given for the definitions that call them, in `s2sad.library`.
"""

from s2sad.facts.kinds import COMPLEX, INT, Scalar, array_kind


def _same(a, *more):
    return array_kind(a.dtype, a.rank)


def _like_second(a, b):
    return array_kind(a.dtype, b.rank)


def _number(a):
    return Scalar(a.dtype)


def _vector(a):
    return array_kind(a.dtype, 1)


def _matrix(a):
    return array_kind(a.dtype, 2)


def _complex_system(a):
    return [array_kind(COMPLEX.dtype, 1), array_kind(COMPLEX.dtype, 2)]


KINDS = {
    "np.linalg.inv": _same,
    "np.linalg.pinv": _same,
    "np.linalg.cholesky": _same,
    "np.linalg.solve": _like_second,
    "np.linalg.det": _number,
    "np.linalg.eigvalsh": _vector,
}

# What is right for complex numbers as it is for real ones, and so are its derivatives.
OF_COMPLEX = {
    *("np.linalg.inv", "np.linalg.solve"),
    *("np.linalg.det", "np.linalg.eig"),
}

# Of functions with several results.
PARTS = {
    "np.linalg.slogdet": lambda a: [_number(a), _number(a)],
    "np.linalg.eig": _complex_system,
    "np.linalg.eigh": lambda a: [_vector(a), _matrix(a)],
    "np.linalg.qr": lambda a: [_matrix(a), _matrix(a)],
    "np.linalg.svd": lambda a, full: [_matrix(a), _vector(a), _matrix(a)],
    "np.linalg.lstsq": lambda a, b, rcond: [
        *(_like_second(a, b), _vector(a)),
        *(INT, _vector(a)),
    ],
}
