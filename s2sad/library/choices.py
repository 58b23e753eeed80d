"""Choices among arrays by conditions."""

import numpy as np

from s2sad.known.definitions import defines, of_complex


@defines("numpy.select")
@of_complex
def select(condlist, choicelist, default=0.0):
    """Of each place the first choice whose condition is true there."""
    if len(condlist) == 1:
        return np.where(condlist[0], choicelist[0], default)
    others = select(condlist[1:], choicelist[1:], default)
    return np.where(condlist[0], choicelist[0], others)
