"""A function inside another calls itself and reads what is around it."""

import numpy as np


def nested_function_that_calls_itself(x):
    def product(n):
        if n < 0:
            return 1.0
        return x[n] * product(n - 1)

    return product(len(x) - 1)


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
