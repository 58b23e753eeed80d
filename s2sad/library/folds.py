"""A function of two values, over many: each result with the next of them."""

from s2sad.known.definitions import defines, of_complex


@defines("functools.reduce")
@of_complex
def reduce(function, iterable, initial=None):
    """What a function gives of the first two items, then of that and the third."""
    start = 0
    if initial is not None:
        total = initial
    elif len(iterable) == 0:
        raise TypeError("reduce() of empty iterable with no initial value")
    else:
        total = iterable[0]
        start = 1
    for k in range(start, len(iterable)):
        total = function(total, iterable[k])
    return total
