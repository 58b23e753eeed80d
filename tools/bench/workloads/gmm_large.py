"""The posterior of a larger Gaussian mixture: 32 dimensions, 50 components."""

from . import gmm
from .gmm import by_hand as by_hand
from .gmm import derivative as derivative
from .gmm import primal as primal


def arguments(quick):
    return gmm.arguments(quick, d=32, components=50)
