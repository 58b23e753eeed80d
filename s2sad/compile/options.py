"""The options of a derivative that go to numba.njit, checked before anything runs."""

import copy

from numba.core.compiler import Flags
from numba.core.cpu import CPUTargetOptions

from s2sad.errors import UsageError

_NAMES = {
    *("boundscheck", "debug", "error_model", "fastmath", "forceinline", "inline"),
    *("looplift", "no_cpython_wrapper", "nogil", "parallel"),
}
_ERROR_MODELS = ("numpy", "python")

# how whole arrays are worked on in the text: element by element, or as they stand
STYLES = ("loops", "arrays")


def checked(options, mode):
    """The options as a dict; UsageError for one that nobody takes."""
    for word, value in (options or {}).items():
        if word == "style":
            if value not in STYLES:
                shown = " or ".join(map(repr, STYLES))
                raise UsageError(f"style={value!r} of {mode} is not {shown}")
            continue
        if word not in _NAMES:
            raise UsageError(f"{word} is not an option of {mode} or numba.njit")
        if word == "error_model" and value not in _ERROR_MODELS:
            shown = " or ".join(map(repr, _ERROR_MODELS))
            raise UsageError(f"error_model={value!r} of {mode} is not {shown}")
        _check(word, value, mode)
    return dict(options or {})


def _check(word, value, mode):
    """Let Numba read one option, as it will when it compiles."""
    try:
        # Numba takes out what it reads of a dict.
        CPUTargetOptions.parse_as_flags(Flags(), {word: copy.copy(value)})
    except Exception as error:
        said = str(error) or type(error).__name__
        raise UsageError(
            f"{word}={value!r} of {mode} is nothing that numba.njit takes: {said}"
        ) from None
