"""What may be asked of a derivative beyond what it is of."""

from s2sad.errors import UsageError

_NUMBA_OPTIONS = {
    *("boundscheck", "debug", "error_model", "fastmath", "forceinline", "inline"),
    *("looplift", "no_cpython_wrapper", "nogil", "parallel"),
}


def check_options(mode, options):
    """Only Numba's options are left when those of the derivative are taken."""
    for word in options:
        if word not in _NUMBA_OPTIONS:
            raise UsageError(f"{word} is not an option of {mode} or numba.njit")
